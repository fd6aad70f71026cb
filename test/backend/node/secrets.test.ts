import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createNodeSecrets } from '../../../src/backend/node/secrets.js';
import { createSecrets } from '../../../src/backend/web-crypto.js';

test('digests and seals as everywhere else: a database may be read by both', async () => {
  const secret = new TextEncoder().encode('At least thirty-two bytes of some secret, é and 李 among them.');
  const [node, web] = [await createNodeSecrets(secret), await createSecrets(secret)];
  for (const value of ['', 'ZV8T3-91NDL-QY2D0', 'zoë@example.org', '李'.repeat(1_000)]) {
    assert.equal(await node.digest('session', value), await web.digest('session', value));
    assert.notEqual(await node.digest('ticket', value), await web.digest('session', value));
    assert.equal(await web.open(await node.seal(value)), value);
  }
});
