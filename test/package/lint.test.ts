import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { pack } from './support/packed.js';

const execute = promisify(execFile);

const folder = mkdtempSync(join(tmpdir(), 'portal-packed-'));
let tarball: string;
before(async () => {
  tarball = await pack(folder);
});
after(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a program of node_modules; returns what it prints where it finds something, else nothing. */
async function findings(program: string, ...args: string[]): Promise<string> {
  try {
    await execute(process.execPath, [join('node_modules', program), ...args], { maxBuffer: 2 ** 24 });
    return '';
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    return stdout + stderr || String(error);
  }
}

test('publint finds nothing in the package', async () => {
  const { messages, pkg } = await publint({
    pack: { tarball: new Uint8Array(readFileSync(tarball)).buffer },
    strict: true,
  });
  assert.deepEqual(
    messages.map((message) => formatMessage(message, pkg)),
    [],
  );
});

test('the types of each entry are found, by Node and by bundlers, and are those of its module', async () => {
  assert.equal(
    await findings('@arethetypeswrong/cli/dist/index.js', tarball, '--profile', 'esm-only', '--format', 'ascii'),
    '',
  );
});

test('no file, no export and no dependency is without use', async () => {
  assert.equal(await findings('knip/bin/knip.js', '--no-progress'), '');
});
