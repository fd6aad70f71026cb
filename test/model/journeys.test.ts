import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createCore, type Core } from '../../src/backend/core/core.js';
import { addPerson } from '../../src/backend/core/invitations/add-person.js';
import { issueInvitation } from '../../src/backend/core/invitations/issue-invitation.js';
import type { Store } from '../../src/backend/ports.js';
import { DEFAULT_SETTINGS } from '../../src/backend/settings.js';
import { createMemoryStore } from '../../src/backend/stores/memory-store.js';
import { openSqlite } from '../../src/backend/stores/sqlite.js';
import { usernameKey } from '../../src/contract/fields/email.js';
import { PortalError, type OperationName } from '../../src/contract/index.js';
import { consentDocuments } from '../../mock-server/clinic.js';
import { BIRTHDATE, createWorld, type World } from '../support/deps.js';
import { MINUTE, Model, WEAK } from './model.js';

const RUNS = Number(process.env.MODEL_RUNS || 150);
/** On average: journeys are of all lengths. */
const STEPS = 40;
const BROWSERS = 2;
const ADDRESSES = ['ana@example.org', 'Bo@example.org', 'not an address'];
const PASSWORDS = ['Bluewater7-', 'Blackwater8+', WEAK];
const WAITS = [1, 1, 1, 14, 14, 16, 29, 29, 31, 61, 13 * 60, 31 * 24 * 60].map((minutes) => minutes * MINUTE);
const ANSWERS: Record<string, object> = {
  'portal-consent': { read: true, results: 'yes' },
  'text-messages': { agree: true },
  telehealth: { understood: 'yes', where: 'home' },
};
const many = 1e9;

/** The backend as the model is held against it, with the secrets that people would hold in their hands. */
interface Real {
  world: World;
  core: Core;
  browsers: ReturnType<World['visitor']>[];
  people: string[];
  codes: { id: string; code: string }[];
  tickets: string[];
  resets: string[];
  /** Tokens that a browser held before the one it has now. */
  dead: string[];
}

async function createReal(store: Store): Promise<Real> {
  const limits = {
    ...DEFAULT_SETTINGS.limits,
    ...{ wrongCodesPerMinute: many, wrongCodesPerHour: many, wrongPasswords: many, wrongPasswordsInAll: many },
    ...{
      wrongPasswordsPerMinute: many,
      wrongPasswordsPerBlock: many,
      addressesPerTicket: many,
      addressesPerCode: many,
      lettersPerHour: many,
    },
  };
  const world = await createWorld({ store, limits });
  const people = await Promise.all(
    ADDRESSES.slice(0, 2).map((email) => addPerson(world.deps, { email, birthdate: BIRTHDATE })),
  );
  return {
    world,
    core: createCore(world.deps),
    browsers: Array.from({ length: BROWSERS }, () => world.visitor()),
    people: people.map(({ id }) => id),
    ...{ codes: [], tickets: [], resets: [], dead: [] },
  };
}

/** Asks the backend, and tells in a word or two how it ended. */
async function ask(
  real: Real,
  browser: number,
  name: OperationName,
  input: object,
): Promise<{ end: string; output: object }> {
  const visitor = real.browsers[browser]!;
  const { token } = visitor;
  try {
    const output = (await real.core.run(name, input, visitor)) as { step?: string };
    return { end: output.step ?? 'done', output };
  } catch (error) {
    if (!(error instanceof PortalError)) throw error;
    return { end: [error.code, error.reason].filter(Boolean).join(' '), output: {} };
  } finally {
    if (token && visitor.token !== token) real.dead.push(token);
  }
}

const seen = new Map<string, number>();

class Act implements fc.AsyncCommand<Model, Real> {
  readonly #words: string;
  readonly check: (model: Readonly<Model>) => boolean;
  readonly #act: (model: Model, real: Real) => Promise<[real: string, model: string]>;

  constructor(
    words: (string | number | boolean)[],
    act: (model: Model, real: Real) => Promise<[real: string, model: string]>,
    check: (model: Readonly<Model>) => boolean = () => true,
  ) {
    this.#words = words.join(' ');
    this.check = check;
    this.#act = act;
  }

