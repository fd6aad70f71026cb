// Figures, not tests: `npm run bench`. Nothing here fails because something is slow.
import { availableParallelism, cpus } from 'node:os';
import { measureTiming } from './timing.js';

const n = Number(process.env.BENCH_N || 300);
if (!Number.isInteger(n) || n < 2) throw new Error('BENCH_N should be a whole number of at least 2.');

console.log(`${cpus()[0]?.model ?? 'Unknown processor'}, ${availableParallelism()} cores, Node ${process.version}`);
await measureTiming(n);
