import { defineCases } from './adapter-case.js';
import { demand, NotApplicable } from './conformance-error.js';
import { PASSWORD, type Portal } from './portal.js';
import { json, shownAnswer, type WireAnswer } from './wire.js';

const LOGIN = { username: 'nobody@example.net', password: 'wrong' };
const FOREIGN = 'https://elsewhere.example';
const KIB = 1_024;

/** Demands that an answer is this problem. Its shape and its status are looked at on the wire, at every error. */
function isProblem(answer: WireAnswer, code: string, what: string): void {
  demand(answer.json['code'] === code, `${what} to be refused with ${code}`, shownAnswer(answer));
}

const cookieOf = async (portal: Portal): Promise<{ cookie: string; secure: boolean }> => {
  const { email } = await portal.newcomer();
  const { wire } = portal.visitor();
  const { headers } = await wire.ask('logIn', { username: email, password: PASSWORD });
  const cookie = headers.getSetCookie().join('; ');
  if (!cookie) throw new NotApplicable('sessions here are in no cookie');
  return { cookie, secure: /;\s*secure/i.test(cookie) };
};

const ON_LOOPBACK = /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])[:/]/;

/** What the wire alone shows. */
export const http = defineCases('http', [
  {
    name: 'a path that there is none of is a problem too',
    rule: 'docs/security.md R-87',
    covers: [{ operation: 'readConfig', error: 'not_found' }],
    run: async (portal) => {
      const { wire } = portal.visitor();
      for (const path of ['/no-such-thing', '/account/no-such-thing']) {
        isProblem(await wire.send('GET', path), 'not_found', `GET ${path}`);
      }
    },
  },
  {
    name: 'a method that a path doesn’t have is refused as that',
    rule: 'docs/security.md R-89',
    covers: [
      { operation: 'logIn', error: 'method_not_allowed' },
      { operation: 'verifyCode', error: 'method_not_allowed' },
    ],
    run: async (portal) => {
      const { wire } = portal.visitor();
      for (const [method, path] of [
        ['PUT', '/session'],
        ['GET', '/activation/verify'],
        ['DELETE', '/config'],
      ] as const) {
        isProblem(await wire.send(method, path), 'method_not_allowed', `${method} ${path}`);
      }
    },
  },
  {
    name: 'a body that says that it is something else than JSON is refused',
    rule: 'docs/security.md R-85',
    covers: [{ operation: 'logIn', error: 'unsupported_media_type' }],
    run: async (portal) => {
      const { wire } = portal.visitor();
      const { body } = json(LOGIN);
      for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
        const answer = await wire.send('POST', '/session', { body, headers: { 'content-type': type } });
        isProblem(answer, 'unsupported_media_type', `a body of ${type}`);
      }
    },
  },
  {
    name: 'a body that is far too large is refused',
    rule: 'docs/security.md R-83',
    covers: [{ operation: 'logIn', error: 'payload_too_large' }],
    run: async (portal) => {
      const { wire } = portal.visitor();
      const large = json({ ...LOGIN, password: 'x'.repeat(256 * KIB) });
      isProblem(await wire.send('POST', '/session', large), 'payload_too_large', 'a body of 256 KiB');
    },
  },
  {
    name: 'a change needs an origin that is the portal’s own',
    rule: 'docs/security.md R-71',
    covers: [
      { operation: 'logIn', error: 'not_allowed' },
      { operation: 'logOut', error: 'not_allowed' },
    ],
    run: async (portal) => {
      const { visitor, adapter, email } = await portal.newcomer();
      const login = json({ username: email, password: PASSWORD });
      for (const origin of [FOREIGN, 'null', null]) {
        const from = origin === null ? 'without an Origin' : `from the origin ${origin}`;
        isProblem(await visitor.wire.send('POST', '/session', { ...login, origin }), 'not_allowed', `a log-in ${from}`);
        isProblem(await visitor.wire.send('DELETE', '/session', { origin }), 'not_allowed', `a log-out ${from}`);
      }
      const site = { 'sec-fetch-site': 'cross-site' };
      isProblem(
        await visitor.wire.send('DELETE', '/session', { origin: FOREIGN, headers: site }),
        'not_allowed',
        'a log-out from another site',
      );
      await adapter.readSession();
    },
  },
  {
    name: 'other origins are told nothing',
    rule: 'docs/security.md R-72',
    covers: [{ operation: 'readSession' }],
    run: async (portal) => {
      const { visitor } = await portal.newcomer();
      const { headers } = await visitor.wire.send('GET', '/session', { origin: FOREIGN });
      const allowed = headers.get('access-control-allow-origin');
      demand(allowed !== FOREIGN && allowed !== '*', 'no Access-Control-Allow-Origin for a foreign origin', allowed);
    },
  },
  {
    name: 'answers and errors are kept by no cache',
    rule: 'docs/security.md R-52',
    covers: [{ operation: 'readSession' }, { operation: 'readSession', error: 'session_required' }],
    run: async (portal) => {
      const { visitor } = await portal.newcomer();
      for (const { wire } of [visitor, portal.visitor()]) {
        const answer = await wire.ask('readSession');
        const cached = answer.headers.get('cache-control');
        demand(
          /\bno-store\b/.test(cached ?? ''),
          `the answer ${answer.status} to carry Cache-Control: no-store`,
          cached ?? 'none',
        );
      }
    },
  },
  {
    name: 'the session’s cookie is for this host, and out of reach of scripts',
    rule: 'docs/security.md R-50',
    covers: [{ operation: 'logIn' }],
    run: async (portal) => {
      const { cookie, secure } = await cookieOf(portal);
      const shown = cookie.replace(/=[^;]{16,}/, '=…');
      demand(/;\s*httponly/i.test(cookie), 'HttpOnly on the session’s cookie', shown);
      demand(/;\s*samesite=(lax|strict|none)/i.test(cookie), 'SameSite on the session’s cookie', shown);
      demand(!/;\s*domain=/i.test(cookie), 'no Domain on the session’s cookie', shown);
      const local = ON_LOOPBACK.test(portal.baseUrl());
      demand(secure || local, 'Secure on the session’s cookie, except over http on this machine', shown);
    },
  },
  {
    name: 'who has to wait is told by Retry-After for how long',
    rule: 'docs/http.md Errors of every operation',
    covers: [{ operation: 'logIn', error: 'too_many_attempts' }],
    run: async (portal) => {
      const { email } = await portal.newcomer();
      const { wire } = portal.visitor().hasty;
      for (let n = 1; n <= 12; n += 1) {
        const answer = await wire.ask('logIn', { username: email, password: `wrong${n}` });
        if (answer.status !== 429) continue;
        const seconds = answer.headers.get('retry-after');
        demand(Number(seconds) > 0, 'Retry-After with the seconds to wait', seconds ?? 'none');
        return;
      }
      demand(false, 'one of 12 wrong passwords to be answered with 429', 'none');
    },
  },
]);
