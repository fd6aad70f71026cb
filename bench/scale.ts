// The arithmetic of docs/scale.md: `node --import tsx bench/scale.ts`, with other assumptions by environment.
const given = (name: string, otherwise: number): number => Number(process.env[name] || otherwise);

const ACCOUNTS = given('SCALE_ACCOUNTS', 10_000_000);
/** Share of the accounts that log in on a day. */
const DAILY = given('SCALE_DAILY', 0.05);
/** Share of a day that falls into its busiest hour. */
const BUSIEST = given('SCALE_BUSIEST', 0.15);
/** How much more than in the busiest hour comes after a letter to everybody. */
const BURST = given('SCALE_BURST', 5);
/** Requests of somebody who is logged in, for each log-in. */
const REQUESTS = given('SCALE_REQUESTS', 12);
/** Days in which everybody comes through, where a portal begins with all of them at once. */
const DAYS = given('SCALE_DAYS', 90);

/** What each costs: milliseconds of processor, round trips to the database, and waits for its disk. As seen by `npm run bench`. */
const COSTS = {
  'log-in': { cpuMs: given('SCALE_LOGIN_MS', 17), trips: 16, waits: 1 },
  request: { cpuMs: given('SCALE_REQUEST_MS', 0.4), trips: 3, waits: 0 },
  activation: { cpuMs: given('SCALE_ACTIVATION_MS', 23), trips: 15 + 24 + 3 * 8, waits: 5 },
};
const KIB_PER_ACCOUNT = given('SCALE_ACCOUNT_KIB', 12.2);
const KIB_PER_LOGIN = given('SCALE_LOGIN_KIB', 0.3);

const hourly = (daily: number): number => (daily * BUSIEST) / 3_600;
const logIns = hourly(ACCOUNTS * DAILY);
const rates = { 'log-in': logIns, request: logIns * REQUESTS, activation: hourly(ACCOUNTS / DAYS) };

function needs(factor: number): { cores: number; trips: number; waits: number } {
  const sum = (of: 'cpuMs' | 'trips' | 'waits'): number =>
    Object.entries(rates).reduce((all, [name, rate]) => all + factor * rate * COSTS[name as keyof typeof COSTS][of], 0);
  return { cores: sum('cpuMs') / 1_000, trips: sum('trips'), waits: sum('waits') };
}

const line = (name: string, ...cells: (number | string)[]): void =>
  console.log(`${name.padEnd(38)}${cells.map((cell) => String(cell).padStart(16)).join('')}`);
const about = (value: number): string => (value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString('en'));

line(`${ACCOUNTS.toLocaleString('en')} accounts`, 'busiest hour', `burst of ${BURST}`);
for (const [name, rate] of Object.entries(rates)) line(`${name}s a second`, about(rate), about(rate * BURST));
const [hour, burst] = [needs(1), needs(BURST)];
line('cores for the servers', about(hour.cores), about(burst.cores));
line('round trips to the database a second', about(hour.trips), about(burst.trips));
line('commits that wait, a second', about(hour.waits), about(burst.waits));
line('on the disk, GiB', about((ACCOUNTS * KIB_PER_ACCOUNT) / 1_048_576));
line('more each year, GiB', about((ACCOUNTS * DAILY * 365 * KIB_PER_LOGIN) / 1_048_576));
