// What the tests compare with lies in test/accessibility/fixtures, in plain text. Where a change of it is meant, it is
// written anew by running the tests with UPDATE_FIXTURES=1; look at what has changed before you keep it.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Compares a text with the one that was kept under this name, to the letter. */
export function sameAsFixture(name: string, text: string): void {
  const file = fileURLToPath(new URL(`../fixtures/${name}.txt`, import.meta.url));
  const now = `${text.trimEnd()}\n`;
  if (process.env['UPDATE_FIXTURES']) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, now);
  }
  assert.equal(now, readFileSync(file, 'utf8'), `It differs from fixtures/${name}.txt.`);
}
