// The tags over an API of another shape. What the contract wants and the API has no rule for (which password is good
// enough, what an address is) is said here; all else is words for words.
import { PortalError } from 'portal-elements/adapter';
import { failedRules, normalizeCode, normalizePassword, parseEmail, usernameKey } from 'portal-elements/contract';
import { adapterOf, clinicWith } from '../adapter-of.js';

/** The operations that the API has something for. */
export const features = ['readConfig', 'verifyCode', 'createAccount', 'logIn', 'readSession', 'logOut'];

const config = clinicWith(features);

/** The API's numbers in the contract's words. */
const ERRORS = {
  17: () => new PortalError('no_records_found'),
  18: () => new PortalError('no_records_found', { reason: 'used' }),
  21: () => new PortalError('ticket_expired'),
  22: () => new PortalError('email_taken', { fields: { username: { code: 'invalid' } } }),
  29: ({ wait }) => new PortalError('too_many_attempts', { retryAfter: wait }),
  30: () => new PortalError('session_required'),
  31: () => new PortalError('invalid_credentials'),
};

const invalid = (name, code) => new PortalError('invalid_input', { fields: { [name]: { code } } });
const germanDate = (iso) => iso.split('-').reverse().join('.');

/**
 * @param {{ baseUrl: string, fetch?: typeof fetch }} api where it stands
 * @returns {import('portal-elements/adapter').PortalAdapter} one client of it, with a session of its own
 */
export function createExistingApiAdapter({ baseUrl, fetch: own }) {
  // In memory alone: a page that is loaded again logs in again. A cookie of the API's would do better.
  let accessToken;

  async function call(method, path, body, signal) {
    const headers = { ...(accessToken && { authorization: `Bearer ${accessToken}` }) };
    const init = { method, headers, signal, ...(body && { body: JSON.stringify(body) }) };
    const answer = await (own ?? fetch)(baseUrl + path, init).catch((cause) => {
      signal?.throwIfAborted();
      throw new PortalError('network', { cause });
    });
    const said = await answer.json().catch(() => ({}));
    if (answer.ok) return said;
    throw (
      ERRORS[said.error?.no]?.(said.error) ?? new PortalError(answer.status === 503 ? 'unavailable' : 'server_error')
    );
  }

  async function begin(path, body, signal) {
    ({ accessToken } = await call('POST', path, body, signal));
    return { step: 'landing' };
  }

  const operations = {
    readConfig: async () => config,

    async verifyCode({ code, birthdate, ...others }, signal) {
      for (const name of Object.keys(others)) throw invalid(name, 'unknown');
      if (!birthdate) throw invalid('birthdate', 'missing');
      const asked = { regCode: normalizeCode(code, 'any'), dob: germanDate(birthdate) };
      const { regToken, minutes, mail } = await call('POST', '/v1/registration/check', asked, signal);
      const expiresAt = new Date(Date.now() + minutes * 60_000).toISOString();
      return { step: 'create-account', ticket: regToken, expiresAt, invitedEmail: mail };
    },

    async createAccount({ ticket, username, password }, signal) {
      const address = parseEmail(username)?.address;
      if (!address) throw new PortalError('email_invalid', { fields: { username: { code: 'invalid' } } });
      const failed = failedRules(password, config.password, address);
      if (failed.length > 0)
        throw new PortalError('password_policy', { fields: { password: { code: 'policy', failed } } });
      const asked = { regToken: ticket, login: usernameKey(address), secret: normalizePassword(password) };
      return begin('/v1/registration', asked, signal);
    },

    logIn: ({ username, password }, signal) =>
      begin('/v1/token', { login: usernameKey(username), secret: normalizePassword(password) }, signal),

    async readSession(_, signal) {
      const { login, endsAt } = await call('GET', '/v1/me', undefined, signal);
      return {
        account: { username: login, language: null },
        step: 'landing',
        firstVisit: false,
        idleSeconds: 30 * 60,
        expiresAt: new Date(endsAt).toISOString(),
      };
    },

    async logOut(_, signal) {
      await call('DELETE', '/v1/token', undefined, signal);
      accessToken = undefined;
      return {};
    },
  };

  return adapterOf(operations);
}
