import { defineCases } from './adapter-case.js';
import { demand } from './conformance-error.js';
import { account, newAddress, OTHER_PASSWORD, PASSWORD, type Person, type Portal } from './portal.js';
import { endOf, refuses, takes } from './refusals.js';
import type { Visitor } from './visitor.js';

const MOST_TRIES = 12;

/** Tries five wrong proofs on a code. */
async function lock(portal: Portal, { code }: Person): Promise<void> {
  const { adapter } = portal.visitor();
  for (let n = 1; n <= 5; n += 1) {
    const guess = adapter.verifyCode({ code, ...(await portal.wrongProof(n)) });
    await refuses(guess, 'no_records_found', `wrong proof ${n} of five`);
  }
}

/** Tries wrong passwords until it has to wait, and tells how each try ended. */
async function guessPasswords({ adapter }: Visitor, username: string): Promise<string[]> {
  const codes: string[] = [];
  for (let n = 1; n <= MOST_TRIES && !codes.includes('too_many_attempts'); n += 1) {
    const end = await endOf(adapter.logIn({ username, password: `wrong${n}` }));
    codes.push('refused' in end ? end.refused.code : 'an answer');
  }
  demand(
    codes.includes('too_many_attempts'),
    `one of ${MOST_TRIES} wrong passwords to be refused with too_many_attempts`,
    codes.join(', '),
  );
  return codes;
}

const locked = { operation: 'verifyCode', error: 'no_records_found' } as const;
const tooMany = { operation: 'logIn', error: 'too_many_attempts' } as const;

/** Nobody guesses on end. */
export const limits = defineCases('limits', [
  {
    name: 'after five wrong proofs the right one doesn’t help either',
    rule: 'docs/security.md R-13',
    covers: [locked],
    run: async (portal) => {
      const person = await portal.invited();
      await lock(portal, person);
      const right = portal.visitor().adapter.verifyCode({ code: person.code, ...(await portal.proof(person)) });
      await refuses(right, 'no_records_found', 'the right proof after five wrong ones');
    },
  },
  {
    name: 'wrong proofs that come at once count too',
    rule: 'docs/security.md R-14',
    covers: [locked],
    run: async (portal) => {
      const person = await portal.invited();
      const proofs = await Promise.all(Array.from({ length: 10 }, (_, n) => portal.wrongProof(n + 1)));
      const { adapter } = portal.visitor().hasty;
      const ends = await Promise.all(proofs.map((proof) => endOf(adapter.verifyCode({ code: person.code, ...proof }))));
      const told = ends.map((end) => ('refused' in end ? end.refused.code : 'an answer'));
      const refused = told.every((code) => ['no_records_found', 'too_many_attempts'].includes(code));
      const expected = 'ten wrong proofs at once to be refused with no_records_found or too_many_attempts';
      demand(refused, expected, told.join(', '));
      // Who was told to wait wasn't compared; what is left of the five is tried one after the other.
      const compared = told.filter((code) => code === 'no_records_found').length;
      const patient = portal.visitor().adapter;
      for (const proof of proofs.slice(0, Math.max(0, 5 - compared))) {
        await refuses(patient.verifyCode({ code: person.code, ...proof }), 'no_records_found', 'a further wrong proof');
      }
      const right = patient.verifyCode({ code: person.code, ...(await portal.proof(person)) });
      await refuses(right, 'no_records_found', `the right proof after ${compared} wrong ones at once`);
    },
  },
  {
    name: 'a ticket that is open stays good when others guess at its code',
    rule: 'docs/security.md R-14',
    covers: [{ operation: 'createAccount' }],
    run: async (portal) => {
      const { visitor, ticket, ...person } = await portal.holder();
      await lock(portal, person);
      await takes(
        visitor.adapter.createAccount(account(ticket, person.email)),
        'a ticket from before five wrong proofs',
      );
    },
  },
  {
    name: 'a code that died of wrong proofs can’t be linked',
    rule: 'docs/security.md R-57',
    covers: [{ operation: 'linkCode', error: 'no_records_found' }],
    run: async (portal) => {
      const person = await portal.invited();
      await lock(portal, person);
      const { adapter } = await portal.member();
      const link = adapter.linkCode({ code: person.code, ...(await portal.linkProof()) });
      await refuses(link, 'no_records_found', 'a code that died of wrong proofs');
    },
  },
  {
    name: 'who tries many passwords has to wait, also with the right one, and is told how long',
    rule: 'docs/security.md R-42',
    covers: [tooMany],
    run: async (portal) => {
      const { email } = await portal.newcomer();
      const visitor = portal.visitor().hasty;
      await guessPasswords(visitor, email);
      const right = visitor.adapter.logIn({ username: email, password: PASSWORD });
      const { retryAfter } = await refuses(
        right,
        'too_many_attempts',
        'the right password right after many wrong ones',
      );
      demand((retryAfter ?? 0) > 0, 'retryAfter to be a number of seconds', retryAfter ?? 'none');
    },
  },
  {
    name: 'tries at a user name that there is none of are limited as those at an account',
    rule: 'docs/security.md R-42',
    covers: [tooMany],
    run: async (portal) => {
      const { email } = await portal.newcomer();
      // Another limit, that of the network, may end the first round in its middle: then it is over in the second.
      for (const last of [false, true]) {
        await endOf(portal.visitor().adapter.logIn({ username: newAddress(), password: 'wrong' }));
        const known = (await guessPasswords(portal.visitor().hasty, email)).join(', ');
        const unknown = (await guessPasswords(portal.visitor().hasty, newAddress())).join(', ');
        if (unknown === known) return;
        demand(!last, `the same ends as for an account (${known})`, unknown);
      }
    },
  },
  {
    name: 'wrong passwords at log-in count where the password is changed',
    rule: 'docs/security.md R-45',
    covers: [{ operation: 'changePassword', error: 'too_many_attempts' }],
    run: async (portal) => {
      const { visitor, email } = await portal.member();
      await guessPasswords(portal.visitor().hasty, email);
      const change = visitor.hasty.adapter.changePassword({ currentPassword: PASSWORD, newPassword: OTHER_PASSWORD });
      await refuses(change, 'too_many_attempts', 'a change of password right after many wrong ones');
    },
  },
  {
    name: 'one ticket may try few addresses, and the code survives that',
    rule: 'docs/security.md R-22',
    covers: [{ operation: 'createAccount', error: 'too_many_attempts' }],
    run: async (portal) => {
      const taken: string[] = [];
      for (let n = 0; n < 6; n += 1) taken.push((await portal.newcomer()).email);
      const person = await portal.invited();
      const proof = await portal.proof(person);
      const { adapter } = portal.visitor().hasty;
      const { ticket } = await adapter.verifyCode({ code: person.code, ...proof });
      for (const email of taken.slice(0, 5))
        await refuses(adapter.createAccount(account(ticket, email)), 'email_taken', 'one of five taken addresses');
      await refuses(
        adapter.createAccount(account(ticket, taken[5]!)),
        'too_many_attempts',
        'the sixth address of one ticket',
      );
      const patient = portal.visitor().adapter;
      const again = await patient.verifyCode({ code: person.code, ...proof });
      await takes(patient.createAccount(account(again.ticket, person.email)), 'a free address with a new ticket');
    },
  },
]);
