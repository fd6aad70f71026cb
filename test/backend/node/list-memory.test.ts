import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { test } from 'node:test';
import { promisify } from 'node:util';

const run = promisify(execFile);

const ROWS = 12_000;
/** Megabytes of a heap in which the command has room, and the list has not. */
const HEAP = 64;

/** Each hundredth row is somebody; the others are long, and nobody. */
function* list(): Generator<string> {
  yield 'reference,email,birthdate\n';
  const long = 'a'.repeat(5_700);
  for (let i = 0; i < ROWS; i += 1) yield `ref-${i},${i % 100 === 0 ? `p${i}@list.example` : long},1980-02-29\n`;
}

test('a list is gone through row by row, in as little memory as a short one', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'portal-memory-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'people.csv');
  await pipeline(Readable.from(list()), createWriteStream(file));
  assert.ok(statSync(file).size > HEAP * 2 ** 20);
  const { stdout } = await run(
    process.execPath,
    [`--max-old-space-size=${HEAP}`, 'dist/node/cli.js', 'invite', '--csv', file, '--dry-run', '--json'],
    { env: { PATH: process.env['PATH']!, PORTAL_DATA_DIR: folder }, maxBuffer: 2 ** 24 },
  );
  const { rows, issued, refused } = JSON.parse(stdout) as { rows: number; issued: number; refused: unknown[] };
  assert.deepEqual([rows, issued, refused.length], [ROWS, ROWS / 100, ROWS * 0.99]);
});
