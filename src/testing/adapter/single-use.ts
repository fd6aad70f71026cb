import type { ConsentDocument } from '../../contract/consent.js';
import { defineCases } from './adapter-case.js';
import { demand, NotApplicable } from './conformance-error.js';
import { mailedToken, mailedTokens } from './mailed-token.js';
import { account, agree, newAddress, OTHER_PASSWORD, PASSWORD, type Portal } from './portal.js';
import { endOf, named, refuses, type End } from './refusals.js';

/** Further tickets for the code of somebody who holds one. */
async function moreTickets(portal: Portal, person: { code: string; email: string }, count: number): Promise<string[]> {
  const proof = await portal.proof(person);
  const tickets: string[] = [];
  for (let i = 0; i < count; i += 1) {
    const { ticket } = await portal.visitor().adapter.verifyCode({ code: person.code, ...proof });
    tickets.push(ticket);
  }
  return tickets;
}

const told = (ends: readonly End[]): string =>
  ends.map((end) => ('refused' in end ? named(end.refused) : 'an answer')).join(', ');

/** Demands that of calls made at once exactly one was answered. */
function oneOf(ends: readonly End[], what: string): void {
  const answered = ends.filter((end) => 'answer' in end).length;
  demand(answered === 1, `exactly one of ${ends.length} ${what} at once to succeed`, `${answered}: ${told(ends)}`);
}

const expired = { operation: 'createAccount', error: 'ticket_expired' } as const;

