import type Database from 'better-sqlite3';
import pg from 'pg';
import type { Dialect } from '../../../../src/backend/stores/schema.js';

/** A statement as the database was sent it, and one set of its values. */
export interface Statement {
  text: string;
  values: readonly unknown[];
}

interface Excuse {
  statement: RegExp;
  because: string;
  /** The one database that needs it. */
  only?: Dialect;
}

/** Those that may read a table, or an index, from one end to the other, and why. */
const MAY_SCAN: Excuse[] = [
  {
    statement: /^delete from "sessions" where \("expires_at" <= \? or "last_seen_at" <= \?\)$/,
    because: 'once an hour; an index on when each was last seen would have to be written at every request',
  },
  {
    statement:
      /^select .* from "invitations" inner join "people" .* order by "issued_at" desc, .* limit \? offset \?$/s,
    because:
      'the staff’s list reads the newest first by an index, until its page is full or, of a rare state, to the end',
  },
  {
    statement: /^select count\(distinct "person_id"\) as "count" from "invitations" where "issued_at" >= \?$/,
    because: 'the staff’s figures, in a process of their own; to count people apart SQLite prefers an index by person',
    only: 'sqlite',
  },
  {
    statement: /^select .* from "events" order by "at", "position"( limit \?)?( offset \?)?$/,
    because: 'whoever asks for the whole trail gets it, in the order of an index',
  },
];

const normalized = (text: string): string => text.replace(/\$\d+/g, '?');
const IS_PLANNED = /^(select|insert|update|delete|with)\b/;
// The driver's own, migrations, and what the tests themselves look up.
const NOT_OURS = /schema_migrations|sqlite_|pragma|pg_catalog|current_setting|set_config|^select 1$/;

/** What the store sent, each statement once. */
export class Statements {
  readonly #seen = new Map<string, Statement>();

  add(text: string, values: readonly unknown[]): void {
    if (IS_PLANNED.test(text) && !NOT_OURS.test(text)) this.#seen.set(normalized(text), { text, values });
  }

  get all(): Statement[] {
    return [...this.#seen.values()];
  }
}

/** Notes down all that this process sends to PostgreSQL until it is told to end. */
export function listenToPostgres(statements: Statements): () => void {
  const { query } = pg.Client.prototype;
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    if (typeof args[0] === 'string') statements.add(args[0], (args[1] as unknown[] | undefined) ?? []);
    return (query as (...given: unknown[]) => unknown).apply(this, args);
  } as typeof query;
  return () => void (pg.Client.prototype.query = query);
}

/** Tells which parts of a statement's plan read something whole. */
type Explain = (statement: Statement) => Promise<string[]>;

/** SQLite's plan, as it is without statistics: nobody runs `analyze` on an embedded database. */
export const explainSqlite =
  (database: Database.Database): Explain =>
  ({ text, values }) => {
    const rows = database.prepare(`explain query plan ${text}`).all(values) as { detail: string }[];
    const steps = rows.map(({ detail }) => detail);
    // `always` is one row that isn't in any table; nor are the values of an insert.
    return Promise.resolve(steps.filter((step) => /^SCAN (?!CONSTANT|always$|\d+-ROW VALUES)/.test(step)));
  };

interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Index Cond'?: string;
  Plans?: PlanNode[];
}

/**
 * PostgreSQL's plan with `enable_seqscan` off, where it reads a table whole only if there is no other way: on tables as
 * small as a test's it would else prefer that.
 */
export const explainPostgres =
  (client: pg.Client): Explain =>
  async ({ text, values }) => {
    await client.query('set enable_seqscan = off');
    const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>({
      text: `explain (format json) ${text}`,
      values: [...values],
    });
    return nodesOf(rows[0]!['QUERY PLAN'][0].Plan)
      .filter((node) => /Seq Scan/.test(node['Node Type']) || (node['Index Name'] && !node['Index Cond']))
      .map((node) => `${node['Node Type']} on ${node['Relation Name'] ?? ''} ${node['Index Name'] ?? ''}`.trim());
  };

const nodesOf = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

/** The statements that read something whole though they may not, and the excuses that none of them needs. */
export async function scansIn(
  statements: Statements,
  explain: Explain,
  dialect: Dialect,
): Promise<{ scans: string[]; idle: string[] }> {
  const excuses = MAY_SCAN.filter(({ only = dialect }) => only === dialect);
  const needed = new Set<Excuse>();
  const scans: string[] = [];
  for (const statement of statements.all) {
    const text = normalized(statement.text);
    const excuse = excuses.find((one) => one.statement.test(text));
    for (const step of await explain(statement)) {
      if (excuse) needed.add(excuse);
      else scans.push(`${step}: ${text}`);
    }
  }
  return { scans, idle: excuses.filter((excuse) => !needed.has(excuse)).map(({ because }) => because) };
}
