import { EXAMPLES } from '../../contract/examples.js';
import { operationNamed, OPERATION_NAMES } from '../../contract/operations.js';
import { defineCases } from './adapter-case.js';
import { demand, NotApplicable } from './conformance-error.js';
import { mailedToken } from './mailed-token.js';
import { account, newAddress, OTHER_PASSWORD, PASSWORD, type Member, type Portal } from './portal.js';
import { refuses } from './refusals.js';

const SECOND = 1_000;
const DAY = 86_400 * SECOND;

const ended = { operation: 'readSession', error: 'session_required' } as const;

/** Somebody with the session that a member has this moment, whatever becomes of the member's own. */
const copyOf = (portal: Portal, { visitor }: Member) => portal.visitor(new Map(visitor.wire.jar)).adapter;

/** Sessions in all: who has one, and when it ends. */
export const sessions = defineCases('sessions', [
  ...OPERATION_NAMES.filter((name) => operationNamed(name).access !== 'public').map((operation) => ({
    name: `${operation} is for who is logged in`,
    rule: `docs/http.md ${operation}` as const,
    covers: [{ operation, error: 'session_required' as const }],
    run: async (portal: Portal) => {
      const call = portal.visitor().adapter[operation] as (input: unknown) => Promise<unknown>;
      await refuses(call(EXAMPLES[operation].input), 'session_required', `${operation} without a session`);
    },
  })),
  {
    name: 'a session lasts until it is ended, and ending it again is harmless',
    rule: 'docs/security.md R-52',
    covers: [{ operation: 'logOut' }, ended],
    run: async (portal) => {
      const { adapter } = await portal.newcomer();
      await adapter.readSession();
      await adapter.logOut();
      await refuses(adapter.readSession(), 'session_required', 'a session that was ended');
      await adapter.logOut();
    },
  },
  {
    name: 'what was ended stays ended, whatever cookie is sent',
    rule: 'docs/security.md R-52',
    covers: [{ operation: 'logOut' }, ended],
    run: async (portal) => {
      const member = await portal.newcomer();
      const copy = copyOf(portal, member);
      await member.adapter.logOut();
      await refuses(copy.readSession(), 'session_required', 'the cookie of a session that was ended');
    },
  },
  {
    name: 'a log-in begins a session of its own, and ends the one that its visitor came with',
    rule: 'docs/security.md R-51',
    covers: [{ operation: 'logIn' }, ended],
    run: async (portal) => {
      const member = await portal.newcomer();
      const copy = copyOf(portal, member);
      const before = [...member.visitor.wire.jar.values()].join();
      await member.adapter.logIn({ username: member.email, password: PASSWORD });
      const now = [...member.visitor.wire.jar.values()].join();
      demand(now !== before, 'another cookie after a log-in', 'the same as before');
      await refuses(copy.readSession(), 'session_required', 'the cookie from before a log-in');
    },
  },
  {
    name: 'a cookie that somebody made up is never adopted',
    rule: 'docs/security.md R-51',
    covers: [{ operation: 'logIn' }, ended],
    run: async (portal) => {
      const { visitor, email } = await portal.newcomer();
      const [name] = [...visitor.wire.jar.keys()];
      if (!name) throw new NotApplicable('sessions here are in no cookie');
      const planted = new Map([[name, 'planted']]);
      const victim = portal.visitor(planted);
      await victim.adapter.logIn({ username: email, password: PASSWORD });
      demand(
        planted.get(name) !== 'planted',
        'a cookie of the backend’s own after a log-in',
        'the one that was planted',
      );
      const stranger = portal.visitor(new Map([[name, 'planted']])).adapter;
      await refuses(stranger.readSession(), 'session_required', 'the planted cookie after its victim logged in');
    },
  },
  {
    name: 'a changed password ends the other sessions and goes on here, under another cookie',
    rule: 'docs/security.md R-51',
    covers: [{ operation: 'changePassword' }, ended],
    run: async (portal) => {
      const member = await portal.member();
      const copy = copyOf(portal, member);
      await member.adapter.changePassword({ currentPassword: PASSWORD, newPassword: OTHER_PASSWORD });
      await member.adapter.readSession();
      await refuses(copy.readSession(), 'session_required', 'the cookie from before the password was changed');
    },
  },
  {
    name: 'a linked code goes on under another cookie',
    rule: 'docs/security.md R-51',
    covers: [{ operation: 'linkCode' }, ended],
    run: async (portal) => {
      const member = await portal.member();
      const copy = copyOf(portal, member);
      const { code } = await portal.invited();
      await member.adapter.linkCode({ code, ...(await portal.linkProof()) });
      await member.adapter.readSession();
      await refuses(copy.readSession(), 'session_required', 'the cookie from before a code was linked');
    },
  },
  {
    name: 'a changed password ends the sessions elsewhere',
    rule: 'docs/security.md R-36',
    covers: [{ operation: 'changePassword' }, ended],
    run: async (portal) => {
      const { adapter, email } = await portal.member();
      const elsewhere = portal.visitor().adapter;
      await elsewhere.logIn({ username: email, password: PASSWORD });
      await adapter.changePassword({ currentPassword: PASSWORD, newPassword: OTHER_PASSWORD });
      await refuses(elsewhere.readSession(), 'session_required', 'a session from before the password was changed');
      await adapter.readSession();
    },
  },
  {
    name: 'a reset password ends every session',
    rule: 'docs/security.md R-37',
    covers: [{ operation: 'resetPassword' }, ended],
    run: async (portal) => {
      const mailbox = portal.demand('mailbox');
      const { adapter, email } = await portal.newcomer();
      const elsewhere = portal.visitor().adapter;
      await elsewhere.requestPasswordReset({ username: email });
      await elsewhere.resetPassword({ token: await mailedToken(mailbox, email, 'reset'), password: OTHER_PASSWORD });
      await refuses(adapter.readSession(), 'session_required', 'a session from before the password was reset');
    },
  },
  {
    name: 'a session ends when nothing was asked for as long as it says, and goes on while something is',
    rule: 'docs/security.md R-53',
    covers: [ended],
    run: async (portal) => {
      const clock = portal.demand('clock');
      const { adapter } = await portal.newcomer();
      const idle = (await adapter.readSession()).idleSeconds * SECOND;
      for (let n = 0; n < 2; n += 1) {
        await clock.advance(idle - SECOND);
        await adapter.readSession();
      }
      await clock.advance(idle + SECOND);
      await refuses(adapter.readSession(), 'session_required', 'a session that was idle for too long');
    },
  },
  {
    name: 'a session ends in the end, however busy it is',
    rule: 'docs/security.md R-53',
    covers: [ended],
    run: async (portal) => {
      const clock = portal.demand('clock');
      const { adapter } = await portal.newcomer();
      const { idleSeconds, expiresAt } = await adapter.readSession();
      // A day has no session that outlives it; busy as it is, this one has to end before that.
      const nap = (idleSeconds - 1) * SECOND;
      for (let asleep = 0; asleep + nap < DAY; asleep += nap) {
        await clock.advance(nap);
        const alive = await adapter.readSession().then(
          () => true,
          () => false,
        );
        if (!alive) return;
      }
      demand(false, `a session to end at its expiresAt, ${expiresAt}, within a day`, 'a session that goes on');
    },
  },
  {
    name: 'a ticket ends in time',
    rule: 'docs/security.md R-17',
    covers: [{ operation: 'createAccount', error: 'ticket_expired' }],
    run: async (portal) => {
      const clock = portal.demand('clock');
      const { visitor, ticket } = await portal.holder();
      await clock.advance(DAY);
      await refuses(
        visitor.adapter.createAccount(account(ticket, newAddress())),
        'ticket_expired',
        'a ticket of yesterday',
      );
    },
  },
  {
    name: 'a reset link ends in time',
    rule: 'docs/security.md R-37',
    covers: [{ operation: 'resetPassword', error: 'token_expired' }],
    run: async (portal) => {
      const clock = portal.demand('clock');
      const mailbox = portal.demand('mailbox');
      const { email } = await portal.newcomer();
      const { adapter } = portal.visitor();
      await adapter.requestPasswordReset({ username: email });
      const token = await mailedToken(mailbox, email, 'reset');
      await clock.advance(DAY);
      await refuses(
        adapter.resetPassword({ token, password: OTHER_PASSWORD }),
        'token_expired',
        'a reset link of yesterday',
      );
    },
  },
]);
