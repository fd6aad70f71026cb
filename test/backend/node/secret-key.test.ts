import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, beforeEach, test } from 'node:test';
import { openPortal } from '../../../src/backend/node/portal.js';
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

test('is the one beside the database, else the one that lies in the folder of data already, before one is made', () => {
  const dataDir = mkdtempSync(join(root, 'old-'));
  const where = { env: {}, folder, dataDir, loopback: true };
  writeFileSync(join(dataDir, 'portal.secret'), `${long}-as-before\n`);
  assert.equal(readSecretKey(where), `${long}-as-before`);
  rmSync(join(dataDir, 'portal.secret'));
  const made = readSecretKey(where);
  assert.deepEqual([readdirSync(folder), readdirSync(dataDir)], [['portal.secret'], []]);
  // Another portal began there since: what this database was written under stays.
  writeFileSync(join(dataDir, 'portal.secret'), `${long}-of-another\n`);
  assert.equal(readSecretKey(where), made);
});

test('lies beside the SQLite file, wherever that is, and moves with it', async () => {
  const env = (data: string, file: string) => ({
    PORTAL_DATA_DIR: join(folder, data),
    PORTAL_DATABASE_URL: `file:${join(folder, file)}`,
  });
  const open = async (...where: [string, string]) => (await openPortal({ env: env(...where) })).close();
  mkdirSync(folder);
  await open('data', 'here/portal.sqlite');
  assert.ok(readdirSync(join(folder, 'here')).includes('portal.secret'));
  assert.deepEqual(readdirSync(folder), ['here']);
  renameSync(join(folder, 'here'), join(folder, 'there'));
  await open('elsewhere', 'there/portal.sqlite');
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
