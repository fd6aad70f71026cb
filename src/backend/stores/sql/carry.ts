import type { Along } from '../../records.js';
import { waitingLetter } from '../rules.js';
import type { Db } from '../schema.js';

/** Writes what a change carries along, in the change's own transaction. */
export async function carry(trx: Db, { letters = [], events }: Along): Promise<void> {
  if (letters.length > 0) await trx.insertInto('letters').values(letters.map(waitingLetter)).execute();
  if (events.length > 0) {
    const rows = events.map(({ at, name, accountId, personId, invitationId, detail }) => ({
      at,
      name,
      accountId: accountId ?? null,
      personId: personId ?? null,
      invitationId: invitationId ?? null,
      detail: detail ? JSON.stringify(detail) : null,
    }));
    await trx.insertInto('events').values(rows).execute();
  }
}
