import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  errorsOf,
  ERROR_STATUS,
  operationNamed,
  OPERATION_NAMES,
  problemSchema,
  type OperationName,
} from '../../src/contract/index.js';
import { verifyCode } from '../../src/backend/core/activation/verify-code.js';
import { updateContact } from '../../src/backend/core/account/update-contact.js';
import { requestPasswordReset } from '../../src/backend/core/recovery/request-password-reset.js';
import { DEFAULT_SETTINGS } from '../../src/backend/settings.js';
import { consentDocuments } from '../../mock-server/clinic.js';
import { accept, BIRTHDATE, createWorld, PASSWORD, type World } from '../support/deps.js';
import { createDoors } from '../support/http.js';
import { inputsOf, textsIn, type Pools } from './inputs.js';

const RUNS = Number(process.env.FUZZ_RUNS || 2_000);
const COOKIE = '__Host-portal_session';
const many = 1e9;
const widened = Object.fromEntries(
  Object.keys(DEFAULT_SETTINGS.limits).map((name) => [name, many]),
) as unknown as typeof DEFAULT_SETTINGS.limits;

async function several<Item>(count: number, make: () => Promise<Item>): Promise<Item[]> {
  const items: Item[] = [];
  while (items.length < count) items.push(await make());
  return items;
}

/** Real codes, tickets, names and tokens, so that many inputs get past the first look. */
async function poolsOf(world: World, name: OperationName): Promise<Pools> {
  const { deps, visitor } = world;
  const pending = await several(20, () => world.invite());
  const used = await several(3, () => world.activate());
  const tickets = await several(20, async () => {
    const { code } = await world.invite();
    return (await verifyCode(deps, { code, birthdate: BIRTHDATE }, visitor())).ticket;
  });
  for (const { email, member } of used) {
    await requestPasswordReset(deps, { username: email }, visitor());
    await updateContact(deps, { email: `new-${email}`, currentPassword: PASSWORD }, member);
  }
  const tokens = (await world.letters()).flatMap((letter) => ('token' in letter ? [letter.token] : []));
  const names = [...used.map(({ email }) => email), ...Array.from({ length: 20 }, (_, i) => `fuzz-${i}@example.org`)];
  return {
    code: [...pending, ...used].map(({ code }) => code),
    // To link a code nothing is asked but the code.
    ...(name !== 'linkCode' && { birthdate: [BIRTHDATE, BIRTHDATE, '1981-01-01', '1980-02-30'] }),
    ticket: tickets,
    token: tokens,
    username: names,
    // As a proof nothing but the birthdate is asked for.
    ...(name === 'updateContact' && { email: names }),
    password: [PASSWORD, 'Another-one-8'],
    newPassword: [PASSWORD, 'Another-one-8', 'weak'],
    currentPassword: [PASSWORD],
    documentId: consentDocuments.map(({ documentId }) => documentId),
    version: ['2026-01', '2026-01', '2025-01'],
    answers: [
      { read: true, results: 'yes' },
      { agree: true },
      { understood: 'yes', where: 'home' },
      { agree: true, mobilePhone: '(202) 555-0177' },
    ],
    signature: ['Pat Doe'],
    homePhone: ['(202) 555-0177', null, ''],
    language: ['en', 'es-MX', null],
  };
}

/** The path with its parameters filled in, and what is left for the body. */
function addressed(path: string, input: unknown): { path: string; body: unknown } {
  if (typeof input !== 'object' || input === null || !path.includes('{')) return { path, body: input };
  const body: Record<string, unknown> = { ...input };
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = typeof body[name] === 'string' ? body[name] : JSON.stringify(body[name] ?? 'none');
    delete body[name];
    return encodeURIComponent(value.replace(/\p{Cs}/gu, '?')) || 'empty';
  });
  return { path: filled, body };
}

type Answer = Awaited<ReturnType<ReturnType<ReturnType<typeof createDoors>['client']>['call']>>;

function demandLawful(name: OperationName, { status, text, json, headers }: Answer, input: unknown): void {
  if (status === 200) {
    const read = operationNamed(name).output.safeParse(json);
    assert.ok(read.success, `not what the contract says: ${text}`);
    assert.deepEqual(JSON.parse(JSON.stringify(read.data)), json, 'more than the contract says');
    return;
  }
  const problem = problemSchema.safeParse(json);
  assert.ok(problem.success, `no problem of the contract: ${status} ${text}`);
  assert.deepEqual(JSON.parse(JSON.stringify(problem.data)), json, 'more than the contract says');
  assert.equal(headers.get('content-type'), 'application/problem+json');
  const { code } = problem.data;
  assert.equal(status, ERROR_STATUS[code]);
  assert.ok(status < 500, text);
  assert.ok(errorsOf(name).includes(code), `${name} may not end in ${code}`);
  // The document that a consent is out of date against is the portal's own text.
  const told = JSON.stringify({ ...problem.data, document: undefined });
  for (const typed of textsIn(input)) {
    assert.ok(
      !told.includes(JSON.stringify(typed).slice(1, -1)) && !told.includes(typed),
      `echoes ${JSON.stringify(typed)}`,
    );
  }
}

for (const name of OPERATION_NAMES) {
  test(`${name} answers ${RUNS} odd inputs as the contract says`, { timeout: 120_000 }, async () => {
    const world = await createWorld({ limits: widened, config: { confirmNewEmail: true } });
    const { client, logged } = createDoors(world);
    const pools = await poolsOf(world, name);
    const { method, path } = operationNamed(name);
    const ends = new Set<number>();
    // One who has agreed to what must be agreed to, and one who hasn't.
    const members = new Map<boolean, ReturnType<typeof client>>();

    const memberWith = async (consents: boolean) => {
      const known = members.get(consents);
      if (known?.jar.has(COOKIE)) return known;
      const { member } = await world.activate({ consents });
      if (consents)
        await accept(
          world.deps,
          member,
          world.deps.settings.consents.find(({ required }) => !required)!,
        );
      const joined = client();
      joined.jar.set(COOKIE, member.token!);
      members.set(consents, joined);
      return joined;
    };
    const send = async (input: unknown, isMember: boolean, consents: boolean): Promise<void> => {
      const { call, jar } = isMember ? await memberWith(consents) : client();
      const { path: filled, body } = addressed(path, input);
      const begun = performance.now();
      const answer =
        method === 'GET'
          ? await call(method, `${filled}?${new URLSearchParams({ q: JSON.stringify(input ?? null).slice(0, 500) })}`)
          : await call(method, filled, body === undefined ? undefined : JSON.stringify(body));
      assert.ok(performance.now() - begun < 5_000, 'hangs');
      ends.add(answer.status);
      demandLawful(name, answer, input);
      // A session that the server has ended is replaced by a new one.
      if (answer.status === 401) jar.clear();
    };
    const asked = fc.tuple(
      inputsOf(name, pools),
      fc.boolean(),
      fc.nat(9).map((n) => n > 0),
    );
    await fc.assert(
      fc.asyncProperty(asked, (given) => send(...given)),
      { numRuns: RUNS },
    );

    assert.equal(({} as { polluted?: unknown }).polluted, undefined);
    assert.deepEqual(
      logged.filter(([event]) => event !== 'request'),
      [],
      'nothing went wrong behind the answers',
    );
    // Inputs that are all refused at the door show nothing.
    assert.ok(ends.has(200), `only ${[...ends].join(' ')}`);
  });
}
