import type { AccountLink } from '../../records.js';
import type { Db } from '../schema.js';

/** Links with the person's name as it stands on file, oldest first. */
export async function findLinks(db: Db, by: 'accountId' | 'invitationId', value: string): Promise<AccountLink[]> {
  const rows = await db
    .selectFrom('accountLinks')
    .innerJoin('people', 'people.id', 'accountLinks.personId')
    .select(['accountLinks.id', 'accountId', 'personId', 'invitationId', 'relationship', 'linkedAt'])
    .select(['givenName', 'familyName'])
    .where(by, '=', value)
    .orderBy('linkedAt')
    .orderBy('accountLinks.position')
    .execute();
  return rows.map(({ givenName, familyName, ...link }) => ({ ...link, name: `${givenName} ${familyName}`.trim() }));
}

/** The person whom an account is for: its own, or the first linked one where `orFirst` says so. */
export async function findOwnPerson(trx: Db, accountId: string, orFirst = false): Promise<string | undefined> {
  const links = await findLinks(trx, 'accountId', accountId);
  const own = links.find(({ relationship }) => relationship === 'self') ?? (orFirst ? links[0] : undefined);
  return own?.personId;
}

/** The records of an account's own person: an organisation may have more than one of somebody. */
export async function findOwnPeople(trx: Db, accountId: string): Promise<string[]> {
  const links = await findLinks(trx, 'accountId', accountId);
  return links.filter(({ relationship }) => relationship === 'self').map(({ personId }) => personId);
}