/** What is good once is good once, also for those who come at the same moment. */
export const singleUse = defineCases('single use', [
  {
    name: 'of many who activate one code at once, one gets an account',
    rule: 'docs/security.md R-101',
    covers: [{ operation: 'createAccount' }, expired],
    run: async (portal) => {
      const tickets = await moreTickets(portal, await portal.invited(), 8);
      const create = (ticket: string) => endOf(portal.visitor().adapter.createAccount(account(ticket, newAddress())));
      oneOf(await Promise.all(tickets.map(create)), 'activations of one code');
    },
  },
  {
    name: 'of many who use one ticket at once, each for an address of their own, one gets an account',
    rule: 'docs/security.md R-17',
    covers: [{ operation: 'createAccount' }, expired],
    run: async (portal) => {
      const { ticket } = await portal.holder();
      // No more than the addresses that one ticket may try.
      const create = () => endOf(portal.visitor().adapter.createAccount(account(ticket, newAddress())));
      oneOf(await Promise.all([create(), create(), create(), create()]), 'uses of one ticket');
    },
  },
  {
    name: 'of those who link and those who activate one code at once, one has it',
    rule: 'docs/security.md R-58',
    covers: [{ operation: 'linkCode' }, { operation: 'createAccount' }],
    run: async (portal) => {
      const { adapter } = await portal.member();
      const person = await portal.invited();
      const tickets = await moreTickets(portal, person, 3);
      const proof = await portal.linkProof();
      const ends = await Promise.all([
        ...tickets.map((ticket) => endOf(portal.visitor().adapter.createAccount(account(ticket, newAddress())))),
        endOf(adapter.linkCode({ code: person.code, ...proof })),
      ]);
      oneOf(ends, 'uses of one code');
    },
  },
  {
    name: 'of many who want one address at once, one gets it, and the others’ codes stay good',
    rule: 'docs/security.md R-23',
    covers: [{ operation: 'createAccount' }, { operation: 'createAccount', error: 'email_taken' }],
    run: async (portal) => {
      const holders = [await portal.holder(), await portal.holder(), await portal.holder(), await portal.holder()];
      const address = newAddress();
      const create = ({ visitor, ticket }: (typeof holders)[number]) =>
        endOf(visitor.adapter.createAccount(account(ticket, address)));
      const ends = await Promise.all(holders.map(create));
      oneOf(ends, 'accounts with one address');
      const losers = ends.flatMap((end, index) => ('refused' in end ? [{ end, holder: holders[index]! }] : []));
      const right = losers.every(({ end }) => end.refused.code === 'email_taken');
      demand(right, 'the others to be refused with email_taken', told(ends));
      const { visitor, ticket, email } = losers[0]!.holder;
      await visitor.adapter.createAccount(account(ticket, email));
    },
  },
  {
    name: 'an activation that is sent again is answered as before, with a session',
    rule: 'docs/security.md R-103',
    covers: [{ operation: 'createAccount' }],
    run: async (portal) => {
      const { visitor, ticket, email } = await portal.holder();
      const first = await visitor.adapter.createAccount(account(ticket, email));
      const { adapter } = portal.visitor();
      const again = await adapter.createAccount(account(ticket, email));
      demand(again.step === first.step, `the step "${first.step}" again`, `"${again.step}"`);
      await adapter.readSession();
    },
  },
  {
    name: 'a spent ticket is good for nobody else',
    rule: 'docs/security.md R-103',
    covers: [expired],
    run: async (portal) => {
      const { visitor, ticket, email } = await portal.holder();
      await visitor.adapter.createAccount(account(ticket, email));
      const { adapter } = portal.visitor();
      const another = adapter.createAccount(account(ticket, newAddress()));
      await refuses(another, 'ticket_expired', 'a spent ticket with another address');
      const wrong = adapter.createAccount(account(ticket, email, OTHER_PASSWORD));
      await refuses(wrong, 'ticket_expired', 'a spent ticket with another password');
    },
  },
  {
    name: 'a second ticket of a used code is worth nothing',
    rule: 'docs/security.md R-17',
    covers: [expired],
    run: async (portal) => {
      const person = await portal.invited();
      const [first, second] = await moreTickets(portal, person, 2);
      await portal.visitor().adapter.createAccount(account(first!, person.email));
      const late = portal.visitor().adapter.createAccount(account(second!, newAddress()));
      await refuses(late, 'ticket_expired', 'a ticket whose code was used since');
    },
  },
  {
    name: 'verifying a code uses nothing up',
    rule: 'docs/security.md R-8',
    covers: [{ operation: 'verifyCode' }],
    run: async (portal) => {
      const person = await portal.invited();
      const tickets = await moreTickets(portal, person, 3);
      await portal.visitor().adapter.createAccount(account(tickets.at(-1)!, person.email));
    },
  },
  {
    name: 'a mailed reset link is good once, and only the newest',
    rule: 'docs/security.md R-37',
    covers: [{ operation: 'resetPassword', error: 'token_expired' }],
    run: async (portal) => {
      const mailbox = portal.demand('mailbox');
      const { email } = await portal.newcomer();
      const { adapter } = portal.visitor();
      await adapter.requestPasswordReset({ username: email });
      await mailedTokens(mailbox, email, 'reset', 1);
      await adapter.requestPasswordReset({ username: email });
      const [older, newest] = await mailedTokens(mailbox, email, 'reset', 2);
      await adapter.resetPassword({ token: newest!, password: OTHER_PASSWORD });
      const again = adapter.resetPassword({ token: newest!, password: PASSWORD });
      await refuses(again, 'token_expired', 'a reset link that was used');
      const late = adapter.resetPassword({ token: older!, password: PASSWORD });
      await refuses(late, 'token_expired', 'a reset link from before the password was changed');
    },
  },
  {
    name: 'a mailed confirmation is good once',
    rule: 'docs/security.md R-28',
    covers: [{ operation: 'confirmEmail', error: 'token_expired' }],
    run: async (portal) => {
      const mailbox = portal.demand('mailbox');
      if (!(await portal.config()).confirmNewEmail) {
        throw new NotApplicable('the portal doesn’t ask to confirm a new address (confirmNewEmail)');
      }
      const { visitor, ticket } = await portal.holder();
      const address = newAddress();
      await visitor.adapter.createAccount(account(ticket, address));
      const token = await mailedToken(mailbox, address, 'confirm');
      await visitor.adapter.confirmEmail({ token });
      await refuses(visitor.adapter.confirmEmail({ token }), 'token_expired', 'a confirmation that was used');
    },
  },
  {
    name: 'an answer to a consent is recorded once, however often it is sent at once',
    rule: 'docs/security.md R-63',
    covers: [{ operation: 'answerConsent' }],
    run: async (portal) => {
      const { adapter } = await portal.newcomer();
      const [document] = (await adapter.listConsents()).pending as [ConsentDocument?];
      if (!document) throw new NotApplicable('the portal has no consent document');
      await Promise.all([agree(adapter, document), agree(adapter, document), agree(adapter, document)]);
      const { records } = await adapter.listConsents();
      demand(records.length === 1, 'one record', records);
    },
  },
]);
