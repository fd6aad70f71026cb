import { connect } from 'node:net';
import { operationNamed, type OperationName } from '../../src/contract/index.js';
import { BIRTHDATE, createWorld, PASSWORD, type World } from './deps.js';
import { createClient, createDoors } from './http.js';

/** A code that was never issued, with a right check symbol. */
export const UNKNOWN_CODE = '01231-14567-89ABJ';
export const CONSENT = {
  version: '2026-01',
  decision: 'accept',
  answers: { read: true, results: 'yes' },
  signature: 'Pat Doe',
};

/** A body that each operation takes, as far as its shape goes. */
export const BODIES: Record<OperationName, Record<string, unknown>> = {
  readConfig: {},
  verifyCode: { code: UNKNOWN_CODE, birthdate: BIRTHDATE },
  createAccount: { ticket: 'x'.repeat(43), relationship: 'self', username: 'somebody@example.org', password: PASSWORD },
  renewCode: { code: UNKNOWN_CODE, birthdate: BIRTHDATE },
  logIn: { username: 'somebody@example.org', password: PASSWORD },
  readSession: {},
  logOut: {},
  listConsents: {},
  answerConsent: CONSENT,
  withdrawConsent: {},
  linkCode: { code: UNKNOWN_CODE },
  readAccount: {},
  updateContact: { homePhone: '+12025550123' },
  changePassword: { currentPassword: PASSWORD, newPassword: 'Greenfield8+' },
  markHelpSeen: {},
  listSessions: {},
  endOtherSessions: {},
  requestPasswordReset: { username: 'somebody@example.org' },
  resetPassword: { token: 'x'.repeat(43), password: PASSWORD },
  confirmEmail: { token: 'x'.repeat(43) },
};

/** Where an operation is asked for. */
export const pathOf = (name: OperationName): string =>
  operationNamed(name).path.replace('{documentId}', 'text-messages');

/** What was answered, to be looked at freely. */
export const jsonOf = ({ json }: { json: object }): Record<string, unknown> => json as Record<string, unknown>;

export type Client = ReturnType<typeof createClient>;

/** The HTTP side of a new world; clients come from networks of their own unless told. */
export async function openDoors(over?: Parameters<typeof createWorld>[0], change?: (world: World) => void) {
  const world = await createWorld(over);
  change?.(world);
  const { handler, logged } = createDoors(world);
  let networks = 0;
  const client = (network = `10.${(networks += 1) >> 8}.${networks & 255}.1`): Client =>
    createClient((request) => handler(request, { network }));
  /** Somebody who has an account and is logged in, with nothing left to agree to. */
  const member = async (more?: Parameters<World['activate']>[0]) => {
    const { email, personId, code } = await world.activate(more);
    const own = client();
    await own.call('POST', '/session', { username: email, password: PASSWORD });
    return { ...own, email, personId, code };
  };
  /** A ticket for somebody who was just invited. */
  const ticket = async (person?: Parameters<World['invite']>[0]) => {
    const invited = await world.invite(person);
    const { json } = await client().call('POST', '/activation/verify', { code: invited.code, birthdate: BIRTHDATE });
    return { ...invited, ticket: String(json['ticket']) };
  };
  return { world, handler, logged, client, member, ticket };
}

/** The token of the latest letter of a kind to somebody. */
export async function tokenTo(
  world: World,
  to: string,
  kind: 'password-reset' | 'email-confirmation',
): Promise<string | undefined> {
  const letter = (await world.letters()).findLast((one) => one.kind === kind && one.to === to);
  return letter && 'token' in letter ? letter.token : undefined;
}

/** Sends bytes as they are, and gives back what came until the server closed the connection. */
export const raw = (origin: string, text: string): Promise<string> =>
  new Promise((resolve) => {
    const { hostname, port } = new URL(origin);
    let answer = '';
    const socket = connect(Number(port), hostname === 'localhost' ? '127.0.0.1' : hostname, () => socket.write(text));
    socket
      .on('data', (data: Buffer) => void (answer += data.toString()))
      .on('error', () => undefined)
      .on('close', () => resolve(answer));
  });
