import { resolve } from 'node:path';
import { readPublicUrl } from './public-url.js';
import { UsageError } from '../usage-error.js';

/** Environment variables as a process has them. An empty one counts as unset. */
export type Env = Record<string, string | undefined>;

/** Where the portal runs, read from the environment. */
export interface Environment {
  port: number;
  /** Absolute path of the folder for the SQLite file, the secret and the like. */
  dataDir: string;
  /** `file:…` or `postgres://…`. */
  databaseUrl: string;
  /** Without a slash at the end. */
  publicUrl: string;
  /** Whether only this machine reaches it. */
  loopback: boolean;
  smtpUrl: string | undefined;
  /** Opens the staff side of the API; without it there is none. */
  adminKey: string | undefined;
  /** Addresses or CIDR blocks whose `X-Forwarded-For` is believed. */
  trustedProxies: string[];
  env: Env;
}

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Reads the environment.
 *
 * @throws UsageError naming the variable and what it should be
 */
export function readEnvironment(given: Env): Environment {
  const env = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''));
  const port = Number(env.PORT ?? 4000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new UsageError(`PORT should be a number from 0 to 65535, not "${env.PORT}".`);
  }
  const dataDir = resolve(env.PORTAL_DATA_DIR ?? '.portal');
  const publicUrl = readPublicUrl(env.PORTAL_PUBLIC_URL ?? `http://localhost:${port}`, 'PORTAL_PUBLIC_URL');
  const { protocol, hostname } = new URL(publicUrl);
  const loopback = LOOPBACK.includes(hostname);
  if (protocol === 'http:' && !loopback)
    throw new UsageError(`PORTAL_PUBLIC_URL should begin with https:// on a public host, not "${publicUrl}".`);
  return {
    port,
    dataDir,
    databaseUrl: env.PORTAL_DATABASE_URL ?? `file:${resolve(dataDir, 'portal.sqlite')}`,
    publicUrl,
    loopback,
    smtpUrl: env.PORTAL_SMTP_URL,
    adminKey: adminKey(env.PORTAL_ADMIN_KEY),
    trustedProxies: (env.PORTAL_TRUSTED_PROXIES ?? '').split(/[\s,]+/).filter(Boolean),
    env,
  };
}

function adminKey(key: string | undefined): string | undefined {
  if (key === undefined || /^[\x21-\x7e]{32,}$/.test(key)) return key;
  throw new UsageError('PORTAL_ADMIN_KEY should be at least 32 letters, digits or marks, without a space.');
}

/** The origins whose pages are the portal's own; on this machine, all its names. */
export function ownOrigins({ publicUrl, loopback }: Pick<Environment, 'publicUrl' | 'loopback'>): string[] {
  const { origin, protocol, port } = new URL(publicUrl);
  return loopback ? LOOPBACK.map((host) => `${protocol}//${host}${port && `:${port}`}`) : [origin];
}
