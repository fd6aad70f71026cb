// The tags on Better Auth, in the browser: its own endpoints for log-in and session, those of plugin.js for the activation.
import { PortalError } from 'portal-elements/adapter';
import { failedRules, normalizeCode, normalizePassword, parseEmail, usernameKey } from 'portal-elements/contract';
import { adapterOf, clinicWith } from '../adapter-of.js';

/** The operations that stand on Better Auth here. */
export const features = ['readConfig', 'verifyCode', 'createAccount', 'logIn', 'readSession', 'logOut'];

const config = clinicWith(features);

/** What Better Auth and the plugin call things, in the contract's words. */
const ERRORS = {
  NO_RECORDS_FOUND: ({ reason }) => new PortalError('no_records_found', { reason }),
  TICKET_EXPIRED: () => new PortalError('ticket_expired'),
  EMAIL_TAKEN: () => new PortalError('email_taken', { fields: { username: { code: 'invalid' } } }),
  TOO_MANY: ({ wait }) => new PortalError('too_many_attempts', { retryAfter: wait }),
  INVALID_EMAIL_OR_PASSWORD: () => new PortalError('invalid_credentials'),
  INVALID_EMAIL: () => new PortalError('invalid_credentials'),
};

const invalid = (name, code) => new PortalError('invalid_input', { fields: { [name]: { code } } });

/**
 * @param {{ baseUrl: string, fetch?: typeof fetch }} auth where Better Auth answers, such as `/api/auth`
 * @returns {import('portal-elements/adapter').PortalAdapter}
 */
export function createBetterAuthAdapter({ baseUrl, fetch: own }) {
  async function call(path, body, signal) {
    const init = body
      ? { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
      : { method: 'GET' };
    const answer = await (own ?? fetch)(baseUrl + path, { ...init, signal, credentials: 'include' }).catch((cause) => {
      throw new PortalError('network', { cause });
    });
    const said = await answer.json().catch(() => undefined);
    if (answer.ok) return said;
    throw ERRORS[said?.code]?.(said) ?? new PortalError(answer.status === 503 ? 'unavailable' : 'server_error');
  }

  const operations = {
    readConfig: async () => config,

    async verifyCode({ code, birthdate, ...others }, signal) {
      for (const name of Object.keys(others)) throw invalid(name, 'unknown');
      if (!birthdate) throw invalid('birthdate', 'missing');
      const asked = { code: normalizeCode(code, 'any'), birthdate };
      return { step: 'create-account', ...(await call('/portal/verify', asked, signal)) };
    },

    async createAccount({ ticket, username, password }, signal) {
      const address = parseEmail(username)?.address;
      if (!address) throw new PortalError('email_invalid', { fields: { username: { code: 'invalid' } } });
      const failed = failedRules(password, config.password, address);
      if (failed.length > 0)
        throw new PortalError('password_policy', { fields: { password: { code: 'policy', failed } } });
      const asked = { ticket, email: usernameKey(address), password: normalizePassword(password) };
      await call('/portal/activate', asked, signal);
      return { step: 'landing' };
    },

    async logIn({ username, password }, signal) {
      const asked = { email: usernameKey(username), password: normalizePassword(password) };
      await call('/sign-in/email', asked, signal);
      return { step: 'landing' };
    },

    async readSession(_, signal) {
      const found = await call('/get-session', undefined, signal);
      if (!found) throw new PortalError('session_required');
      const ends = new Date(found.session.expiresAt);
      return {
        account: { username: found.user.email, language: null },
        step: 'landing',
        firstVisit: false,
        idleSeconds: Math.max(1, Math.round((ends.getTime() - Date.now()) / 1_000)),
        expiresAt: ends.toISOString(),
      };
    },

    async logOut(_, signal) {
      await call('/sign-out', {}, signal);
      return {};
    },
  };

  return adapterOf(operations);
}
