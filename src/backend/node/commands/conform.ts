import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { tryCases } from '../../../testing/adapter-suite.js';
import type { Invited, Invitee } from '../../../testing/adapter/adapter-under-test.js';
import { httpBackend } from '../../../testing/http-client.js';
import { UsageError } from '../../usage-error.js';

/** The options of `conform`, as the command line names them. */
export interface ConformOptions {
  /** A shell command that reads one line of JSON with the options of `invite`, and prints what `invite --json` prints. */
  seed: string;
  /** Seconds for which a limit in the way is waited out. */
  patience: number;
}

/** Runs the seed command once. */
async function runSeed(command: string, options: Partial<Invitee> & { person?: string }): Promise<Invited> {
  const child = spawn(command, { shell: true, stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  // A command that doesn't read may be gone before all is written; how it ended tells enough.
  child.stdin.on('error', () => undefined);
  child.stdin.end(`${JSON.stringify(options)}\n`);
  const printed = await text(child.stdout);
  const code = await ended;
  if (code !== 0) throw new UsageError(`The seed command ended with exit code ${code}.`);
  const invited = readInvited(printed);
  if (!invited) throw new UsageError('The seed command should print JSON with a "code", as invite --json does.');
  return invited;
}

function readInvited(printed: string): Invited | undefined {
  try {
    const read = JSON.parse(printed) as Partial<Invited> | null;
    return typeof read?.code === 'string' ? { ...read, code: read.code } : undefined;
  } catch {
    return undefined;
  }
}

const MARKS = { holds: 'holds', broken: 'BROKEN', skipped: 'skipped' } as const;

/**
 * Tries a server that speaks the contract, case by case, and tells of each as it ends.
 *
 * @returns whether all holds that could be tried
 * @throws UsageError where nothing can be tried at all
 */
export async function* conform(baseUrl: string, { seed, patience }: ConformOptions): AsyncGenerator<string, boolean> {
  if (!URL.canParse(baseUrl)) throw new UsageError(`${baseUrl} is no address of an API.`);
  const backend = httpBackend({
    baseUrl,
    patience,
    invite: (person) => runSeed(seed, person),
    inviteAgain: (person) => runSeed(seed, { person }),
  });
  await backend
    .connect()
    .readConfig()
    .catch((error: Error) => {
      throw new UsageError(`${baseUrl}/config doesn't answer (${error.message}).`);
    });
  const counts = { holds: 0, broken: 0, skipped: 0 };
  for await (const { case: tried, outcome, reason } of tryCases(backend)) {
    counts[outcome] += 1;
    yield `${MARKS[outcome].padEnd(8)}  ${tried.group.padEnd(15)}  ${tried.name}\n`;
    if (reason) yield `${' '.repeat(27)}${reason}\n`;
  }
  yield `\n${counts.holds} hold, ${counts.broken} broken, ${counts.skipped} skipped.\n`;
  return counts.broken === 0;
}
