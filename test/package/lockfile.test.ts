import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';

const require = createRequire(import.meta.url);
// It has no types of its own.
const { satisfies } = require('semver') as { satisfies(version: string, range: string): boolean };

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  packages: Record<string, { deprecated?: string; engines?: { node?: string } }>;
};

// What `npm ci` would warn of; .ci/run listens to npm itself.
for (const node of ['20.19.0', '22.13.0', '24.0.0'])
  test(`every package that is installed is made for Node ${node} too`, () => {
    assert.ok(Object.keys(packages).length > 100);
    const others = Object.entries(packages).filter(
      ([, { engines }]) => engines?.node && !satisfies(node, engines.node),
    );
    assert.deepEqual(others, []);
  });

test('no package that is installed is deprecated', () => {
  assert.deepEqual(
    Object.entries(packages).filter(([, { deprecated }]) => deprecated),
    [],
  );
});
