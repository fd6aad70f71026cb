import { pino } from 'pino';
import type { Log } from '../ports.js';
import { scrub } from './log-scrub.js';

interface Sink {
  write(line: string): unknown;
}

// JSON escapes the ASCII controls; a terminal or a viewer also obeys the others, and some loggers expand `${`.
const UNSAFE = /[\p{Cc}\p{Cf}\u2028\u2029]|\$(?=\{)/gu;

const escapeUnits = (text: string): string =>
  Array.from({ length: text.length }, (_, i) => `\\u${text.charCodeAt(i).toString(16).padStart(4, '0')}`).join('');

const safe = (sink: Sink): Sink => ({
  write: (line) => sink.write(`${line.trimEnd().replace(UNSAFE, escapeUnits)}\n`),
});

/**
 * Writes one line of JSON for each event, with its time in UTC: what happens to standard output, what goes wrong to
 * standard error. Names and opaque ids are what belongs in it; whatever looks like a secret or like somebody's data is
 * masked.
 */
export function createLog({ out = process.stdout, err = process.stderr }: { out?: Sink; err?: Sink } = {}): Log {
  const options = {
    base: null,
    messageKey: 'event',
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (level: string) => ({ level }) },
  };
  const infos = pino(options, safe(out));
  const errors = pino(options, safe(err));
  return {
    info: (event, detail) => infos.info(scrub(detail ?? {}), event),
    error: (event, detail) => errors.error(scrub(detail ?? {}), event),
  };
}
