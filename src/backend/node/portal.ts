import { dirname, resolve } from 'node:path';
import { adminKeyCheck } from '../core/admin-key.js';
import { createCore } from '../core/core.js';
import { createStaff } from '../core/staff.js';
import type { Deps } from '../core/use-case.js';
import { cookieSession } from './cookie-session.js';
import { withAdmin } from '../http/admin.js';
import { guarded } from '../http/guards.js';
import { createHandler, type PortalHandler } from '../http/handler.js';
import { createOutbox, type Outbox } from '../mail/outbox.js';
import { letterRenderer } from '../mail/render-letter.js';
import { createSmtpMailer } from '../mail/smtp.js';
import type { Log, Mailer, Secrets, Store } from '../ports.js';
import { createRandom } from '../web-crypto.js';
import { createArgon2Hasher } from './argon2-hasher.js';
import { createCommonPasswords } from './common-passwords.js';
import { readSettings, type ServerSettings } from './config-file.js';
import { ownOrigins, readEnvironment, type Env, type Environment } from './environment.js';
import { UsageError } from '../usage-error.js';
import { createLog } from './log.js';
import { filePath, openStore } from './open-store.js';
import { phones } from '../phones.js';
import { readSecretKey } from './secret-key.js';
import { createNodeSecrets } from './secrets.js';

/** Where the API stands in the reference server. */
export const BASE_PATH = '/api/portal';

/** What may be different from what the environment and the config file say. */
export interface PortalOptions {
  /** Environment variables; else those of the process. */
  env?: Env;
  /** Who delivers mail; else SMTP where `PORTAL_SMTP_URL` is set, else nobody: it waits. */
  mailer?: Mailer;
  /** Changes the settings once they are read. */
  adjust?: (settings: ServerSettings) => ServerSettings;
  log?: Log;
  /** Whether an SQLite file is looked through for damage first, as it is unless told: a command beside a server has no need to. */
  check?: boolean;
}

/** A portal put together from its parts, before a server listens. */
export interface Portal {
  deps: Deps;
  environment: Environment;
  settings: ServerSettings;
  log: Log;
  /** Answers the API, guarded for a network. */
  handler: PortalHandler;
  /** The worker that delivers mail; absent where nobody does. */
  outbox: Outbox | undefined;
  close(): Promise<void>;
}

/**
 * Puts a portal together: settings, secret, database (brought up to date), rules, mail.
 *
 * @throws UsageError, ConfigError, StoreUnavailable, each with a sentence for a person
 */
export async function openPortal(options: PortalOptions = {}): Promise<Portal> {
  const environment = readEnvironment(options.env ?? process.env);
  const read = readSettings({ env: environment.env, publicUrl: environment.publicUrl });
  const settings = options.adjust?.(read) ?? read;
  const log = options.log ?? createLog();
  const secrets = await createNodeSecrets(
    new TextEncoder().encode(readSecretKey({ ...environment, folder: secretFolder(environment) })),
  );
  const mailer =
    options.mailer ??
    (environment.smtpUrl ? createSmtpMailer({ url: environment.smtpUrl, from: settings.mail.from }) : undefined);
  const store = await openStore(environment.databaseUrl, { check: options.check ?? true });
  await demandSameSecret(store, secrets);
  const deps: Deps = {
    store,
    secrets,
    settings,
    phones,
    hasher: createArgon2Hasher(),
    commonPasswords: createCommonPasswords(namesOf(settings)),
    clock: { now: () => Date.now() },
    random: createRandom(),
  };
  const handler = createHandler(createCore(deps), {
    basePath: BASE_PATH,
    transport: cookieSession({
      secure: environment.publicUrl.startsWith('https:'),
      crossSite: settings.sessions.crossSite,
    }),
    log,
  });
  const { adminKey } = environment;
  const whole = adminKey
    ? withAdmin(handler, createStaff(deps), { basePath: BASE_PATH, admits: adminKeyCheck(deps, adminKey), log })
    : handler;
  return {
    deps,
    environment,
    settings,
    log,
    handler: guarded(whole, {
      ownOrigins: ownOrigins(environment),
      allowedOrigins: settings.sessions.allowedOrigins,
    }),
    outbox: mailer && createOutbox({ ...deps, log, mailer, render: letterRenderer(settings, settings.mail.timeZone) }),
    close: () => store.close(),
  };
}

// Beside the database's file, where there is one: whoever moves or copies that folder takes both along.
function secretFolder({ databaseUrl, dataDir }: Environment): string {
  const file = databaseUrl.startsWith('file:') ? filePath(databaseUrl) : ':memory:';
  return file === ':memory:' ? dataDir : dirname(resolve(file));
}

const namesOf = (settings: ServerSettings): string[] =>
  settings.config().languages.map((language) => settings.config(language).name);

// Under another secret no code, session or waiting letter could be read, and new ones would be written beside the old.
async function demandSameSecret(store: Store, secrets: Secrets): Promise<void> {
  const mark = await secrets.digest('mark', 'portal-elements');
  if ((await store.rememberSecret(mark)) === mark) return;
  await store.close();
  throw new UsageError(
    'The secret is not the one that this database was made with. Set PORTAL_SECRET as before, or give back the secret file that lay beside the database.',
  );
}
