import { PostgresDriver } from 'kysely';
import { createMailbox } from '../../../src/backend/mail/memory.js';
import { openPortal } from '../../../src/backend/node/portal.js';
import { serve } from '../../../src/backend/node/server.js';
import { ImmediateSqliteDialect } from '../../../src/backend/stores/sql/sqlite-dialect.js';
import { createCheapHasher } from '../../../src/backend/web-crypto.js';
import type { Limits } from '../../../src/backend/settings.js';

/** What a server of the tests' own does otherwise than the product. */
export interface Otherwise {
  /** Passwords cost nothing: only here, for there is no setting that could make them so. */
  cheapPasswords?: boolean;
  limits?: Partial<Limits>;
  /** Takes mail and forgets it; else what the environment says. */
  mailbox?: boolean;
  /** Every statement by itself, as if somebody had forgotten the transactions: what the checks must notice. */
  withoutTransactions?: boolean;
}

/*
 * The product's server as its command line starts it, except for what the tests change. It tells its port on the first
 * line, and ends with whoever started it.
 */

const otherwise = JSON.parse(process.env['OTHERWISE'] ?? '{}') as Otherwise;
if (otherwise.withoutTransactions) forgetTransactions();

const portal = await openPortal({
  ...(otherwise.mailbox && { mailer: createMailbox() }),
  adjust: (settings) => ({ ...settings, limits: { ...settings.limits, ...otherwise.limits } }),
});
if (otherwise.cheapPasswords) Object.assign(portal.deps.hasher, createCheapHasher(portal.deps.secrets));
const server = await serve(portal);
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void server.stop().then(() => process.exit(0)));
process.stdin.on('end', () => process.exit(1)).resume();
process.stdout.write(`on port ${server.port}\n`);

function forgetTransactions(): void {
  const nothing = (): Promise<void> => Promise.resolve();
  const forgetful = { beginTransaction: nothing, commitTransaction: nothing, rollbackTransaction: nothing };
  Object.assign(PostgresDriver.prototype, forgetful);
  const { createDriver } = ImmediateSqliteDialect.prototype;
  ImmediateSqliteDialect.prototype.createDriver = function () {
    return Object.assign(createDriver.call(this), forgetful);
  };
}
