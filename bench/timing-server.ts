// The server under measurement, in a process of its own: its work must not wait for that of whoever measures. It makes
// people, codes and accounts, tells its parent what to ask, and answers until the parent is gone.
import { verifyCode } from '../src/backend/core/activation/verify-code.js';
import { createAccount } from '../src/backend/core/activation/create-account.js';
import { addPerson } from '../src/backend/core/invitations/add-person.js';
import { issueInvitation } from '../src/backend/core/invitations/issue-invitation.js';
import type { Deps, Visitor } from '../src/backend/core/use-case.js';
import type { Limits } from '../src/backend/settings.js';
import { CODE_ALPHABET, withCheckSymbol } from '../src/contract/fields/activation-code.js';
import { PASSWORD } from '../test/support/deps.js';
import { startServer } from '../test/support/server.js';

/** What can be asked, by journey and by the kind of who is asked about. */
export interface Questions {
  origin: string;
  logIn: Record<'known' | 'unknown', string[]>;
  verify: Record<'unknown' | 'wrong birthdate' | 'used' | 'expired' | 'locked', string[]>;
  reset: Record<'known' | 'unknown', string[]>;
}

const BIRTHDATE = '1980-02-29';
const WRONG = '1981-01-01';
const many = 1e9;

const server = await startServer({
  limits: {
    wrongCodesPerMinute: many,
    wrongCodesPerHour: many,
    wrongPasswords: many,
    wrongPasswordsInAll: many,
    wrongPasswordsPerMinute: many,
    wrongPasswordsPerBlock: many,
    addressesPerTicket: many,
    addressesPerCode: many,
    lettersPerHour: many,
    // All but the one that locks a code: a limit that is added later has to be widened here too.
  } satisfies Omit<Limits, 'wrongProofsPerCode'>,
});
const stop = (): void => void server.stop().then(() => process.exit());
process.once('disconnect', stop);

const n = Number(process.argv[2]);
const { deps } = server.portal;
// One hash for everybody: what an account's password is plays no part, and making thousands would take minutes.
const hash = await deps.hasher.hash(PASSWORD);
const quick: Deps = { ...deps, hasher: { ...deps.hasher, hash: () => Promise.resolve(hash) } };
const visitor = (): Visitor => ({
  network: '192.0.2.1',
  language: 'en',
  userAgent: '',
  token: undefined,
  begin: () => undefined,
  end: () => undefined,
});

let people = 0;
async function invite(from: Deps = deps): Promise<{ code: string; email: string }> {
  const email = `person-${(people += 1)}@example.org`;
  const { id } = await addPerson(from, { email, birthdate: BIRTHDATE });
  return { email, code: (await issueInvitation(from, { personId: id, mail: false })).code };
}

async function activate(): Promise<{ code: string; email: string }> {
  const invited = await invite();
  const { ticket } = await verifyCode(quick, { code: invited.code, birthdate: BIRTHDATE }, visitor());
  await createAccount(quick, { ticket, relationship: 'self', username: invited.email, password: PASSWORD }, visitor());
  return invited;
}

async function lock(): Promise<string> {
  const { code } = await invite();
  for (let tries = 0; tries < deps.settings.limits.wrongProofsPerCode; tries += 1) {
    await verifyCode(deps, { code, birthdate: WRONG }, visitor()).catch(() => undefined);
  }
  return code;
}

const unknownCode = (): string =>
  withCheckSymbol(Array.from({ length: 14 }, () => CODE_ALPHABET[deps.random.integer(CODE_ALPHABET.length)]).join(''));

const longAgo = { ...deps, clock: { now: () => Date.now() - deps.settings.validity.codeMs - 86_400_000 } };

async function collect<Item>(make: () => Item | Promise<Item>): Promise<Item[]> {
  const items: Item[] = [];
  while (items.length < n) items.push(await make());
  return items;
}

const used = await collect(activate);
const questions: Questions = {
  origin: server.origin,
  logIn: { known: used.map(({ email }) => email), unknown: await collect(() => `nobody-${(people += 1)}@example.org`) },
  verify: {
    unknown: await collect(unknownCode),
    'wrong birthdate': await collect(async () => (await invite()).code),
    used: used.map(({ code }) => code),
    expired: await collect(async () => (await invite(longAgo)).code),
    locked: await collect(lock),
  },
  reset: {
    known: (await collect(activate)).map(({ email }) => email),
    unknown: await collect(() => `nobody-${(people += 1)}@example.org`),
  },
};
process.send!(questions);