  async run(model: Model, real: Real): Promise<void> {
    const [end, predicted] = await this.#act(model, real);
    assert.equal(end, predicted, this.#words);
    const what = `${this.#words.split(' ')[0]}: ${end.split(', ').pop()}`;
    seen.set(what, (seen.get(what) ?? 0) + 1);
    await holds(model, real);
  }

  toString = (): string => this.#words;
}

/** What is true after every step, whatever the step was. */
async function holds(model: Model, { world: { deps, clock }, codes, dead, browsers }: Real): Promise<void> {
  const { store, settings } = deps;
  const accounts = await Promise.all(
    model.accounts.map(({ address }) => store.findAccountByName(usernameKey(address))),
  );
  const created = (await store.listEvents({})).filter(({ name }) => name === 'account.created');
  assert.deepEqual(
    accounts.map((account) => account?.id).sort(),
    created.map(({ accountId }) => accountId).sort(),
    'each address is one account, and each account has its address',
  );
  const users = new Map<string, string[]>();
  for (const [i, account] of accounts.entries()) {
    for (const { invitationId } of await store.listLinks(account!.id)) {
      users.set(invitationId, [...(users.get(invitationId) ?? []), model.accounts[i]!.address]);
    }
    const open = model.sessions.filter((one) => one.account === model.accounts[i] && model.isLiving(one));
    const stored = await store.listSessions(account!.id, settings.sessions, clock.now());
    assert.equal(stored.length, open.length, 'sessions live and die as they must');
  }
  for (const [i, { usedBy }] of model.codes.entries()) {
    assert.deepEqual(
      users.get(codes[i]!.id) ?? [],
      usedBy ? [usedBy.address] : [],
      'a code is used once, by whom it was used',
    );
  }
  for (const token of dead.slice(-2)) {
    if (browsers.some((browser) => browser.token === token)) continue;
    const digest = await deps.secrets.digest('session', token);
    assert.equal(
      await store.touchSession(digest, settings.sessions, clock.now()),
      undefined,
      'a token that was replaced is dead',
    );
  }
}

/** The newest secret of a kind that was mailed. */
async function mailed({ world }: Real, kind: 'invitation' | 'password-reset', to?: string): Promise<string> {
  const letter = (await world.letters()).findLast((one) => one.kind === kind && (to === undefined || one.to === to));
  if (letter?.kind === 'invitation') return letter.code;
  if (letter?.kind === 'password-reset') return letter.token;
  throw new Error(`No letter of the kind ${kind} was mailed.`);
}

async function newestInvitation({ world }: Real): Promise<string> {
  const [newest] = await world.deps.store.listInvitations({ limit: 1, offset: 0 });
  return newest!.invitation.id;
}

const browser = fc.nat(BROWSERS - 1);
// Somebody who knows what they want is likelier than somebody who guesses: else few journeys would get anywhere.
const password = fc.oneof(
  { weight: 3, arbitrary: fc.constant(PASSWORDS[0]!) },
  { weight: 2, arbitrary: fc.constantFrom(...PASSWORDS) },
);
const address = fc.oneof(
  { weight: 2, arbitrary: fc.constant(ADDRESSES[0]!) },
  { weight: 3, arbitrary: fc.constantFrom(...ADDRESSES) },
);
const right = fc.oneof({ weight: 3, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) });
const document = fc.oneof(
  { weight: 2, arbitrary: fc.constant('portal-consent') },
  { weight: 3, arbitrary: fc.constantFrom(...consentDocuments.map(({ documentId }) => documentId)) },
);
/** One of a list, counted from its end: the newest is the likeliest. */
const recent = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: fc.nat(6) });
const at = <Item>(items: readonly Item[], back: number): number => items.length - 1 - (back % items.length);
const hasCode = ({ codes }: Readonly<Model>): boolean => codes.length > 0;
const hasTicket = ({ tickets }: Readonly<Model>): boolean => tickets.length > 0;

const proof = (isRight: boolean): object => ({ birthdate: isRight ? BIRTHDATE : '1981-01-01' });

const issueTo = (person: number): Act =>
  new Act(['issue', person], async (model, real) => {
    const { code, invitation } = await issueInvitation(real.world.deps, { personId: real.people[person]! });
    real.codes.push({ id: invitation.id, code });
    model.issue(person);
    return ['done', 'done'];
  });

