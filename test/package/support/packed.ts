import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { npmCommand } from '../../support/npm.mjs';

const execute = promisify(execFile);

/**
 * Runs npm in a folder, and returns what it prints.
 *
 * @throws with all that it printed, where it fails
 */
export async function npmIn(cwd: string, ...args: string[]): Promise<{ stdout: string; stderr: string }> {
  const [program, ...first] = npmCommand();
  try {
    return await execute(program!, [...first, ...args], {
      cwd,
      maxBuffer: 2 ** 26,
      shell: process.platform === 'win32',
    });
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`npm ${args.join(' ')}:\n${stdout}${stderr}`, { cause: error });
  }
}

/** The package as a registry would get it, built already; returns the path of the file. */
export async function pack(into: string): Promise<string> {
  if (!existsSync('dist/cdn/portal-elements.min.js')) throw new Error('Run `npm run build` first.');
  // What `prepack` does has been done.
  const { stdout } = await npmIn(process.cwd(), 'pack', '--json', '--ignore-scripts', '--pack-destination', into);
  const [{ filename }] = JSON.parse(stdout) as [{ filename: string }];
  return join(into, filename);
}
