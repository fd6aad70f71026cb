import { readFileSync } from 'node:fs';
import autocannon from 'autocannon';
import { PUBLIC_URL } from '../../test/faults/support/installation.js';

/** One request. */
export interface Ask {
  method: 'GET' | 'POST';
  path: string;
  headers?: Record<string, string>;
  body?: object;
}

/** What came of a load. Times are milliseconds. */
export interface Outcome {
  perSecond: number;
  p50: number;
  p99: number;
  requests: number;
  /** How many answers there were of each status; 0 where there was none. */
  statuses: Record<string, number>;
  /** What each request cost the given processes. */
  cpuMs: number;
}

/** How hard is asked. */
export interface Pressure {
  connections: number;
  seconds: number;
  /** At most so many a second, all together. */
  rate?: number;
  /** Processes whose work is counted. */
  pids?: readonly number[];
}

let addresses = 0;
/** An address that nobody has asked from before: people come from networks of their own. */
const nextAddress = (): string => {
  const i = (addresses += 1);
  return `10.${(i >> 16) & 255}.${(i >> 8) & 255}.${i & 255}`;
};

/** Asks as often as the answers come, over so many connections, and measures. */
export async function load(
  origin: string,
  next: () => Ask,
  { connections, seconds, rate, pids = [] }: Pressure,
): Promise<Outcome> {
  const before = cpuOf(pids);
  const result = await autocannon({
    url: origin,
    connections,
    duration: seconds,
    timeout: 30,
    ...(rate && { overallRate: rate }),
    requests: [
      {
        setupRequest: (request) => {
          const { method, path, headers, body } = next();
          return {
            ...request,
            method,
            path,
            headers: {
              origin: PUBLIC_URL,
              'x-forwarded-for': nextAddress(),
              ...(body && { 'content-type': 'application/json' }),
              ...headers,
            },
            ...(body && { body: JSON.stringify(body) }),
          };
        },
      },
    ],
  });
  const stats = (result as unknown as { statusCodeStats: Record<string, { count: number }> }).statusCodeStats;
  const requests = Object.values(stats).reduce((sum, { count }) => sum + count, 0);
  return {
    perSecond: requests / result.duration,
    // No answer is no quick one.
    p50: requests > 0 ? result.latency.p50 : Infinity,
    p99: requests > 0 ? result.latency.p99 : Infinity,
    requests,
    statuses: {
      ...Object.fromEntries(Object.entries(stats).map(([status, { count }]) => [status, count])),
      ...(result.errors > 0 && { 0: result.errors }),
    },
    cpuMs: (cpuOf(pids) - before) / Math.max(1, requests),
  };
}

/** The one in the middle by how many it answered. */
export const middleOne = (outcomes: readonly Outcome[]): Outcome =>
  [...outcomes].sort((a, b) => a.perSecond - b.perSecond)[Math.floor(outcomes.length / 2)]!;

/** How many answers had a status that fits. */
export const countOf = ({ statuses }: Outcome, fits: (status: number) => boolean): number =>
  Object.entries(statuses).reduce((sum, [status, count]) => sum + (fits(Number(status)) ? count : 0), 0);

const TICK_MS = 10;

/** Milliseconds of processor time that processes have used; nothing where there is no /proc. */
export function cpuOf(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => {
    const fields = read(`/proc/${pid}/stat`).split(') ')[1]?.split(' ') ?? [];
    return sum + TICK_MS * (Number(fields[11] ?? 0) + Number(fields[12] ?? 0));
  }, 0);
}

/** MB of memory that a process has in use. */
export const memoryOf = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) / 1_024;

export function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
