import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { freePort } from '../../../support/port.mjs';

/** A PostgreSQL server of the tests' own. */
export interface TestServer {
  /** Its first process, which starts the others. */
  readonly pid: number;
  /** Makes a database, empty or as another one is now, and tells its address. */
  createDatabase(like?: string): Promise<string>;
  /** Runs one statement as the server's owner, outside of the databases under test. */
  run(statement: string): Promise<unknown[]>;
  /** Ends all of its processes at once, without a word to anybody, and starts it again in the same place. */
  crash(): Promise<void>;
  stop(): Promise<void>;
}

const PLACES = '/usr/lib/postgresql';

/** Where the server's programs are, in the latest version there is. */
export function findPostgres(): string | undefined {
  const folders = existsSync(PLACES) ? readdirSync(PLACES).sort((a, b) => Number(b) - Number(a)) : [];
  const places = [...folders.map((version) => join(PLACES, version, 'bin')), ...(process.env['PATH'] ?? '').split(':')];
  return places.find((place) => existsSync(join(place, 'initdb')) && existsSync(join(place, 'pg_ctl')));
}

/**
 * Starts a server in a folder of its own; it goes when it is stopped, or with the process.
 *
 * @param syncs whether it waits for the disk, as one that holds anything of worth does
 */
export async function startPostgres(bin: string, { syncs = false } = {}): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'portal-postgres-'));
  const port = await freePort();
  if (isRoot()) chownSync(folder, Number(shell('id -u postgres')), Number(shell('id -g postgres')));
  asOwner(`${bin}/initdb -D ${folder}/data -A trust -U postgres -E UTF8 --locale=C --no-sync`);
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder} ${syncs ? '' : '-c fsync=off '}-c max_connections=100`;
  const start = `${bin}/pg_ctl -w -D ${folder}/data -l ${folder}/log -o '${options}' start`;
  asOwner(start);

  // Ends with the pipe to it, however this process ends: nobody who kills the tests leaves a server behind.
  const keeper = spawn(
    'sh',
    ['-c', `cat > /dev/null; ${owners(`${bin}/pg_ctl -m immediate -D ${folder}/data stop`)}; rm -rf ${folder}`],
    { stdio: ['pipe', 'ignore', 'ignore'], detached: true, cwd: '/' },
  );
  keeper.unref();
  const url = (database: string) => `postgres://postgres@127.0.0.1:${port}/${database}`;
  const open = async (): Promise<pg.Client> => {
    const client = new pg.Client(url('postgres'));
    client.on('error', () => undefined);
    await client.connect();
    return client;
  };
  let admin = await open();
  let databases = 0;
  return {
    get pid() {
      return Number(readFileSync(join(folder, 'data', 'postmaster.pid'), 'utf8').split('\n')[0]);
    },
    async createDatabase(like) {
      databases += 1;
      const template = like ? ` template ${new URL(like).pathname.slice(1)}` : '';
      await admin.query(`create database test${databases}${template}`);
      return url(`test${databases}`);
    },
    run: async (statement) => (await admin.query<Record<string, unknown>>(statement)).rows,
    async crash() {
      asOwner(`${bin}/pg_ctl -m immediate -D ${folder}/data stop`);
      asOwner(start);
      admin = await open();
    },
    async stop() {
      await admin.end();
      keeper.ref();
      keeper.stdin.end();
      await once(keeper, 'exit');
    },
  };
}

const isRoot = () => process.getuid?.() === 0;

function shell(command: string): string {
  const { status, stdout, stderr } = spawnSync('sh', ['-c', command], { encoding: 'utf8', cwd: '/' });
  if (status !== 0) throw new Error(`${command}\n${stderr}`);
  return stdout.trim();
}

/** The server refuses to run as root. */
const owners = (command: string): string => (isRoot() ? `su postgres -s /bin/sh -c "${command}"` : command);
const asOwner = (command: string): string => shell(owners(command));
