import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { openApiDocument } from '../../src/contract/openapi.js';
import { VERSION } from '../../src/contract/version.js';
import { adapterSuite } from '../../src/testing/adapter-suite.js';
import { httpBackend, httpClient } from '../../src/testing/http-client.js';
import { under } from '../support/conformance.js';
import { root } from '../support/documents.js';
import { freePort } from '../support/port.mjs';

const version = spawnSync('python3', ['-c', 'import sys; print(sys.version_info >= (3, 9))'], { encoding: 'utf8' });
const skip = version.stdout?.trim() === 'True' ? false : 'there is no Python 3.9 or newer on this machine';

test('a backend in Python’s standard library', { skip }, async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'portal-python-'));
  const document = join(folder, 'openapi.json');
  writeFileSync(document, JSON.stringify(openApiDocument({ version: VERSION, baseUrl: '/api/portal' })));
  const port = await freePort();
  const script = join(root, 'demo/backends/python/portal.py');
  const server = spawn('python3', [script, String(port), document, '--back-office'], { stdio: 'inherit' });
  t.after(() => {
    server.kill();
    rmSync(folder, { recursive: true });
  });
  const origin = `http://127.0.0.1:${port}`;
  const baseUrl = `${origin}/api/portal`;

  let features: string[] | undefined;
  for (let look = 0; look < 100 && !features; look += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    features = await httpClient(baseUrl)
      .readConfig()
      .then(
        (config) => config.features,
        () => undefined,
      );
  }
  assert.deepEqual(features, ['readConfig', 'verifyCode', 'createAccount', 'logIn', 'readSession', 'logOut']);

  const invite = async (person: object): Promise<{ code: string }> => {
    const answer = await fetch(`${origin}/back-office/invitations`, { method: 'POST', body: JSON.stringify(person) });
    return (await answer.json()) as { code: string };
  };
  await adapterSuite({ test: under(t), backend: httpBackend({ baseUrl, invite }) });
});
