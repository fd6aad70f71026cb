import { cookieFetch } from '../../../src/testing/http-client.js';
import { BIRTHDATE, PASSWORD } from '../../support/deps.js';
import { PUBLIC_URL, type Invited } from './installation.js';

/** What came back; no status where nothing did. */
export interface Answer {
  status: number;
  json: Record<string, unknown>;
  headers: Headers;
}

/** Somebody with a browser of their own; `where` says which server they reach this time. */
export class Client {
  readonly #send: typeof fetch;
  readonly #where: () => string;

  constructor(where: () => string) {
    this.#where = where;
    this.#send = cookieFetch(PUBLIC_URL);
  }

  /** @returns status 0 where the connection broke or nobody answered in time */
  async call(method: string, path: string, body?: object): Promise<Answer> {
    try {
      const response = await this.#send(`${this.#where()}/api/portal${path}`, {
        method,
        signal: AbortSignal.timeout(20_000),
        ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
      });
      const json = (await response.json().catch(() => ({}))) as Answer['json'];
      return { status: response.status, json, headers: response.headers };
    } catch {
      return { status: 0, json: {}, headers: new Headers() };
    }
  }

  verify = ({ code }: Invited): Promise<Answer> =>
    this.call('POST', '/activation/verify', { code, birthdate: BIRTHDATE });

  create = (ticket: unknown, username: string): Promise<Answer> =>
    this.call('POST', '/activation', { ticket, relationship: 'self', username, password: PASSWORD });

  consent = (documentId: string): Promise<Answer> =>
    this.call('POST', `/consents/${documentId}`, {
      version: '2026-01',
      decision: 'accept',
      answers: { agree: true, emailNotices: 'yes' },
      signature: 'Pat Doe',
    });

  logIn = (username: string): Promise<Answer> => this.call('POST', '/session', { username, password: PASSWORD });

  link = (code: string): Promise<Answer> => this.call('POST', '/links', { code });
}
