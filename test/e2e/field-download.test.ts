import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import type { Browser } from 'playwright-core';
import { people } from '../../mock-server/index.js';
import { MOCK_PASSWORD } from '../../mock-server/clinic.js';
import { bundled, IN_PARTS } from '../hosts/support/bundle.js';
import { enter } from '../hosts/support/enter.js';
import { HostSite } from '../hosts/support/site.js';
import { launch } from '../support/visitor.js';

const BUDGET = 35 * 1024;
/** What may reach a browser at all; a dictionary of passwords, the numbers of phones or the schemas of the contract may not. */
const PACKAGES = ['@lit/context', '@lit/reactive-element', 'lit', 'lit-element', 'lit-html'];

let browser: Browser;
let site: HostSite;
let inputs: string[];
before(async () => {
  [browser, site] = await Promise.all([launch(), HostSite.open()]);
  const { outputFiles, metafile } = await build({
    entryPoints: { login: 'src/elements/login/portal-login.ts', all: 'src/elements/index.ts' },
    ...IN_PARTS,
    legalComments: 'none',
    outdir: '/bundle',
    metafile: true,
  });
  for (const { path, text } of outputFiles) site.script(path.replaceAll('\\', '/').replace(/^[A-Z]:/, ''), text);
  inputs = Object.keys(metafile.inputs);
});
after(() => Promise.all([browser?.close(), site?.close()]));

test('G11: a page with the log-in loads little before the first field, and what checks answers when something is sent', async (t) => {
  const visitor = await enter(browser, site);
  t.after(() => visitor.context.close());
  const loaded: Promise<Buffer>[] = [];
  visitor.page.on('response', (response) => {
    if (new URL(response.url()).pathname.endsWith('.js')) loaded.push(response.body());
  });
  await visitor.page.goto(
    site.page('/', '<portal-login base-url="/api/returning"></portal-login>', { head: bundled('login') }),
  );
  await visitor.field(/^Email/).waitFor();
  await visitor.page.waitForLoadState('networkidle');
  const atOnce = await Promise.all(loaded);
  const size = atOnce.reduce((sum, script) => sum + gzipSync(script).length, 0);
  assert.ok(size > 10_000, 'it was measured');
  assert.ok(size <= BUDGET, `${size} bytes before the first field are more than ${BUDGET}`);

  await visitor.page.evaluate(() => addEventListener('portal-logged-in', (event) => event.preventDefault()));
  await visitor.logIn(people.dana.email, MOCK_PASSWORD);
  await visitor.page.getByRole('heading', { name: /logged in/i }).waitFor();
  assert.ok(loaded.length > atOnce.length, 'the rest comes later');
  assert.deepEqual(visitor.wrongs, []);
});

test('G11: no dictionary and nothing of the server reaches a browser', () => {
  const packages = inputs.flatMap((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []);
  assert.deepEqual([...new Set(packages)].sort(), PACKAGES);
  assert.deepEqual(
    inputs.filter((path) => path.includes('src/backend/')),
    [],
  );
});
