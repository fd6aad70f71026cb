import type { GeneratedAlways, Kysely } from 'kysely';
import type { AttemptCounter } from '../attempts.js';
import type {
  Account,
  AccountLink,
  ConsentEntry,
  Instant,
  Invitation,
  MailedToken,
  Person,
  Session,
  StoredLetter,
  Ticket,
} from '../records.js';

/** The databases that one store is written for. */
export type Dialect = 'sqlite' | 'postgres';

/** A database connection that speaks the tables below. */
export type Db = Kysely<Schema>;

/** Where the order matters in which rows came. */
interface Positioned {
  position: GeneratedAlways<number>;
}

/** A line of the trail; `detail` is JSON. */
export interface EventRow {
  at: Instant;
  name: string;
  accountId: string | null;
  personId: string | null;
  invitationId: string | null;
  detail: string | null;
}

/** That an account was erased: what is kept for good may be deleted for it, and for no other. */
interface ErasureRow {
  accountId: string;
  erasedAt: Instant;
}

/** That a subject tried a value. */
interface NotedValueRow {
  subject: string;
  valueDigest: string;
  notedAt: Instant;
}

/**
 * The tables, in the names that the code uses; the database has them in snake case. What isn't text is a whole number:
 * times are milliseconds, and there are no booleans, so that both databases hold the very same values.
 */
export interface Schema {
  people: Person;
  invitations: Invitation & Positioned;
  tickets: Ticket;
  accounts: Account;
  accountLinks: Omit<AccountLink, 'name'> & Positioned;
  sessions: Session;
  consentEntries: Omit<ConsentEntry, 'document' | 'answers'> & { document: string; answers: string } & Positioned;
  mailedTokens: MailedToken;
  letters: StoredLetter & Positioned;
  events: EventRow & Positioned;
  attemptCounters: AttemptCounter;
  notedValues: NotedValueRow;
  erasures: ErasureRow;
  /** What the database has to be used with. */
  marks: { name: string; mark: string };
}
