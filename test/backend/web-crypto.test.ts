import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRandom } from '../../src/backend/web-crypto.js';

test('an id can stand in a command line: it begins no option', () => {
  const { id } = createRandom();
  const ids = new Set(Array.from({ length: 2_000 }, id));
  assert.equal(ids.size, 2_000);
  for (const one of ids) assert.match(one, /^[A-Za-z0-9_][A-Za-z0-9_-]{21}$/);
});
