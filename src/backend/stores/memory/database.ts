import type { AttemptCounter } from '../../attempts.js';
import type { Store } from '../../ports.js';
import type {
  Account,
  AccountLink,
  Along,
  AuditEvent,
  ConsentEntry,
  Instant,
  Invitation,
  MailedToken,
  Person,
  Session,
  StoredLetter,
  Ticket,
} from '../../records.js';
import { waitingLetter } from '../rules.js';
import { Table, type Undo } from './table.js';

/** Part of the store as it is written here: at once, so that nothing comes between reading and writing. */
export type Sync<Area extends Partial<Store>> = {
  [Method in keyof Area]: Area[Method] extends (...args: infer Args) => Promise<infer Answer>
    ? (...args: Args) => Answer
    : never;
};

/** The tables of one memory store. */
export type Database = ReturnType<typeof createDatabase>;

/** Makes empty tables. */
export function createDatabase() {
  const journal: Undo[] = [];
  const table = <Row>(keyOf: (row: Row) => string): Table<Row> => new Table(keyOf, journal);
  let rows = 0;
  return {
    people: table<Person>(({ id }) => id),
    invitations: table<Invitation>(({ id }) => id),
    tickets: table<Ticket>(({ digest }) => digest),
    accounts: table<Account>(({ id }) => id),
    links: table<Omit<AccountLink, 'name'>>(({ id }) => id),
    sessions: table<Session>(({ digest }) => digest),
    consents: table<ConsentEntry>(({ id }) => id),
    mailedTokens: table<MailedToken>(({ digest }) => digest),
    letters: table<StoredLetter>(({ id }) => id),
    events: table<{ position: number; event: AuditEvent }>(({ position }) => String(position)),
    counters: table<AttemptCounter>(({ key }) => key),
    marks: table<{ mark: string }>(() => 'secret'),
    noted: table<{ subject: string; valueDigest: string; notedAt: Instant }>(
      ({ subject, valueDigest }) => `${subject} ${valueDigest}`,
    ),

    /** A number higher than all before. */
    nextPosition: (): number => (rows += 1),

    /** Does all of it or, when it throws, nothing. */
    atomically<Answer>(act: () => Answer): Answer {
      journal.length = 0;
      try {
        return act();
      } catch (error) {
        for (const undo of journal.reverse()) undo();
        throw error;
      }
    },
  };
}

/** Writes what a change carries along. */
export function carry(db: Database, { letters = [], events }: Along): void {
  for (const letter of letters) db.letters.insert(waitingLetter(letter));
  for (const event of events) db.events.insert({ position: db.nextPosition(), event });
}