const verifying = (back: number, isRight: boolean): Act =>
  new Act(
    ['verify', back, isRight],
    async (model, real) => {
      const code = at(model.codes, back);
      const { end, output } = await ask(real, 0, 'verifyCode', { code: real.codes[code]!.code, ...proof(isRight) });
      if ('ticket' in output) real.tickets.push(String(output.ticket));
      return [end, model.verify(model.codes[code]!, isRight)];
    },
    hasCode,
  );

/** Wrong proofs until it helps no more, or almost, and then the right one. */
const guessing = (back: number, times: number): Act =>
  new Act(
    ['guess', back, times],
    async (model, real) => {
      const code = at(model.codes, back);
      const ends: string[] = [];
      const predicted: string[] = [];
      for (let i = 0; i <= times; i += 1) {
        const { end, output } = await ask(real, 0, 'verifyCode', {
          code: real.codes[code]!.code,
          ...proof(i === times),
        });
        if ('ticket' in output) real.tickets.push(String(output.ticket));
        ends.push(end);
        predicted.push(model.verify(model.codes[code]!, i === times));
      }
      return [ends.join(', '), predicted.join(', ')];
    },
    hasCode,
  );

const creating = (who: number, back: number, username: string, secret: string, relationship = 'self'): Act =>
  new Act(
    ['create', who, back, username, secret],
    async (model, real) => {
      const ticket = at(model.tickets, back);
      const input = { ticket: real.tickets[ticket], relationship, username, password: secret };
      return [
        (await ask(real, who, 'createAccount', input)).end,
        model.create(who, model.tickets[ticket]!, username, secret),
      ];
    },
    hasTicket,
  );

const logIn = fc
  .tuple(browser, address, password)
  .map(
    ([who, username, secret]) =>
      new Act(['log-in', who, username, secret], async (model, real) => [
        (await ask(real, who, 'logIn', { username, password: secret })).end,
        model.logIn(who, username, secret),
      ]),
  );

const logOut = browser.map(
  (who) =>
    new Act(['log-out', who], async (model, real) => {
      model.logOut(who);
      return [(await ask(real, who, 'logOut', {})).end, 'done'];
    }),
);

const link = fc.tuple(browser, recent).map(
  ([who, back]) =>
    new Act(
      ['link', who, back],
      async (model, real) => {
        const code = at(model.codes, back);
        return [
          (await ask(real, who, 'linkCode', { code: real.codes[code]!.code })).end,
          model.link(who, model.codes[code]!),
        ];
      },
      hasCode,
    ),
);

const answering = (who: number, documentId: string, decision: 'accept' | 'decline'): Act =>
  new Act([decision, who, documentId], async (model, real) => {
    const { version, signature } = consentDocuments.find((one) => one.documentId === documentId)!;
    const answers = decision === 'accept' ? ANSWERS[documentId] : {};
    const input = { documentId, version, decision, answers, ...(signature && { signature: 'Ana Lima' }) };
    return [(await ask(real, who, 'answerConsent', input)).end, model.answer(who, documentId, decision)];
  });

const withdraw = fc
  .tuple(browser, document)
  .map(
    ([who, documentId]) =>
      new Act(['withdraw', who, documentId], async (model, real) => [
        (await ask(real, who, 'withdrawConsent', { documentId })).end,
        model.withdraw(who, documentId),
      ]),
  );

const requestReset = address.map(
  (username) =>
    new Act(['request-reset', username], async (model, real) => {
      const { end } = await ask(real, 0, 'requestPasswordReset', { username });
      if (model.requestReset(username)) real.resets.push(await mailed(real, 'password-reset', username));
      return [end, 'done'];
    }),
);

const reset = fc.tuple(browser, recent, password).map(
  ([who, back, secret]) =>
    new Act(
      ['reset', who, back, secret],
      async (model, real) => {
        const token = at(model.resets, back);
        const { end } = await ask(real, who, 'resetPassword', { token: real.resets[token], password: secret });
        return [end, model.reset(who, model.resets[token]!, secret)];
      },
      ({ resets }) => resets.length > 0,
    ),
);

const changePassword = fc
  .tuple(browser, password, password)
  .map(
    ([who, currentPassword, newPassword]) =>
      new Act(['change-password', who, currentPassword, newPassword], async (model, real) => [
        (await ask(real, who, 'changePassword', { currentPassword, newPassword })).end,
        model.changePassword(who, currentPassword, newPassword),
      ]),
  );

