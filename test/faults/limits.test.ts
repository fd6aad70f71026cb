import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { test, type TestContext } from 'node:test';
import type { Dialect } from '../../src/backend/stores/schema.js';
import { Crowd } from './support/crowd.js';
import { inFullOnly, KINDS, missing } from './support/databases.js';
import { Installation, PUBLIC_URL } from './support/installation.js';
import type { StartOptions } from './support/servers.js';

const PEOPLE = 24;
/** A few more than a server has open. */
const MOST_FILES = 64;

/** Has people come through a server that lacks something, while others press on it; tells what went wrong. */
async function pressed(
  t: TestContext,
  kind: Dialect,
  options: StartOptions,
  press: (port: number, pid: number) => Promise<unknown>,
): Promise<string[]> {
  const portal = await Installation.create(kind);
  t.after(() => portal.stop());
  const server = await portal.start(options);
  const invited = await portal.invite(PEOPLE);
  const crowd = new Crowd(portal);
  const coming = crowd.comeTogether(invited);
  while (crowd.ledger.activated.size < PEOPLE / 4 && crowd.odd.length === 0)
    await new Promise((resume) => setTimeout(resume, 10));
  await press(server.port, server.child.pid!);
  if (server.child.exitCode !== null || server.child.signalCode !== null) return ['the server ended'];
  await coming;
  t.diagnostic(`${kind}: ${crowd.toString()}`);
  const wrongs = crowd.ledger.consented.size === PEOPLE ? [] : ['not everybody came through in the end'];
  await server.stop();
  if (server.child.exitCode !== 0) wrongs.push('the server ended');
  return [...wrongs, ...(await crowd.wrongs())];
}

/** More connections than there are files, which say nothing, until the server was seen to have run out. */
async function crowdOfSockets(port: number, pid: number): Promise<void> {
  limitFiles(pid);
  const sockets: Socket[] = Array.from({ length: 128 }, () => connect(port, '127.0.0.1').on('error', () => undefined));
  while (readdirSync(`/proc/${pid}/fd`).length < MOST_FILES) await new Promise((resume) => setTimeout(resume, 10));
  for (const socket of sockets) socket.destroy();
}

/** Many bodies of a megabyte at once. */
async function crowdOfBodies(port: number): Promise<void> {
  const body = JSON.stringify({ username: 'x'.repeat(1_000_000), password: 'y' });
  const headers = { 'content-type': 'application/json', origin: PUBLIC_URL };
  for (let round = 0; round < 5; round += 1)
    await Promise.allSettled(
      Array.from({ length: 20 }, () =>
        fetch(`http://127.0.0.1:${port}/api/portal/session`, { method: 'POST', body, headers }).then((response) =>
          response.text(),
        ),
      ),
    );
}

const limitFiles = (pid: number): void =>
  void execFileSync('prlimit', ['--pid', String(pid), `--nofile=${MOST_FILES}:${MOST_FILES}`]);
const unlimited = spawnSync('prlimit', ['--version']).status !== 0 && 'there is no prlimit on this machine';

for (const kind of KINDS) {
  test(
    `fault F12: a server on ${kind} that has run out of files goes on once there are some, and has lost nothing`,
    { skip: unlimited || missing(kind) },
    async (t) => assert.deepEqual(await pressed(t, kind, {}, crowdOfSockets), []),
  );

  test(
    `fault F12: a server on ${kind} with little memory stands a press of large bodies`,
    { skip: missing(kind) || (kind === 'postgres' && inFullOnly) },
    async (t) => assert.deepEqual(await pressed(t, kind, { node: ['--max-old-space-size=64'] }, crowdOfBodies), []),
  );
}
