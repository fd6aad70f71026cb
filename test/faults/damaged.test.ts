// (Another secret than the database's, and a file that is none, are refused in test/backend/node/cli.test.ts.)
import assert from 'node:assert/strict';
import { copyFileSync, openSync, statSync, truncateSync, writeSync, closeSync } from 'node:fs';
import { test } from 'node:test';
import { openSqlite } from '../../src/backend/stores/sqlite.js';
import { Crowd } from './support/crowd.js';
import { Installation } from './support/installation.js';
import { ServerProcess } from './support/servers.js';

const PAGE = 4_096;

test('fault F13: an SQLite file that was damaged or cut is refused in a sentence, and never served', async (t) => {
  const portal = await Installation.create('sqlite');
  t.after(() => portal.stop());
  const server = await portal.start();
  await new Crowd(portal).comeTogether(await portal.invite(8));
  await server.stop();
  const file = portal.database.url.slice('file:'.length);
  const whole = `${file}.whole`;
  copyFileSync(file, whole);
  const { size } = statSync(file);

  const damages = {
    overwritten: () => {
      const opened = openSync(file, 'r+');
      writeSync(opened, Buffer.alloc(PAGE, 0x5a), 0, PAGE, size - PAGE);
      closeSync(opened);
    },
    cut: () => truncateSync(file, Math.floor(size / PAGE / 2) * PAGE),
  };
  for (const [name, damage] of Object.entries(damages)) {
    copyFileSync(whole, file);
    damage();
    const refused = await ServerProcess.launch({ program: 'cli', env: portal.env });
    await refused.ended;
    assert.equal(refused.child.exitCode, 1, name);
    assert.match(refused.said, /^The database .* can't be opened: the file is damaged\. Restore a backup\.\n$/, name);
  }

  // Whoever doesn’t look through it notices nothing: the last page isn’t needed yet.
  copyFileSync(whole, file);
  damages.overwritten();
  await (await openSqlite(file)).store.close();
});