const renew = fc.tuple(recent, right).map(
  ([back, isRight]) =>
    new Act(
      ['renew', back, isRight],
      async (model, real) => {
        const code = at(model.codes, back);
        const { end } = await ask(real, 0, 'renewCode', { code: real.codes[code]!.code, ...proof(isRight) });
        if (model.renew(model.codes[code]!, isRight)) {
          real.codes.push({ id: await newestInvitation(real), code: await mailed(real, 'invitation') });
        }
        return [end, 'done'];
      },
      hasCode,
    ),
);

const visit = browser.map(
  (who) =>
    new Act(['visit', who], async (model, real) => {
      const { end } = await ask(real, who, 'readAccount', {});
      return [end, model.visit(who)];
    }),
);

const wait = fc.constantFrom(...WAITS).map(
  (ms) =>
    new Act(['wait', ms / MINUTE, 'minutes'], async (_model, { world }) => {
      world.clock.advance(ms);
      return ['done', 'done'];
    }),
);

const issue = fc.nat(1).map(issueTo);
const verify = fc.tuple(recent, right).map((given) => verifying(...given));
const guess = fc.tuple(recent, fc.integer({ min: 3, max: 6 })).map((given) => guessing(...given));
const create = fc
  .tuple(browser, recent, address, password, fc.constantFrom('self', 'other'))
  .map((given) => creating(...given));
const answer = fc
  .tuple(browser, document, fc.constantFrom('accept' as const, 'accept' as const, 'decline' as const))
  .map((given) => answering(...given));

/** How most journeys begin, so that more of them get somewhere: somebody has an account already. */
const beginning = [
  ...[
    issueTo(0),
    verifying(0, true),
    creating(0, 0, ADDRESSES[0]!, PASSWORDS[0]!),
    answering(0, 'portal-consent', 'accept'),
  ],
];

// What brings a journey on stands more than once.
const acts = [
  ...[issue, verify, create, logIn, logIn, answer, answer, link],
  ...[
    issue,
    verify,
    create,
    logIn,
    answer,
    logOut,
    link,
    withdraw,
    requestReset,
    reset,
    changePassword,
    renew,
    visit,
    wait,
    guess,
  ],
];

const SOMETIMES = [
  ...['create-account', 'no_records_found', 'no_records_found used', 'no_records_found replaced'].map(
    (end) => `verify: ${end}`,
  ),
  ...['consent', 'email_taken', 'email_invalid', 'password_policy', 'ticket_expired'].map((end) => `create: ${end}`),
  ...['consent', 'landing', 'invalid_credentials'].map((end) => `log-in: ${end}`),
  ...['landing', 'no_records_found', 'consent_required', 'session_required'].map((end) => `link: ${end}`),
  ...[
    'decline: consent_refused',
    'withdraw: done',
    'reset: log-in',
    'reset: token_expired',
    'change-password: done',
    'visit: done',
  ],
];

const stores: [string, () => Promise<Store>][] = [
  ['memory', async () => createMemoryStore()],
  ['SQLite', async () => (await openSqlite(':memory:')).store],
];
for (const [name, open] of stores) {
  test(
    `whatever people do in whatever order, the ${name} store answers as the model does`,
    { timeout: 600_000 },
    async () => {
      seen.clear();
      let steps = 0;
      const journeys = fc.commands(acts, { maxCommands: 2.5 * STEPS, size: 'max' });
      const property = fc.asyncProperty(fc.nat(2), journeys, async (fromNothing, commands) => {
        const store = await open();
        const real = await createReal(store);
        const model = new Model(BROWSERS, consentDocuments, real.world.clock.now);
        try {
          await fc.asyncModelRun(() => ({ model, real }), fromNothing === 0 ? commands : [...beginning, ...commands]);
        } finally {
          await store.close();
        }
      });
      await fc.assert(property, { numRuns: RUNS, endOnFailure: Boolean(process.env.CI) });
      for (const times of seen.values()) steps += times;
      // A run that nothing happens in proves nothing.
      if (RUNS >= 150)
        assert.deepEqual(
          SOMETIMES.filter((what) => !seen.has(what)),
          [],
          `of ${steps} steps`,
        );
      if (process.env.MODEL_REPORT)
        console.log(
          steps,
          [...seen].sort().map(([what, times]) => `${what} ${times}`),
        );
    },
  );
}
