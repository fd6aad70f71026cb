import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { test, type TestContext } from 'node:test';
import type { Dialect } from '../../src/backend/stores/schema.js';
import { Client } from './support/client.js';
import { Crowd } from './support/crowd.js';
import { inFullOnly, KINDS, missing } from './support/databases.js';
import { Installation } from './support/installation.js';
import type { Otherwise } from './support/server-process.js';

/** Stands between people and a server, and may break every connection at the first byte of an answer. */
async function proxy(t: TestContext, port: number): Promise<{ origin: string; cuts: boolean }> {
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => undefined).on('close', () => [near, far].forEach((one) => one.destroy()));
    }
    near.pipe(far);
    far.on('data', (bytes) => (between.cuts ? near.destroy() : near.write(bytes)));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const between = { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, cuts: false };
  t.after(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return between;
}

/** People whose every answer is lost, and who come again; tells what went wrong. */
async function loseAnswers(t: TestContext, kind: Dialect, otherwise: Otherwise = {}): Promise<string[]> {
  const portal = await Installation.create(kind);
  t.after(() => portal.stop());
  const server = await portal.start({ otherwise });
  const between = await proxy(t, server.port);
  const crowd = new Crowd(portal);
  const wrongs: string[] = [];
  for (const invited of await portal.invite(4)) {
    const client = new Client(() => between.origin);
    const address = `chosen-${invited.email}`;
    const { json } = await client.verify(invited);
    const acts = [() => client.create(json['ticket'], address), () => client.consent('portal-consent')];
    for (const act of acts) {
      between.cuts = true;
      const lost = await act();
      assert.equal(lost.status, 0);
      between.cuts = false;
      const again = await act();
      crowd.note(again);
      if (again.status !== 200) return [`coming again was answered with ${again.status}`];
    }
    crowd.ledger.activated.add(address);
    crowd.ledger.consented.add(address);
  }
  await server.stop();
  t.diagnostic(`${kind}: ${crowd.toString()} of who came again`);
  return [...wrongs, ...(await crowd.wrongs())];
}

for (const kind of KINDS)
  test(
    `fault F11: whoever lost the answer on ${kind} comes again and is let in, and nothing is done twice`,
    { skip: missing(kind) || (kind === 'postgres' && inFullOnly) },
    async (t) => assert.deepEqual(await loseAnswers(t, kind), []),
  );

test('fault F11: a server that doesn’t know who has come again is noticed', async (t) =>
  assert.notDeepEqual(await loseAnswers(t, 'sqlite', { forgetsTickets: true }), []));
