import { openPortal } from '../../src/backend/node/portal.js';
import { addPerson } from '../../src/backend/core/invitations/add-person.js';
import { issueInvitation } from '../../src/backend/core/invitations/issue-invitation.js';
import type { Deps } from '../../src/backend/core/use-case.js';
import type { Db, Dialect } from '../../src/backend/stores/schema.js';
import { BIRTHDATE, PASSWORD } from '../../test/support/deps.js';
import { Installation, type Invited } from '../../test/faults/support/installation.js';
import type { ServerProcess, StartOptions } from '../../test/faults/support/servers.js';
import { accountIdOf, fill, type Size } from './fill.js';

const ASKED = 500;
const quiet = { info: () => undefined, error: () => undefined };

/** A portal in a process of its own that is measured. */
export interface MeasuredPortal {
  kind: Dialect;
  installation: Installation;
  server: ServerProcess;
  /** The server, and what its database works in. */
  pids(): Promise<number[]>;
  /** Tokens of sessions whose accounts have answered every consent. */
  tokens: string[];
  accounts: number;
  invite(count: number): Promise<Invited[]>;
  restart(options?: StartOptions): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the product's server on a database that holds so much and waits for its disk. */
export async function startPortal(kind: Dialect, size: Size, options?: StartOptions): Promise<MeasuredPortal> {
  const installation = await Installation.create(kind, { syncs: true });
  // Everybody here comes by a proxy that says from where.
  Object.assign(installation.env, { PORTAL_TRUSTED_PROXIES: '127.0.0.1,::1' });
  const { deps, close } = await openPortal({ env: installation.env, log: quiet });
  const tokens = await installation.look(async (db) => {
    await fill(db, kind, size, await deps.hasher.hash(PASSWORD));
    return openSessions(db, deps, size);
  });
  await close();

  const start = (more?: StartOptions): Promise<ServerProcess> =>
    begin(installation, { otherwise: { cheapPasswords: false }, ...options, ...more });
  const portal: MeasuredPortal = {
    kind,
    installation,
    server: await start(),
    tokens,
    accounts: size.accounts,
    pids: async () => [
      portal.server.child.pid!,
      ...(
        ((await installation.database.postgres?.run(
          `select pid from pg_stat_activity where application_name = 'portal-elements'`,
        )) as { pid: number }[] | undefined) ?? []
      ).map(({ pid }) => pid),
    ],
    invite: (count) => invite(installation, count),
    restart: async (more) => {
      await portal.server.stop();
      portal.server = await start(more);
    },
    stop: () => installation.stop(),
  };
  return portal;
}

async function begin(installation: Installation, options: StartOptions): Promise<ServerProcess> {
  const server = await installation.start(options);
  // Its log goes nowhere, and costs whoever measures nothing.
  server.child.stdout?.removeAllListeners('data').resume();
  return server;
}

async function openSessions(db: Db, deps: Deps, { accounts }: Size): Promise<string[]> {
  const now = deps.clock.now();
  const tokens: string[] = [];
  const documents = deps.settings.consents.map(({ inLanguage }) => inLanguage('en'));
  for (let i = 0; i < ASKED; i += 1) {
    const token = deps.random.token();
    const accountId = accountIdOf(Math.floor((i * accounts) / ASKED));
    const session = { id: deps.random.id(), digest: await deps.secrets.digest('session', token), accountId };
    const times = { startedAt: now, lastSeenAt: now, expiresAt: now + 12 * 3_600_000 };
    await db
      .insertInto('sessions')
      .values({ ...session, ...times, userAgent: 'Browser/1.0' })
      .execute();
    const entries = documents.map((document) => ({
      ...{ id: deps.random.id(), accountId, documentId: document.documentId, version: document.version },
      ...{ document: JSON.stringify(document), textDigest: 'digest', decision: 'accept' as const },
      ...{ answers: '{"agree":true}', signature: 'Pat Doe', mobilePhone: null, recordedAt: now },
    }));
    await db.insertInto('consentEntries').values(entries).execute();
    tokens.push(token);
  }
  return tokens;
}

async function invite(installation: Installation, count: number): Promise<Invited[]> {
  const { deps, close } = await openPortal({ env: installation.env, log: quiet });
  const invited: Invited[] = [];
  for (let i = 0; i < count; i += 1) {
    const email = `invited-${deps.random.id()}@example.org`;
    const { id } = await addPerson(deps, { email, birthdate: BIRTHDATE });
    invited.push({ email, code: (await issueInvitation(deps, { personId: id, mail: false })).code });
  }
  await close();
  return invited;
}
