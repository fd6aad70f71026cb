// What the kills can't show, for the page cache outlives a process: that everything acknowledged has been synced before.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import type { Dialect } from '../../src/backend/stores/schema.js';
import { Crowd } from './support/crowd.js';
import { KINDS, missing } from './support/databases.js';
import { Installation } from './support/installation.js';
import type { Otherwise } from './support/server-process.js';

const PEOPLE = Number(process.env['PEOPLE'] ?? 10);
const CALLS = '-e trace=fsync,fdatasync,sync_file_range,msync';

const untraced =
  spawnSync('strace', ['-o', '/dev/null', 'true']).status !== 0 &&
  'there is no strace on this machine, or it may not trace';

/** Has people come through one after the other, and counts what was acknowledged and how often the disk was waited for. */
async function count(
  t: TestContext,
  kind: Dialect,
  otherwise: Otherwise,
): Promise<{ acknowledged: number; synced: number }> {
  const portal = await Installation.create(kind, { syncs: true });
  t.after(() => portal.stop());
  const invited = await portal.invite(PEOPLE);
  const server = await portal.start({ otherwise });
  const trace = join(portal.database.folder, 'trace');
  // Whoever writes: the server itself, or every process of PostgreSQL's that there is or will be.
  const pid = portal.database.postgres ? portal.database.postgres.pid : server.child.pid;
  const tracer = spawn('sh', ['-c', `exec strace -f -qq ${CALLS} -o ${trace} -p ${pid}`], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const calls = (): number => readFileSync(trace, 'utf8').match(/f(data)?sync\(/g)?.length ?? 0;
  t.after(() => tracer.kill());
  // Connections that the server opens from now on are traced too: whoever comes first makes one.
  const crowd = new Crowd(portal);
  const [first, ...others] = invited;
  while (!(await isTraced(pid!))) await new Promise((resume) => setTimeout(resume, 20));
  await portal.database.postgres?.run(
    `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'portal-elements'`,
  );
  await crowd.comeThrough(first!);
  const [before, had] = [calls(), crowd.statuses.get(200) ?? 0];
  await crowd.comeTogether(others, 1);
  const acknowledged = (crowd.statuses.get(200) ?? 0) - had;
  const synced = calls() - before;
  tracer.kill();
  await once(tracer, 'exit');
  assert.deepEqual(await crowd.wrongs(), []);
  return { acknowledged, synced };
}

const isTraced = async (pid: number): Promise<boolean> =>
  !/TracerPid:\s*0\b/.test(readFileSync(`/proc/${pid}/status`, 'utf8'));

for (const kind of KINDS) {
  test(
    `fault F2: on ${kind}, everything that is acknowledged has been synced`,
    { skip: untraced || missing(kind) },
    async (t) => {
      const { acknowledged, synced } = await count(t, kind, {});
      t.diagnostic(`${acknowledged} acknowledged, ${synced} syncs`);
      assert.ok(acknowledged >= 3 * (PEOPLE - 1) && synced >= acknowledged);
    },
  );

  test(
    `fault F2: a database on ${kind} that doesn’t wait for the disk is noticed`,
    { skip: untraced || missing(kind) },
    async (t) => {
      const { acknowledged, synced } = await count(t, kind, { withoutSync: true });
      t.diagnostic(`${acknowledged} acknowledged, ${synced} syncs`);
      assert.ok(synced < acknowledged);
    },
  );
}
