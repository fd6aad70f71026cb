import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { appendFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { promisify } from 'node:util';
import { documents, root } from '../support/documents.js';

const run = promisify(execFile);
const { snippets } = documents().find(({ path }) => path === 'docs/adapters.md')!;

/** An empty folder with the package in it as a stranger gets it: packed, and installed from its file. */
async function emptyProject(t: TestContext): Promise<string | undefined> {
  const folder = mkdtempSync(join(tmpdir(), 'portal-tutorial-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
  // `prepack` would build once more what is built already.
  const { stdout } = await run('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder], {
    cwd: root,
    maxBuffer: 64 * 1_024 * 1_024,
  });
  const [{ filename }] = JSON.parse(stdout) as [{ filename: string }];
  const flags = ['--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts', '--fetch-retries=0'];
  try {
    await run('npm', ['install', ...flags, join(folder, filename)], { cwd: folder });
  } catch (error) {
    const told = (error as { stderr: string }).stderr;
    if (!/ENOTCACHED|EAI_AGAIN|ENOTFOUND|ETIMEDOUT|ECONNREFUSED|ECONNRESET/.test(told)) throw error;
    t.skip('lit and zod are neither in npm’s cache nor to be had from the registry');
    return undefined;
  }
  return folder;
}

test('docs/adapters.md leads from an empty folder to an adapter that passes the kit', async (t) => {
  const folder = await emptyProject(t);
  if (!folder) return;
  for (const { language, code } of snippets) {
    if (language !== 'js') continue;
    const [, file] = /^\/\/ (\S+)$/m.exec(code) ?? [];
    assert.ok(file, `A snippet doesn’t say in its first line to which file it belongs:\n${code}`);
    appendFileSync(join(folder, file), code);
  }
  for (const file of ['members.js', 'adapter.js', 'adapter.test.js']) assert.ok(existsSync(join(folder, file)), file);
  // Node’s runner would take the variables of the one that this test runs under for its own.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('NODE_')));
  const { stdout } = await run(process.execPath, ['--test', '--test-reporter=tap'], { cwd: folder, env }).catch(
    ({ stdout }: { stdout: string }) => ({ stdout }),
  );
  const count = (what: string): number => Number(new RegExp(`^# ${what} (\\d+)$`, 'm').exec(stdout)?.[1]);
  const failed = [...stdout.matchAll(/^\s*not ok .*$/gm)].join('\n');
  assert.equal(count('fail'), 0, failed);
  assert.ok(count('pass') > 50, `Only ${count('pass')} cases were tried.`);
  // What is skipped is skipped for what this backend doesn't have, and says so.
  for (const [line] of stdout.matchAll(/^\s*ok .*# SKIP.*$/gm)) {
    assert.match(line, /# SKIP (the backend has no|no `|it shows on the wire|the portal|phones|no consent|nothing)/);
  }
});
