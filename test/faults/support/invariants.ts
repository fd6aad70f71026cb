import { sql } from 'kysely';
import type { Db, Dialect } from '../../../src/backend/stores/schema.js';

/** What people were told had happened; whatever becomes of the servers, it has. */
export interface Ledger {
  /** Whose activation was acknowledged, by the address they chose. */
  activated: Set<string>;
  /** Whose consent was. */
  consented: Set<string>;
}

/** Every activation here replaces the invited address, of which both addresses are told. */
const LETTERS_EACH = 2;

const repeated = (values: readonly unknown[]): boolean => new Set(values).size < values.length;

/** Which of the promises don't hold of a database at rest, in words; none of them where all is well. */
export async function brokenPromises(db: Db, kind: Dialect, { activated, consented }: Ledger): Promise<string[]> {
  const accounts = await db.selectFrom('accounts').select(['id', 'usernameKey']).execute();
  const links = await db.selectFrom('accountLinks').select(['accountId', 'invitationId']).execute();
  const used = await db.selectFrom('invitations').select('id').where('usedAt', 'is not', null).execute();
  const consents = await db.selectFrom('consentEntries').select(['accountId', 'documentId']).execute();
  const letters = await db.selectFrom('letters').select('id').execute();
  const created = await db.selectFrom('events').select('accountId').where('name', '=', 'account.created').execute();

  const ids = accounts.map(({ id }) => id).sort();
  const same = (others: readonly (string | null)[]): boolean =>
    JSON.stringify([...others].sort()) === JSON.stringify(ids);
  const agreed = new Set(
    accounts.filter(({ id }) => consents.some(({ accountId }) => accountId === id)).map((one) => one.usernameKey),
  );
  const promises: Record<string, boolean> = {
    'what was acknowledged is there': [...activated].every((key) => accounts.some((one) => one.usernameKey === key)),
    'no code was used twice': !repeated(links.map(({ invitationId }) => invitationId)),
    'no address has two accounts': !repeated(accounts.map(({ usernameKey }) => usernameKey)),
    'each account has used a code, and each used code made an account':
      same(links.map(({ accountId }) => accountId)) && used.length === ids.length,
    'each consent that was acknowledged is there, once':
      [...consented].every((key) => agreed.has(key)) &&
      !repeated(consents.map(({ accountId, documentId }) => `${accountId} ${documentId}`)),
    'the letters of each account are there': letters.length === LETTERS_EACH * ids.length,
    'the trail tells of each account': same(created.map(({ accountId }) => accountId)),
    'the file is whole': kind !== 'sqlite' || (await isWhole(db)),
  };
  return Object.keys(promises).filter((promise) => !promises[promise]);
}

async function isWhole(db: Db): Promise<boolean> {
  const { rows } = await sql<{ integrityCheck: string }>`pragma integrity_check`.execute(db);
  const foreign = await sql`pragma foreign_key_check`.execute(db);
  return rows.length === 1 && rows[0]!.integrityCheck === 'ok' && foreign.rows.length === 0;
}
