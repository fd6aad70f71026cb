import { defineCases } from './adapter-case.js';
import { demand, inShort, NotApplicable } from './conformance-error.js';
import { account, BIRTHDATE, newAddress, OTHER_PASSWORD, PASSWORD, PHONE, UNKNOWN_CODE } from './portal.js';
import { endOf, factsOf } from './refusals.js';
import { lookFor } from './mailed-token.js';
import { json } from './wire.js';

const CANARY = 'canary-7F3kQ!';

/** Bodies that bring a careless program to its knees, and then to talk. */
const HOSTILE: Record<string, string> = {
  'half an object': '{"username":',
  'no object': '"text"',
  'a list': '[1]',
  null: 'null',
  'a key that means something to JavaScript': '{"__proto__":{"admin":true},"username":"a","password":"b"}',
  'a constructor': '{"constructor":{"prototype":{"admin":true}},"username":"a","password":"b"}',
  'a quote for a database': `{"username":"' OR 1=1 --","password":"x"}`,
  'a NUL': '{"username":"a\\u0000b","password":"x"}',
  'half a character': '{"username":"\\ud800","password":"x"}',
  'a hundred objects in each other': `${'{"a":'.repeat(100)}1${'}'.repeat(100)}`,
  'a number beyond all numbers': '{"username":1e999,"password":"x"}',
};

/** Errors, answers, mail and the trail say no more than they have to. */
export const secrets = defineCases('secrets', [
  {
    name: 'no error repeats what was typed',
    rule: 'docs/security.md R-21',
    covers: [
      { operation: 'verifyCode', error: 'invalid_input' },
      { operation: 'logIn', error: 'invalid_credentials' },
      { operation: 'createAccount', error: 'ticket_expired' },
      { operation: 'resetPassword', error: 'token_expired' },
    ],
    run: async (portal) => {
      const { adapter } = portal.visitor();
      const calls: Record<string, () => Promise<unknown>> = {
        verifyCode: () => adapter.verifyCode({ code: CANARY, birthdate: CANARY }),
        logIn: () => adapter.logIn({ username: `${CANARY}@example.org`, password: CANARY }),
        createAccount: () => adapter.createAccount(account(CANARY, `${CANARY}@example.org`, CANARY)),
        resetPassword: () => adapter.resetPassword({ token: CANARY, password: CANARY }),
      };
      for (const [name, call] of Object.entries(calls)) {
        const end = await endOf(call());
        const told =
          'refused' in end ? inShort({ ...factsOf(end.refused), message: end.refused.message }) : inShort(end);
        demand('refused' in end && !told.includes(CANARY), `${name} to be refused without repeating "${CANARY}"`, told);
      }
    },
  },
  {
    name: 'verification tells four things and nothing about the person',
    rule: 'docs/security.md R-18',
    covers: [{ operation: 'verifyCode' }],
    run: async (portal) => {
      const person = await portal.invited();
      const input = { code: person.code, ...(await portal.proof(person)) };
      const visitor = portal.visitor();
      const answer = visitor.hasWire
        ? (await visitor.wire.ask('verifyCode', input)).json
        : await visitor.adapter.verifyCode(input);
      const keys = Object.keys(answer).sort().join(', ');
      demand(keys === 'expiresAt, invitedEmail, step, ticket', 'the keys expiresAt, invitedEmail, step, ticket', keys);
    },
  },
  {
    name: 'whatever is sent, an error says nothing of the program, and the program stands',
    rule: 'docs/security.md R-87',
    covers: [{ operation: 'logIn', error: 'invalid_input' }],
    run: async (portal) => {
      const { wire } = portal.visitor();
      for (const [what, body] of Object.entries(HOSTILE)) {
        // What an error says of the program is looked at on the wire, at every error.
        const { status, text } = await wire.send('POST', '/session', { ...json({}), body });
        demand(
          status >= 400 && status < 500,
          `${what} (${inShort(body)}) to be refused as the caller’s mistake`,
          `${status} ${inShort(text)}`,
        );
      }
    },
  },
  {
    name: 'the token of a session is in the cookie alone',
    rule: 'docs/security.md R-50',
    covers: [{ operation: 'logIn' }, { operation: 'readSession' }, { operation: 'listSessions' }],
    run: async (portal) => {
      const { visitor, email } = await portal.member();
      const { wire } = visitor;
      const answers = [
        await wire.ask('logIn', { username: email, password: PASSWORD }),
        await wire.ask('readSession'),
        await wire.ask('listSessions'),
      ];
      const tokens = [...wire.jar.values()].filter((value) => value.length > 15);
      if (tokens.length === 0) throw new NotApplicable('sessions here are in no cookie');
      for (const { text } of answers) {
        demand(!tokens.some((token) => text.includes(token)), 'answers without the session’s token', inShort(text));
      }
    },
  },
  {
    name: 'the trail tells of an activation, and holds nothing secret or personal',
    rule: 'docs/security.md R-113',
    covers: [{ operation: 'createAccount' }, { operation: 'logIn' }],
    run: async (portal) => {
      const trail = portal.demand('trail');
      const before = (await trail()).length;
      const { email, code } = await portal.newcomer();
      await endOf(portal.visitor().adapter.logIn({ username: email, password: OTHER_PASSWORD }));
      const lines = (await trail()).slice(before);
      demand(lines.length > 0, 'the trail to tell of an account and of a refused log-in', 'no further line');
      const secret = [code, code.replaceAll('-', ''), PASSWORD, OTHER_PASSWORD, BIRTHDATE, PHONE, email];
      const line = lines.find((each) => secret.some((text) => each.includes(text)));
      demand(line === undefined, 'the trail without code, password, birthdate, phone and address', line);
    },
  },
  {
    name: 'mail holds neither a password nor what is on file',
    rule: 'docs/security.md R-95',
    covers: [{ operation: 'createAccount' }, { operation: 'requestPasswordReset' }],
    run: async (portal) => {
      const mailbox = portal.demand('mailbox');
      const { visitor, ticket, email } = await portal.holder();
      const address = newAddress();
      await visitor.adapter.createAccount(account(ticket, address));
      for (const username of [email, address]) await visitor.adapter.requestPasswordReset({ username });
      const found = (texts: string[]): string[] | undefined => (texts.length > 0 ? texts : undefined);
      const mails = await lookFor(mailbox, email, found);
      demand(
        mails !== undefined,
        'a mail to the invited address that tells of the other one',
        'none',
        'docs/security.md R-27',
      );
      mails.push(...(await mailbox(address)).map(({ text }) => text));
      const told = mails.find((text) => [PASSWORD, BIRTHDATE, PHONE, 'Doe'].some((secret) => text.includes(secret)));
      demand(told === undefined, 'mail without a password, birthdate, phone or name', told);
    },
  },
  {
    name: 'an unknown code is not said back',
    rule: 'docs/security.md R-21',
    covers: [{ operation: 'verifyCode', error: 'no_records_found' }],
    run: async (portal) => {
      const proof = await portal.wrongProof(7);
      const end = await endOf(portal.visitor().adapter.verifyCode({ code: UNKNOWN_CODE, ...proof }));
      const told = inShort('refused' in end ? factsOf(end.refused) : end);
      const typed = [UNKNOWN_CODE, UNKNOWN_CODE.replaceAll('-', ''), ...Object.values(proof)];
      demand(
        'refused' in end && !typed.some((text) => told.includes(text)),
        'a refusal that repeats neither code nor proof',
        told,
      );
    },
  },
]);
