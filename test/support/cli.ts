import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { program } from './programs.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Runs the command line from source and tells how it ended. */
export async function cli(
  args: string[],
  env: Record<string, string>,
): Promise<{ code: number; stdout: string; stderr: string }> {
  const file = await program('cli');
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [file, ...args],
      { cwd: root, env: { PATH: process.env['PATH']!, ...env }, timeout: 120_000, maxBuffer: 16 * 1_024 * 1_024 },
      (error, stdout, stderr) => resolve({ code: error ? Number(error.code ?? 1) : 0, stdout, stderr }),
    );
  });
}
