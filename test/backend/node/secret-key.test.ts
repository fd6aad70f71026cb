import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, beforeEach, test } from 'node:test';
import { readSecretKey } from '../../../src/backend/node/secret-key.js';

const root = mkdtempSync(join(tmpdir(), 'portal-secret-'));
after(() => rmSync(root, { recursive: true }));

let folder = '';
beforeEach(() => {
  folder = join(mkdtempSync(join(root, 'data-')), 'new');
});

const long = 'x'.repeat(32);

test('comes from PORTAL_SECRET, else from the file that PORTAL_SECRET_FILE names', () => {
  const file = join(root, 'mounted');
  writeFileSync(file, `${long}-from-file\n`);
  assert.equal(readSecretKey({ env: { PORTAL_SECRET: long }, folder, loopback: false }), long);
  assert.equal(
    readSecretKey({ env: { PORTAL_SECRET_FILE: file, PORTAL_SECRET: '' }, folder, loopback: false }),
    `${long}-from-file`,
  );
});

test('is refused when it is short, and the message does not repeat it', () => {
  assert.throws(() => readSecretKey({ env: { PORTAL_SECRET: 'hunter2' }, folder, loopback: true }), {
    name: 'ConfigError',
    message: 'PORTAL_SECRET: should have at least 32 bytes',
  });
  assert.throws(() => readSecretKey({ env: { PORTAL_SECRET_FILE: join(root, 'none') }, folder, loopback: true }), {
    message: /^PORTAL_SECRET_FILE: names a file that can't be read/,
  });
});

test('has to be set on a public host: nothing is made there', () => {
  assert.throws(() => readSecretKey({ env: {}, folder, loopback: false }), /^ConfigError: PORTAL_SECRET: is missing/);
  assert.throws(() => statSync(folder), { code: 'ENOENT' });
});

test('is else made once, at random, for its owner to read', () => {
  const secret = readSecretKey({ env: {}, folder, loopback: true });
  assert.match(secret, /^[\w-]{43}$/);
  assert.equal(readSecretKey({ env: {}, folder, loopback: true }), secret);
  assert.deepEqual(readdirSync(folder), ['portal.secret']);
  if (process.platform !== 'win32') {
    assert.equal(statSync(join(folder, 'portal.secret')).mode & 0o777, 0o600);
    assert.equal(statSync(folder).mode & 0o777, 0o700);
  }
  assert.equal(readFileSync(join(folder, 'portal.secret'), 'utf8').trim(), secret);
});

test('is the same for programs that start at the same moment', async () => {
  const source = new URL('../../../src/backend/node/secret-key.ts', import.meta.url).href;
  const script = `
    const { readSecretKey } = await import(${JSON.stringify(source)});
    while (Date.now() < Number(process.argv[1])) {}
    process.stdout.write(readSecretKey({ env: {}, folder: process.argv[2], loopback: true }));`;
  const start = String(Date.now() + 2_500);
  const starters = Array.from({ length: 4 }, async () => {
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script, start, folder]);
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    await new Promise((resolve) => child.on('close', resolve));
    return said;
  });
  const secrets = await Promise.all(starters);
  assert.match(secrets[0]!, /^[\w-]{43}$/);
  assert.equal(new Set(secrets).size, 1);
  assert.deepEqual(readdirSync(folder), ['portal.secret']);
});
