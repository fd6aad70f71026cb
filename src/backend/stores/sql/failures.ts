/** What both drivers put on their errors. */
interface DriverError {
  code?: string;
  constraint?: string;
  message?: string;
}

const asDriverError = (error: unknown): DriverError => (typeof error === 'object' && error !== null ? error : {});

/** Whether a transaction failed only because of others at the same moment, and nothing of it was done: a deadlock, say. */
export function isTransient(error: unknown): boolean {
  const { code = '' } = asDriverError(error);
  return ['40001', '40P01', 'SQLITE_BUSY_SNAPSHOT', 'SQLITE_BUSY_RECOVERY'].includes(code);
}

/** Whether another connection to the same SQLite file is writing. */
export const isBusy = (error: unknown): boolean => (asDriverError(error).code ?? '').startsWith('SQLITE_BUSY');

/** Whether a row was refused because its value in this column, which is unique, is somebody else's. */
export function isTaken(error: unknown, table: string, column: string): boolean {
  const { code, constraint, message } = asDriverError(error);
  return (
    (code === '23505' && constraint === `${table}_${column}_unique`) ||
    (code === 'SQLITE_CONSTRAINT_UNIQUE' && message === `UNIQUE constraint failed: ${table}.${column}`)
  );
}

const UNREACHABLE =
  /^(ECONN|ENOTFOUND|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EPIPE|EAI_AGAIN|08|53|57P0|SQLITE_(BUSY|FULL|IOERR|READONLY|CANTOPEN))/;
const TIMED_OUT = ['55P03', '57014', '25P03'];
// The pool and the client of PostgreSQL have no codes for these.
const CONNECTION_LOST =
  /^(timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error)/;

/** Whether the database doesn't answer, or not in time, rather than refuse what was asked. */
export function isOutage(error: unknown): boolean {
  const { code = '', message = '' } = asDriverError(error);
  return isTransient(error) || UNREACHABLE.test(code) || TIMED_OUT.includes(code) || CONNECTION_LOST.test(message);
}
