import type { ConsentEntry, Instant, OutboxLetter, Person, StoredLetter } from '../records.js';
import { DAY } from '../units.js';

/*
 * What every store decides alike, where the decision isn't a condition of a statement.
 */

/** What somebody may change on their account. */
export const CONTACT = ['homePhone', 'workPhone', 'mobilePhone', 'language', 'email', 'emailConfirmedAt'] as const;

/** What of that stands on the person's record too. */
export const CONTACT_ON_RECORD = ['homePhone', 'workPhone', 'mobilePhone', 'email'] as const;

/** What of a consent is a decision. */
export const CONSENT_DECISION = ['documentId', 'version', 'decision', 'recordedAt'] as const;

/** The events that say that somebody tried a code. */
export const TRIES = ['code.verified', 'code.refused'];

/** What is left on file of somebody who was erased. */
export const NOBODY: Omit<Person, 'id' | 'kind'> = {
  ...{ reference: null, givenName: '', familyName: '', email: null, birthdate: null },
  ...{ homePhone: null, workPhone: null, mobilePhone: null },
};

/** A letter that nobody has tried to send. */
export const waitingLetter = ({ id, kind, payload, queuedAt }: OutboxLetter): StoredLetter => ({
  ...{ id, kind, payload, queuedAt },
  ...{ state: 'waiting', dueAt: queuedAt, attempts: 0, sentAt: null, failure: null },
});

/** The named properties and no others; those that are undefined count as not given. */
export function pick<Row extends object, Key extends keyof Row>(row: Row, keys: readonly Key[]): Pick<Row, Key> {
  const picked = keys.filter((key) => row[key] !== undefined).map((key) => [key, row[key]]);
  return Object.fromEntries(picked) as Pick<Row, Key>;
}

/**
 * When a password changed, for the record: always later than the change before, also where two fall into one
 * millisecond or the clock was put back, so that a token made under the old password can't fit the new one.
 */
export const laterThan = (previous: Instant, now: Instant): Instant => Math.max(now, previous + 1);

/**
 * Whether an entry only repeats the latest one for its document: a double click or a retry. The same answer given again
 * another day is no repetition: a consent may have to be renewed. Nor is it one after an answer to another version, since
 * what holds is the latest word: whoever goes back to an old text has it answered anew.
 */
export function repeats(entry: ConsentEntry, latest: ConsentEntry | undefined): boolean {
  return (
    latest !== undefined &&
    latest.version === entry.version &&
    latest.decision === entry.decision &&
    latest.textDigest === entry.textDigest &&
    latest.signature === entry.signature &&
    latest.mobilePhone === entry.mobilePhone &&
    sorted(latest.answers) === sorted(entry.answers) &&
    entry.recordedAt - latest.recordedAt < DAY
  );
}

const sorted = (answers: ConsentEntry['answers']): string =>
  JSON.stringify(Object.entries(answers).sort(([a], [b]) => (a < b ? -1 : 1)));
