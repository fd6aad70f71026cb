import type { AccountStore } from '../../ports.js';
import { CONTACT, CONTACT_ON_RECORD, laterThan, pick } from '../rules.js';
import { linksOf } from './activation.js';
import { carry, type Database, type Sync } from './database.js';
import { voidTokens } from './mailed-tokens.js';

/** Accounts and what is kept on them, in memory. */
export const accounts = (db: Database): Sync<AccountStore> => ({
  findAccount: (id) => db.accounts.get(id),

  findAccountByName: (wanted) => db.accounts.find(({ usernameKey }) => usernameKey === wanted),

  rehashPassword(accountId, oldHash, newHash) {
    const account = db.accounts.get(accountId);
    if (account?.passwordHash === oldHash) db.accounts.put({ ...account, passwordHash: newHash });
  },

  changePassword({ accountId, oldHash, newHash, session }, now, along) {
    const account = db.accounts.get(accountId);
    if (account?.passwordHash !== oldHash || account.disabledAt !== null) return false;
    const passwordChangedAt = laterThan(account.passwordChangedAt, now);
    db.accounts.put({ ...account, passwordHash: newHash, passwordChangedAt });
    db.sessions.removeWhere((one) => one.accountId === accountId);
    voidTokens(db, accountId, 'reset-password');
    db.sessions.insert(session);
    carry(db, along);
    return true;
  },

  updateContact({ accountId, changes, username, confirmation }, along) {
    const account = db.accounts.demand(accountId);
    const holder = username && db.accounts.find(({ usernameKey }) => usernameKey === username.usernameKey);
    if (holder && holder.id !== accountId) return 'username_taken';

    db.accounts.put({ ...account, ...pick(changes, CONTACT), ...username });
    const own = linksOf(db, accountId).find(({ relationship }) => relationship === 'self');
    if (own) db.people.put({ ...db.people.demand(own.personId), ...pick(changes, CONTACT_ON_RECORD) });

    // Whoever reads the old mailbox must not be able to use what was mailed there.
    if (changes.email !== undefined && changes.email !== account.email) {
      voidTokens(db, accountId, 'reset-password', 'confirm-email');
    }
    if (confirmation) {
      voidTokens(db, accountId, 'confirm-email');
      db.mailedTokens.insert(confirmation);
    }
    carry(db, along);
    return 'updated';
  },

  markHelpSeen(accountId, now) {
    const account = db.accounts.get(accountId);
    if (account?.helpSeenAt === null) db.accounts.put({ ...account, helpSeenAt: now });
  },

  disableAccount(accountId, now, along) {
    const account = db.accounts.demand(accountId);
    db.accounts.put({ ...account, disabledAt: now });
    if (now !== null) {
      db.sessions.removeWhere((one) => one.accountId === accountId);
      voidTokens(db, accountId, 'reset-password', 'confirm-email');
    }
    carry(db, along);
  },
});
