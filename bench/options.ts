function number(name: string, otherwise: number): number {
  const value = Number(process.env[name] || otherwise);
  if (!(value > 0)) throw new Error(`${name} should be a number above 0.`);
  return value;
}

function wholeNumber(name: string, otherwise: number): number {
  const value = number(name, otherwise);
  if (!Number.isInteger(value)) throw new Error(`${name} should be a whole number.`);
  return value;
}

/** How long and on how much is measured: see bench/README.md. */
export const OPTIONS = {
  answers: wholeNumber('BENCH_N', 300),
  seconds: number('BENCH_SECONDS', 8),
  warmUpSeconds: number('BENCH_WARM_UP', 3),
  rounds: wholeNumber('BENCH_ROUNDS', 3),
  accounts: wholeNumber('BENCH_ACCOUNTS', 1_000_000),
  soakSeconds: number('BENCH_SOAK', 1_800),
  invitations: wholeNumber('BENCH_INVITATIONS', 5_000),
};
