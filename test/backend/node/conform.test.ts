import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { createServer as createSocketServer } from 'node:net';
import { test } from 'node:test';
import { cli } from '../../support/cli.js';
import { freePort } from '../../support/port.mjs';
import { overHttp, WIDE } from '../../support/conformance.js';
import { startServer, type TestServer } from '../../support/server.js';

/** A seed command that hands its line to a server of the test's own: a process of Node for each would be most of the time. */
async function seedOf(server: TestServer): Promise<{ seed: string; stop(): void }> {
  const { invite, inviteAgain } = overHttp(server);
  const port = await freePort();
  const seeding = createSocketServer((socket) => {
    socket.setEncoding('utf8').once('data', (line: string) => {
      const { person, ...given } = JSON.parse(line) as Parameters<typeof invite>[0] & { person?: string };
      void (person ? inviteAgain!(person) : invite(given)).then((issued) => socket.end(JSON.stringify(issued)));
    });
  }).listen(port, '127.0.0.1');
  return {
    seed: `bash -c 'exec 3<>/dev/tcp/127.0.0.1/${port} && cat >&3 && cat <&3'`,
    stop: () => void seeding.close(),
  };
}

const conform = (...args: string[]) => cli(['conform', ...args], {});

test('conform tells of a right server what holds, and why something wasn’t tried', async (t) => {
  const server = await startServer({ limits: WIDE });
  t.after(server.stop);
  const { seed, stop } = await seedOf(server);
  t.after(stop);
  const { code, stdout, stderr } = await conform(`${server.origin}/api/portal`, '--seed', seed);
  assert.equal(code, 0, stdout + stderr);
  assert.match(stdout, /^holds {5}shapes {11}a code and a proof are exchanged for a ticket/m);
  assert.match(stdout, /^skipped {3}sessions {9}a ticket ends in time\n {27}no `clock` is given$/m);
  assert.match(stdout, /\n\d{3} hold, 0 broken, \d+ skipped\.\n$/);
});

test('conform tells what a wrong server breaks, and ends with 1', async (t) => {
  const port = await freePort();
  const wrong = createServer((_, response) => response.setHeader('content-type', 'application/json').end('{}')).listen(
    port,
  );
  t.after(() => wrong.close());
  const seed = `${process.execPath} -p "JSON.stringify({ code: '01231-14567-89ABJ' })"`;
  const { code, stdout } = await conform(`http://localhost:${port}`, '--seed', seed);
  assert.equal(code, 1);
  assert.match(
    stdout,
    /^BROKEN {4}errors {11}a code that was never issued is refused\n {27}Expected verifyCode .* Rule: /m,
  );
});

test('conform says in a sentence why nothing can be tried', async () => {
  const cases: [string[], RegExp][] = [
    [['http://127.0.0.1:1'], /--seed/],
    [['nowhere', '--seed', 'true'], /nowhere is no address of an API/],
    [['http://127.0.0.1:1', '--seed', 'true'], /doesn't answer \(network\)/],
  ];
  for (const [args, said] of cases) {
    const { code, stderr } = await conform(...args);
    assert.equal(code, 1, args.join(' '));
    assert.match(stderr, said);
    assert.doesNotMatch(stderr, /\n\s+at /, 'a stack is shown');
  }
});
