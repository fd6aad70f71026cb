import { sql } from 'kysely';
import type { InvitationState } from '../../invitation-state.js';
import type { Instant, InvitationWithPerson } from '../../records.js';
import type { PeopleStore } from '../../ports.js';
import { pick } from '../rules.js';
import type { Db } from '../schema.js';
import type { Acts } from './acts.js';
import { carry } from './carry.js';
import { INVITATION, PERSON } from './columns.js';
import { isTaken } from './failures.js';

const COLUMNS = [
  ...(['invitations.id', 'personId', 'codeDigest', 'invitations.email', 'language', 'issuedAt', 'expiresAt'] as const),
  ...(['usedAt', 'replacedAt', 'revokedAt', 'lockedAt'] as const),
  ...(['reference', 'kind', 'givenName', 'familyName', 'people.email as emailOnFile', 'birthdate'] as const),
  ...(['homePhone', 'workPhone', 'mobilePhone'] as const),
];

/** Invitations with their people, as `apart` takes them. */
const invitationsWithPeople = (db: Db) =>
  db.selectFrom('invitations').innerJoin('people', 'people.id', 'invitations.personId').select(COLUMNS);

type Row = Awaited<ReturnType<ReturnType<typeof invitationsWithPeople>['execute']>>[number];

function apart({ emailOnFile, ...row }: Row): InvitationWithPerson {
  return { invitation: pick(row, INVITATION), person: pick({ ...row, id: row.personId, email: emailOnFile }, PERSON) };
}

/**
 * Finds an invitation by what is unique to it. A row comes back whether or not there is one, and is read either way: to
 * find nothing must not be quicker, or the time of an answer would tell which codes exist.
 */
export async function findInvitation(
  db: Db,
  by: 'id' | 'codeDigest',
  value: string,
): Promise<InvitationWithPerson | undefined> {
  const row = await db
    .selectFrom(sql`(select 1)`.as('always'))
    .leftJoin('invitations', (join) => join.on(`invitations.${by}`, '=', value))
    .leftJoin('people', 'people.id', 'invitations.personId')
    .select(COLUMNS)
    .executeTakeFirstOrThrow();
  const found = apart(row as Row);
  return row.id === null ? undefined : found;
}

/** What `invitationState` says, in SQL. */
export const stateAt = (now: Instant) => sql<InvitationState>`case
  when ${sql.ref('usedAt')} is not null then 'used'
  when ${sql.ref('revokedAt')} is not null then 'revoked'
  when ${sql.ref('replacedAt')} is not null then 'replaced'
  when ${sql.ref('expiresAt')} <= ${now} then 'expired'
  when ${sql.ref('lockedAt')} is not null then 'locked'
  else 'pending' end`;

/** Codes that nothing has come of yet; an expired one can still be renewed by its holder. */
const openInvitations = (trx: Db) =>
  trx
    .updateTable('invitations')
    .where('usedAt', 'is', null)
    .where('replacedAt', 'is', null)
    .where('revokedAt', 'is', null);

/** Codes that can still be used. A locked one can, by whoever holds a ticket opened before. */
export const pendingInvitations = (trx: Db, now: Instant) => openInvitations(trx).where('expiresAt', '>', now);

/** People and their codes, in SQL. */
export const people = ({ db, act, hold }: Acts): PeopleStore => ({
  async addPerson(person, along) {
    try {
      return await act(async (trx) => {
        await trx.insertInto('people').values(pick(person, PERSON)).execute();
        await carry(trx, along);
        return 'added' as const;
      });
    } catch (error) {
      if (isTaken(error, 'people', 'reference')) return 'reference_taken';
      throw error;
    }
  },

  findPerson: (id) => db.selectFrom('people').select(PERSON).where('id', '=', id).executeTakeFirst(),

  findPersonByReference: (reference) =>
    db.selectFrom('people').select(PERSON).where('reference', '=', reference).executeTakeFirst(),

  issueInvitation: (invitation, { replaceOlder }, along) =>
    act(async (trx) => {
      const { personId, issuedAt } = invitation;
      if (replaceOlder) {
        // Two issued at once would else not see each other, and both stay.
        await hold(trx, 'people', personId);
        await pendingInvitations(trx, issuedAt)
          .where('personId', '=', personId)
          .set({ replacedAt: issuedAt })
          .execute();
      }
      await trx.insertInto('invitations').values(pick(invitation, INVITATION)).execute();
      await carry(trx, along);
    }),

  findInvitation: (codeDigest) => findInvitation(db, 'codeDigest', codeDigest),

  findInvitationById: (id) => findInvitation(db, 'id', id),

  correctPerson: (person, along) =>
    act(async (trx) => {
      const { id, ...facts } = pick(person, PERSON);
      const corrected = trx.updateTable('people').set(facts).where('id', '=', id).returning('id');
      await corrected.executeTakeFirstOrThrow();
      await carry(trx, along);
    }),

  async listInvitations({ limit, offset, state }) {
    let wanted = invitationsWithPeople(db);
    if (state) wanted = wanted.where(stateAt(state.now), '=', state.is);
    const newestFirst = wanted.orderBy('issuedAt', 'desc').orderBy('invitations.position', 'desc');
    return (await newestFirst.limit(limit).offset(offset).execute()).map(apart);
  },

  listInvitationsOf: (personId) => {
    const theirs = db.selectFrom('invitations').select(INVITATION).where('personId', '=', personId);
    return theirs.orderBy('issuedAt', 'desc').orderBy('position', 'desc').execute();
  },

  revokeInvitation: (id, now, along) =>
    act(async (trx) => {
      const revoked = await openInvitations(trx).where('id', '=', id).set({ revokedAt: now }).returning('id').execute();
      if (revoked.length === 0) return false;
      await carry(trx, along);
      return true;
    }),

  lockInvitation: (id, now, along) =>
    act(async (trx) => {
      const open = trx.updateTable('invitations').where('id', '=', id).where('lockedAt', 'is', null);
      const locked = await open.set({ lockedAt: now }).returning('id').execute();
      if (locked.length === 0) return false;
      await carry(trx, along);
      return true;
    }),
});
