// Somebody's JSON API as it stood before there were tags: other names, numbers for errors, bearer tokens, dates as they are
// written in Germany. Nothing in it knows the contract; a real one would have a database in place of the maps.
import { randomBytes, randomUUID, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(scrypt);
const MINUTE = 60_000;

/** A refusal of this API: a number of its own, and how long to wait where that helps. */
class Refused extends Error {
  constructor(status, no, wait) {
    super(`E${no}`);
    Object.assign(this, { status, no, wait });
  }
}

/**
 * The API as a function from `Request` to `Response`, and what its back office does.
 *
 * @returns {{ fetch: typeof fetch, register(person: { mail: string, dob: string }): string }}
 */
export function createExistingApi() {
  const codes = new Map();
  const regTokens = new Map();
  const members = new Map();
  const accessTokens = new Map();
  const attempts = new Map();

  const secretOf = async (secret, salt = randomBytes(16)) => ({ salt, hash: await derive(secret, salt, 32) });
  const nobody = secretOf('nobody');
  async function isSecret(member, secret) {
    const { salt, hash } = member ?? (await nobody);
    return timingSafeEqual((await secretOf(secret, salt)).hash, hash) && member !== undefined;
  }
  function open(member) {
    const accessToken = randomUUID();
    accessTokens.set(accessToken, { member, until: Date.now() + 30 * MINUTE });
    return { accessToken };
  }
  function sessionOf(request) {
    const session = accessTokens.get(request.headers.get('authorization')?.replace('Bearer ', ''));
    if (!session || session.until < Date.now()) throw new Refused(401, 30);
    return session;
  }

  const routes = {
    'POST /v1/registration/check': ({ regCode, dob }) => {
      const person = codes.get(regCode);
      if (!person || person.wrong >= 5) throw new Refused(422, 17);
      if (person.dob !== dob) {
        person.wrong += 1;
        throw new Refused(422, 17);
      }
      if (person.member) throw new Refused(422, 18);
      const regToken = randomUUID();
      regTokens.set(regToken, { person, until: Date.now() + 15 * MINUTE, tried: new Set() });
      return { regToken, minutes: 15, mail: person.mail };
    },
    'POST /v1/registration': async ({ regToken, login, secret }) => {
      const held = regTokens.get(regToken);
      if (!held || held.until < Date.now()) throw new Refused(410, 21);
      const { person } = held;
      if (person.member) {
        const same = held.spent && person.member.login === login;
        if (same && (await isSecret(person.member, secret))) return open(person.member);
        throw new Refused(410, 21);
      }
      if (held.tried.add(login).size > 5) throw new Refused(429, 29, 60);
      const member = { login, ...(await secretOf(secret)) };
      if (members.has(login)) throw new Refused(409, 22);
      if (person.member) throw new Refused(410, 21);
      members.set(login, member);
      person.member = member;
      held.spent = true;
      return open(member);
    },
    'POST /v1/token': async ({ login, secret }) => {
      const tried = attempts.get(login) ?? { count: 0, until: 0 };
      if (tried.until < Date.now()) tried.count = 0;
      if (tried.count >= 5) throw new Refused(429, 29, Math.ceil((tried.until - Date.now()) / 1_000));
      attempts.set(login, { count: tried.count + 1, until: Date.now() + MINUTE });
      const member = members.get(login);
      if (!(await isSecret(member, secret))) throw new Refused(401, 31);
      attempts.delete(login);
      return open(member);
    },
    'GET /v1/me': (_, request) => {
      const session = sessionOf(request);
      session.until = Date.now() + 30 * MINUTE;
      return { login: session.member.login, endsAt: session.until };
    },
    'DELETE /v1/token': (_, request) => {
      accessTokens.delete(request.headers.get('authorization')?.replace('Bearer ', ''));
      return {};
    },
  };

  return {
    async fetch(input, init) {
      const request = new Request(input, init);
      request.signal.throwIfAborted();
      const route = routes[`${request.method} ${new URL(request.url).pathname}`];
      if (!route) return Response.json({ error: { no: 1 } }, { status: 404 });
      try {
        return Response.json(await route(request.method === 'POST' ? await request.json() : {}, request));
      } catch (error) {
        if (!(error instanceof Refused)) return Response.json({ error: { no: 99 } }, { status: 500 });
        return Response.json({ error: { no: error.no, wait: error.wait } }, { status: error.status });
      } finally {
        request.signal.throwIfAborted();
      }
    },
    register(person) {
      const regCode = `REG${String(codes.size + 1).padStart(8, '0')}`;
      codes.set(regCode, { ...person, wrong: 0, member: undefined });
      return regCode;
    },
  };
}
