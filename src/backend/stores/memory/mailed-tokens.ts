import type { Instant, MailedToken } from '../../records.js';
import type { MailedTokenStore } from '../../ports.js';
import { laterThan } from '../rules.js';
import { linksOf } from './activation.js';
import { carry, type Database, type Sync } from './database.js';

/** Makes the account's unspent tokens of these purposes void. */
export function voidTokens(db: Database, accountId: string, ...purposes: MailedToken['purpose'][]): void {
  db.mailedTokens.removeWhere(
    (token) => token.accountId === accountId && token.spentAt === null && purposes.includes(token.purpose),
  );
}

function usable(db: Database, digest: string, purpose: MailedToken['purpose'], now: Instant): MailedToken | undefined {
  const token = db.mailedTokens.get(digest);
  return token?.purpose === purpose && token.spentAt === null && token.expiresAt > now ? token : undefined;
}

/** Tokens that went out by mail, in memory. */
export const mailedTokens = (db: Database): Sync<MailedTokenStore> => ({
  openMailedToken(token, along) {
    db.accounts.demand(token.accountId);
    voidTokens(db, token.accountId, token.purpose);
    db.mailedTokens.insert(token);
    carry(db, along);
  },

  findMailedToken: (digest) => db.mailedTokens.get(digest),

  resetPassword({ digest, newHash }, now, along) {
    const token = usable(db, digest, 'reset-password', now);
    const account = token && db.accounts.demand(token.accountId);
    if (!account || account.disabledAt !== null) return false;
    if (account.passwordChangedAt !== token.passwordChangedAt) return false;
    const passwordChangedAt = laterThan(account.passwordChangedAt, now);
    db.accounts.put({ ...account, passwordHash: newHash, passwordChangedAt });
    db.sessions.removeWhere(({ accountId }) => accountId === account.id);
    db.mailedTokens.put({ ...token, spentAt: now });
    voidTokens(db, account.id, 'reset-password');
    carry(db, along);
    return true;
  },

  confirmEmail({ digest, username }, now, along) {
    const token = usable(db, digest, 'confirm-email', now);
    if (!token) return false;
    const account = db.accounts.demand(token.accountId);
    const holder = username && db.accounts.find(({ usernameKey }) => usernameKey === username.usernameKey);
    if (holder && holder.id !== account.id) return false;
    db.mailedTokens.put({ ...token, spentAt: now });
    db.accounts.put({ ...account, email: token.address, emailConfirmedAt: now, ...username });
    const links = linksOf(db, account.id);
    const link = links.find(({ relationship }) => relationship === 'self') ?? links[0];
    if (link) db.people.put({ ...db.people.demand(link.personId), email: token.address });
    if (account.email !== token.address) voidTokens(db, account.id, 'reset-password');
    carry(db, along);
    return true;
  },
});
