import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { after, before, test } from 'node:test';
import { startServer, type TestServer } from '../support/server.js';

let server: TestServer;
before(async () => void (server = await startServer()));
after(() => server.stop());

const PATH = '/api/portal/session';
const BODY = JSON.stringify({ username: 'a@example.org', password: 'x' });

/** Sends bytes as they are, and tells what came back until the other end closed or fell silent. */
async function raw(bytes: string | Buffer): Promise<string> {
  const socket = connect(Number(new URL(server.origin).port), 'localhost');
  let answer = '';
  socket.on('data', (chunk) => void (answer += chunk.toString('latin1')));
  // Cut off while still sending: that is an answer too.
  socket.on('error', () => undefined);
  const silent = new Promise((resolve) => socket.setTimeout(4_000, () => resolve(undefined)));
  socket.write(bytes);
  await Promise.race([once(socket, 'close').catch(() => undefined), silent]);
  socket.destroy();
  return answer;
}

const request = (headers: string[], body: string | Buffer = '', path = PATH, method = 'POST'): Buffer =>
  Buffer.concat([
    Buffer.from(
      [
        `${method} ${path} HTTP/1.1`,
        'Host: localhost',
        `Origin: ${server.origin}`,
        'Connection: close',
        ...headers,
        '',
        '',
      ].join('\r\n'),
      'latin1',
    ),
    Buffer.from(body),
  ]);

const json = 'Content-Type: application/json';
const sized = (body: string | Buffer): string => `Content-Length: ${Buffer.byteLength(body)}`;
const whole = (body: string | Buffer, ...headers: string[]): Buffer => request([json, sized(body), ...headers], body);

const cases: [string, () => Buffer][] = [
  ['a chunk size that is no number', () => request([json, 'Transfer-Encoding: chunked'], 'zz\r\n{}\r\n0\r\n\r\n')],
  [
    'a chunk that is longer than it says',
    () => request([json, 'Transfer-Encoding: chunked'], `2\r\n${BODY}\r\n0\r\n\r\n`),
  ],
  ['a chunk size beyond all bounds', () => request([json, 'Transfer-Encoding: chunked'], 'ffffffffffffffffff\r\n{}')],
  ['two lengths', () => request([json, sized(BODY), 'Content-Length: 3'], BODY)],
  ['a length and chunks', () => request([json, sized(BODY), 'Transfer-Encoding: chunked'], `0\r\n\r\n${BODY}`)],
  ['chunks and another encoding', () => request([json, 'Transfer-Encoding: chunked, identity'], `0\r\n\r\n`)],
  ['a length below zero', () => request([json, 'Content-Length: -1'], BODY)],
  ['NUL in the path', () => request([json, sized(BODY)], BODY, `${PATH}\0`)],
  ['NUL in a header', () => request([json, sized(BODY), 'X-Odd: a\0b'], BODY)],
  ['a header of 64 KB', () => request([json, sized(BODY), `X-Long: ${'x'.repeat(65_536)}`], BODY)],
  ['a header over two lines', () => request([json, sized(BODY), 'X-Folded: a', ' b: c'], BODY)],
  ['a path of 64 KB', () => request([json, sized(BODY)], BODY, `/${'x'.repeat(65_536)}`)],
  ['a path that is none', () => request([json, sized(BODY)], BODY, 'nowhere')],
  ['a method that is none', () => request([json, sized(BODY)], BODY, PATH, 'BREW')],
  ['no version', () => Buffer.from(`POST ${PATH}\r\n\r\n`)],
  ['bytes of another protocol', () => Buffer.from('16030100a5010000a10303', 'hex')],
  ['a body in UTF-16', () => whole(Buffer.from(`\ufeff${BODY}`, 'utf16le'))],
  ['a body that is no UTF-8', () => whole(Buffer.from([0x7b, 0xff, 0xfe, 0x7d]))],
  ['a body that says UTF-16', () => request([`${json}; charset=utf-16`, sized(BODY)], BODY)],
  ['a number beyond all bounds', () => whole('{"username":1e400,"password":-1e400}')],
  ['a number of 10,000 digits', () => whole(`{"username":${'9'.repeat(10_000)},"password":"x"}`)],
  ['half a character', () => whole('{"username":"\\ud800","password":"\\udfff"}')],
  ['NUL in a name', () => whole('{"username":"a\\u0000b","password":"\\u0000"}')],
  ['7,000 arrays in each other', () => whole('['.repeat(7_000) + ']'.repeat(7_000))],
  [
    'the same key twice, and the second is odd',
    () => whole('{"username":"a@example.org","username":{},"password":"x"}'),
  ],
  ['a key that means something to the language', () => whole('{"__proto__":{"username":"a"},"password":"x"}')],
  ['a compressed body', () => whole(BODY, 'Content-Encoding: gzip')],
  ['two types', () => request([json, 'Content-Type: text/plain', sized(BODY)], BODY)],
  ['5 MB', () => whole(`{"username":"${'x'.repeat(5_000_000)}"}`)],
  ['a wish for another protocol', () => whole(BODY, 'Upgrade: h2c', 'Connection: Upgrade, HTTP2-Settings')],
];

for (const [what, bytes] of cases) {
  test(`${what}: refused or cut, and the server goes on`, { timeout: 20_000 }, async () => {
    const answer = await raw(bytes());
    if (answer !== '') {
      assert.match(answer, /^HTTP\/1\.1 4\d\d /, answer.slice(0, 200));
      assert.equal(answer.match(/^HTTP\/1\.1 /gm)?.length, 1, 'one request gets one answer');
      assert.doesNotMatch(answer, /\bat .+:\d+:\d+|node_modules|SQLITE|x{50}/);
    }
    assert.equal((await fetch(`${server.origin}/healthz`)).status, 200);
  });
}

test(
  'a body that stops half-way is waited for no longer than 20 seconds',
  { timeout: 40_000, skip: !process.env.SLOW && 'set SLOW=1' },
  async () => {
    const socket = connect(Number(new URL(server.origin).port), 'localhost');
    socket.on('error', () => undefined);
    socket.resume();
    socket.write(request([json, 'Content-Length: 1000'], BODY));
    const begun = performance.now();
    await once(socket, 'close');
    assert.ok(performance.now() - begun < 20_000);
  },
);
