import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setupServer } from 'msw/node';
import type { HttpHandler } from 'msw';
import { documents, root } from '../support/documents.js';

const { snippets } = documents().find(({ path }) => path === 'docs/mock.md')!;

// Inside the package, so that it finds itself by its name.
const folder = mkdtempSync(join(root, 'dist', 'mock-document-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the snippet that imports this tool, with something else in its place, and hands over what it exports. */
async function runWith<Exports>(tool: string, inItsPlace: string): Promise<Exports> {
  const { code } = snippets.find((each) => each.code.includes(`from '${tool}'`))!;
  const name = tool.replaceAll(/\W/g, '-');
  writeFileSync(join(folder, `${name}.stand-in.ts`), inItsPlace);
  writeFileSync(join(folder, `${name}.ts`), code.replace(`'${tool}'`, `'./${name}.stand-in.js'`));
  return (await import(join(folder, `${name}.ts`))) as Exports;
}

test('the snippet for Storybook answers the API', async () => {
  const { parameters } = await runWith<{ parameters: { msw: HttpHandler[] } }>(
    'msw-storybook-addon/csf3',
    'export const mswLoader = () => () => ({});',
  );
  const server = setupServer(...parameters.msw);
  server.listen();
  try {
    const answer = await fetch('https://portal.example/api/portal/config');
    assert.ok(((await answer.json()) as { name: string }).name);
  } finally {
    server.close();
  }
});

test('the snippet for Vitest passes', async () => {
  const tests: (() => Promise<void>)[] = [];
  Object.assign(globalThis, { declared: (_: string, run: () => Promise<void>) => void tests.push(run) });
  await runWith(
    'vitest',
    "export { default as assert } from 'node:assert/strict';\nexport const test = globalThis.declared;",
  );
  assert.equal(tests.length, 1);
  await tests[0]!();
});

test('the snippet for Playwright answers what a page asks for', async () => {
  type Route = (route: object) => Promise<void>;
  let prepare: ((given: object) => Promise<void>) | undefined;
  Object.assign(globalThis, { declared: { beforeEach: (run: typeof prepare) => void (prepare = run) } });
  await runWith('@playwright/test', 'export const test = globalThis.declared;');
  let pattern = '';
  let answerTo: Route = () => Promise.reject(new Error('No route was made.'));
  const page = { route: async (wanted: string, route: Route) => void ([pattern, answerTo] = [wanted, route]) };
  await prepare!({ page });
  assert.equal(pattern, '**/api/portal/**');

  const fulfilled: { status: number; body: string }[] = [];
  const ask = (method: string, path: string, body: string | null) =>
    answerTo({
      request: () => ({
        url: () => `https://portal.example/api/portal${path}`,
        method: () => method,
        headers: () => (body ? { 'content-type': 'application/json' } : {}),
        postData: () => body,
      }),
      fulfill: async (answer: (typeof fulfilled)[number]) => void fulfilled.push(answer),
    });
  await ask('GET', '/config', null);
  await ask('POST', '/session', JSON.stringify({ username: 'nobody@example.org', password: 'wrong' }));
  assert.deepEqual(
    fulfilled.map(({ status }) => status),
    [200, 401],
  );
});
