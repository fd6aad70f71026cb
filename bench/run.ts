// Figures, not tests: `npm run bench`, or only some of its parts: `npm run bench -- timing`. Nothing here fails because
// something is slow.
import { availableParallelism, cpus, loadavg } from 'node:os';
import { measureBrowser } from './browser/measure.js';
import { measureCosts } from './costs.js';
import { summarize } from './figures.js';
import { OPTIONS } from './options.js';
import { measureServer } from './server/measure.js';
import { measureTiming } from './timing.js';

/** What is measured, by name; each is told what else stood in the command. */
const PARTS: Record<string, (wanted: readonly string[]) => Promise<void>> = {
  browser: () => measureBrowser(OPTIONS.rounds),
  timing: () => measureTiming(OPTIONS.answers),
  costs: measureCosts,
  server: measureServer,
};

const asked = process.argv.slice(2);
const parts = asked.filter((word) => word in PARTS);
const rest = asked.filter((word) => !(word in PARTS));

console.log(`${cpus()[0]?.model ?? 'Unknown processor'}, ${availableParallelism()} cores, Node ${process.version}`);
console.log(`Load of the machine before: ${loadavg()[0]!.toFixed(1)}. Above 0.5, other work is measured along.`);
for (const part of parts.length > 0 ? parts : Object.keys(PARTS)) await PARTS[part]!(rest);
summarize();
