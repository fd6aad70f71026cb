// What Better Auth lacks for a portal, as a plugin: an account is made with an activation code, and nobody tries passwords
// on end. Users, passwords and sessions are Better Auth's own, in its own tables.
import { randomUUID } from 'node:crypto';
import { APIError, createAuthEndpoint, createAuthMiddleware } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { z } from 'zod';

const MINUTE = 60_000;
const MOST_WRONG = 5;

const refused = (status, code, more = {}) => new APIError(status, { code, ...more });

/**
 * @returns {import('better-auth').BetterAuthPlugin & { invite(person: { email: string, birthdate: string }): string }}
 */
export function portal() {
  // Where these maps are, your own tables are.
  const invitations = new Map();
  const tickets = new Map();
  const attempts = new Map();

  const verify = createAuthEndpoint(
    '/portal/verify',
    { method: 'POST', body: z.object({ code: z.string(), birthdate: z.string() }) },
    async (ctx) => {
      const { code, birthdate } = ctx.body;
      const invitation = invitations.get(code);
      if (!invitation || invitation.wrong >= MOST_WRONG) throw refused('NOT_FOUND', 'NO_RECORDS_FOUND');
      if (invitation.birthdate !== birthdate) {
        invitation.wrong += 1;
        throw refused('NOT_FOUND', 'NO_RECORDS_FOUND');
      }
      if (invitation.usedBy) throw refused('NOT_FOUND', 'NO_RECORDS_FOUND', { reason: 'used' });
      const ticket = randomUUID();
      const expires = Date.now() + 15 * MINUTE;
      tickets.set(ticket, { invitation, expires, addresses: new Set() });
      return ctx.json({ ticket, expiresAt: new Date(expires).toISOString(), invitedEmail: invitation.email });
    },
  );

  const activate = createAuthEndpoint(
    '/portal/activate',
    { method: 'POST', body: z.object({ ticket: z.string(), email: z.string(), password: z.string() }) },
    async (ctx) => {
      const { ticket, email, password } = ctx.body;
      const { internalAdapter, password: passwords } = ctx.context;
      const held = tickets.get(ticket);
      if (!held || held.expires < Date.now()) throw refused('GONE', 'TICKET_EXPIRED');
      const { invitation } = held;
      if (invitation.usedBy) {
        if (!held.spent || invitation.usedBy !== email) throw refused('GONE', 'TICKET_EXPIRED');
        const { user, accounts } = await internalAdapter.findUserByEmail(email, { includeAccounts: true });
        const { password: hash } = accounts.find(({ providerId }) => providerId === 'credential');
        if (!(await passwords.verify({ hash, password }))) throw refused('GONE', 'TICKET_EXPIRED');
        return logIn(ctx, user);
      }
      if (held.addresses.add(email).size > 5) throw refused('TOO_MANY_REQUESTS', 'TOO_MANY', { wait: 60 });
      const hash = await passwords.hash(password);
      if (await internalAdapter.findUserByEmail(email)) throw refused('CONFLICT', 'EMAIL_TAKEN');
      // Taken before anything waits again: of those who come at once, one is first.
      if (invitation.usedBy) throw refused('GONE', 'TICKET_EXPIRED');
      invitation.usedBy = email;
      try {
        const user = await internalAdapter.createUser({ email, name: '', emailVerified: email === invitation.email });
        await internalAdapter.linkAccount({
          userId: user.id,
          accountId: user.id,
          providerId: 'credential',
          password: hash,
        });
        held.spent = true;
        return await logIn(ctx, user);
      } catch {
        // The table keeps addresses apart; whoever comes second finds the code as it was.
        invitation.usedBy = undefined;
        throw refused('CONFLICT', 'EMAIL_TAKEN');
      }
    },
  );

  async function logIn(ctx, user) {
    const session = await ctx.context.internalAdapter.createSession(user.id);
    await setSessionCookie(ctx, { session, user });
    return ctx.json({});
  }

  const isSignIn = ({ path }) => path === '/sign-in/email';
  return {
    id: 'portal',
    endpoints: { portalVerify: verify, portalActivate: activate },
    hooks: {
      before: [
        {
          matcher: isSignIn,
          handler: createAuthMiddleware(async ({ body }) => {
            const tried = attempts.get(body.email) ?? { count: 0, until: 0 };
            if (tried.until < Date.now()) tried.count = 0;
            if (tried.count >= MOST_WRONG) {
              throw refused('TOO_MANY_REQUESTS', 'TOO_MANY', { wait: Math.ceil((tried.until - Date.now()) / 1_000) });
            }
            attempts.set(body.email, { count: tried.count + 1, until: Date.now() + MINUTE });
          }),
        },
      ],
      after: [
        {
          matcher: isSignIn,
          handler: createAuthMiddleware(async ({ body, context }) => {
            if (context.newSession) attempts.delete(body.email);
          }),
        },
      ],
    },
    invite(person) {
      const code = `BA${String(invitations.size + 1).padStart(8, '0')}`;
      invitations.set(code, { ...person, usedBy: undefined, wrong: 0 });
      return code;
    },
  };
}
