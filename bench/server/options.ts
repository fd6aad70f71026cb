import { KINDS, missing } from '../../test/faults/support/databases.js';

function number(name: string, otherwise: number): number {
  const value = Number(process.env[name] || otherwise);
  if (!(value > 0)) throw new Error(`${name} should be a number above 0.`);
  return value;
}

/** How long and on how much is measured: see bench/README.md. */
export const OPTIONS = {
  seconds: number('BENCH_SECONDS', 8),
  warmUpSeconds: number('BENCH_WARM_UP', 3),
  rounds: number('BENCH_ROUNDS', 3),
  accounts: number('BENCH_ACCOUNTS', 1_000_000),
  soakSeconds: number('BENCH_SOAK', 1_800),
  invitations: number('BENCH_INVITATIONS', 5_000),
};

/** The databases of this run. */
export const DATABASES = KINDS.filter((kind) => {
  const reason = missing(kind);
  if (reason) console.log(`Nothing is measured on ${kind}: ${reason}.`);
  return !reason;
});
