import { addPerson } from '../../../src/backend/core/invitations/add-person.js';
import { issueInvitation } from '../../../src/backend/core/invitations/issue-invitation.js';
import { openPortal } from '../../../src/backend/node/portal.js';
import type { Store } from '../../../src/backend/ports.js';
import type { Limits } from '../../../src/backend/settings.js';
import type { Db, Dialect } from '../../../src/backend/stores/schema.js';
import { BIRTHDATE } from '../../support/deps.js';
import { CLINIC } from '../../support/server.js';
import { createDatabase, newSecret, type DatabaseOptions, type TestDatabase } from './databases.js';
import { ServerProcess, type StartOptions } from './servers.js';

/** Somebody who may come. */
export interface Invited {
  code: string;
  email: string;
}

/** Puts people on file. */
export interface Issuer {
  invite(person: { email: string; birthdate: string; homePhone: string }): Promise<Invited>;
  close(): Promise<void>;
}

/** Where people reach it, in the tests' minds; each server has a port of its own. */
export const PUBLIC_URL = 'http://localhost:4000';

const MANY = 1e9;
/** Everybody here comes from one network: what counts there is not what these tests are about. */
export const WIDE: Partial<Limits> = {
  wrongCodesPerMinute: MANY,
  wrongCodesPerHour: MANY,
  wrongPasswordsPerMinute: MANY,
  wrongPasswordsPerBlock: MANY,
  lettersPerHour: MANY,
};

const quiet = { info: () => undefined, error: () => undefined };

/** A portal as an operator has it: a database, a secret, and as many servers as wanted. */
export class Installation {
  readonly database: TestDatabase;
  readonly env: Record<string, string>;
  readonly servers: ServerProcess[] = [];
  #people = 0;

  private constructor(database: TestDatabase) {
    this.database = database;
    this.env = {
      PORTAL_CONFIG: CLINIC,
      PORTAL_DATABASE_URL: database.url,
      PORTAL_DATA_DIR: database.folder,
      PORTAL_PUBLIC_URL: PUBLIC_URL,
      PORTAL_SECRET: newSecret(),
    };
  }

  static async create(kind: Dialect, options?: DatabaseOptions): Promise<Installation> {
    return new Installation(await createDatabase(kind, options));
  }

  /** Starts a server that takes no time for passwords and counts no networks, unless told otherwise. */
  async start({ otherwise, env, ...options }: StartOptions = {}): Promise<ServerProcess> {
    const server = await ServerProcess.start({
      otherwise: { cheapPasswords: true, limits: WIDE, mailbox: true, ...otherwise },
      env: { ...this.env, ...env },
      ...options,
    });
    this.servers.push(server);
    return server;
  }

  /** Opens the database to put people on file, as the command line does beside the servers. */
  async issuer({ mail = false } = {}): Promise<Issuer> {
    const { deps, close } = await openPortal({ env: this.env, log: quiet });
    return {
      async invite(person) {
        const { id } = await addPerson(deps, person);
        return { email: person.email, code: (await issueInvitation(deps, { personId: id, mail })).code };
      },
      close,
    };
  }

  /** Puts people on file and issues a code for each, with nobody else's connection left open. */
  async invite(count: number, options?: { mail?: boolean }): Promise<Invited[]> {
    const issuer = await this.issuer(options);
    try {
      return await this.inviteBy(issuer, count);
    } finally {
      await issuer.close();
    }
  }

  /** The same by an issuer that stays open: much quicker where that is done a thousand times. */
  async inviteBy(issuer: Issuer, count: number): Promise<Invited[]> {
    const invited: Invited[] = [];
    for (let i = 0; i < count; i += 1) {
      const email = `person-${(this.#people += 1)}@example.org`;
      invited.push(await issuer.invite({ email, birthdate: BIRTHDATE, homePhone: '+12025550123' }));
    }
    return invited;
  }

  /** Looks into the database. */
  async look<Answer>(work: (db: Db, store: Store) => Promise<Answer>): Promise<Answer> {
    const { db, store } = await this.database.open();
    try {
      return await work(db, store);
    } finally {
      await store.close();
    }
  }

  async stop(): Promise<void> {
    await Promise.all(this.servers.map((server) => server.kill()));
    await this.database.stop();
  }
}
