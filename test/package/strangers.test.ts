import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import vue from '@vitejs/plugin-vue';
import type { Browser } from 'playwright-core';
import { MOCK_PASSWORD } from '../../mock-server/clinic.js';
import { people } from '../../mock-server/index.js';
import { enter } from '../hosts/support/enter.js';
import { HostSite } from '../hosts/support/site.js';
import { launch } from '../support/visitor.js';
import { pack } from './support/packed.js';
import { Stranger } from './support/stranger.js';

const { email } = people.dana;
const folder = mkdtempSync(join(tmpdir(), 'portal-strangers-'));
const install = (name: string, project?: Parameters<typeof Stranger.install>[2]): Promise<Stranger> =>
  Stranger.install(join(folder, name), tarball, project);

let tarball: string;
let browser: Browser;
let site: HostSite;
before(async () => {
  [tarball, browser, site] = await Promise.all([pack(folder), launch(), HostSite.open()]);
});
after(async () => {
  await Promise.all([browser?.close(), site?.close()]);
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => site.forget());

/** Logs in on a page whose log-in says "Hello from portal-logged-in" in `#told` and stays; returns what else to look at. */
async function logsIn(path: string) {
  const visitor = await enter(browser, site, site.origin + path);
  const { page } = visitor;
  await page.getByRole('heading', { level: 1 }).waitFor();
  await visitor.logIn(email, MOCK_PASSWORD);
  await page.getByText('Hello from portal-logged-in').waitFor();
  assert.equal(new URL(page.url()).pathname, path, 'the page has stopped the navigation');
  assert.deepEqual(visitor.wrongs, []);
  return visitor;
}

test('a page without a build takes one file from the package, held to its hash, and nothing for servers is installed', async (t) => {
  const project = await install('page');
  const others = project.packages().filter((name) => name !== 'portal-elements');
  assert.ok(others.length <= 8, others.join());
  const sbom = JSON.parse(
    readFileSync(join(project.folder, 'node_modules/portal-elements/dist/sbom.cdx.json'), 'utf8'),
  );
  const named = sbom.components.map(({ name }: { name: string }) => name);
  // The compiler's helpers are inside of the files.
  assert.deepEqual([...others, 'tslib'].sort(), named.sort());

  const { code, stderr } = await project.runs('portal-elements/dist/node/cli.js', 'serve');
  assert.equal(code, 1);
  assert.match(stderr, /^The package commander is not installed[^\n]*\n {2}npm install @hono\/node-server@\d[^\n]*\n$/);

  project.serve(site, 'node_modules/portal-elements/dist/cdn', '/portal-elements');
  const hashes = JSON.parse(
    readFileSync(join(project.folder, 'node_modules/portal-elements/dist/cdn/integrity.json'), 'utf8'),
  );
  const script = (integrity: string): string =>
    `<script type="module" src="/portal-elements/portal-elements.min.js" integrity="${integrity}"></script>`;
  // As ASP.NET Web Forms does it: the server draws the whole page anew whenever its one form is posted.
  const posts: string[] = [];
  const draw =
    (): string => `<!doctype html><html lang="es"><head><title>Larkfield</title>${script(hashes['portal-elements.min.js'])}</head><body>
    <form id="aspnetForm" method="post" action="/default.aspx">
      <input type="hidden" name="__VIEWSTATE" value="dDwtMTI3OTMzNDM4NDs7Pg==">
      <portal-provider base-url="/api/returning">
        <portal-session><p slot="logged-in">Dentro</p><p slot="logged-out">Fuera</p></portal-session>
        <portal-login></portal-login>
      </portal-provider>
      <input type="submit" name="ctl00$go" value="Buscar">
    </form></body></html>`;
  site.answer('/default.aspx', async (request) => {
    if (request.method === 'POST') posts.push(await request.text());
    return new Response(draw(), { headers: { 'content-type': 'text/html; charset=utf-8' } });
  });
  const visitor = await enter(browser, site, `${site.origin}/default.aspx`);
  t.after(() => visitor.context.close());
  const { page } = visitor;
  await page.evaluate(() => addEventListener('portal-logged-in', (event) => event.preventDefault()));
  // The language of the page comes from beside the file.
  await page.getByRole('heading', { name: 'Inicie sesión' }).waitFor();
  await page.getByText('Fuera').waitFor();
  await visitor.field(/^Correo/).fill(email);
  await page.keyboard.press('Enter');
  await visitor.field('Contraseña').fill(MOCK_PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByText('Dentro').waitFor();
  assert.deepEqual(posts, []);
  await page.getByRole('button', { name: 'Buscar' }).click();
  await page.getByText('Dentro').waitFor();
  assert.deepEqual(
    posts.map((post) => [...new URLSearchParams(post).keys()]),
    [['__VIEWSTATE', 'ctl00$go']],
  );
  assert.deepEqual(visitor.wrongs, []);

  const other = await enter(
    browser,
    site,
    site.page('/', '<portal-login></portal-login>', { head: script(hashes['locales/de.js']) }),
  );
  t.after(() => other.context.close());
  await other.page.waitForLoadState('networkidle');
  assert.equal(
    await other.page.evaluate(() => !customElements.get('portal-login')),
    true,
    'another hash keeps the file out',
  );
});

test('Vite and TypeScript: one tag alone, an adapter, events and words, by types that hold without skipLibCheck', async (t) => {
  const project = await install('vite', { of: 'vite' });
  assert.deepEqual(await Promise.all([project.typeErrors(), project.publish(site, '/vite')]), ['', []]);
  const { context, page } = await logsIn('/vite/index.html');
  t.after(() => context.close());
  assert.equal(await page.evaluate(() => document.body.dataset.step), 'done');
});

for (const version of ['18.3.1', '19.3.1']) {
  const [major] = version.split('.');
  test(`React ${major}: attributes, a ref, events and the types of JSX`, async (t) => {
    const packages = [`react@${version}`, `react-dom@${version}`, `@types/react@${major}`, `@types/react-dom@${major}`];
    const project = await install(`react${major}`, { of: 'react', packages, compilerOptions: { jsx: 'react-jsx' } });
    assert.deepEqual(await Promise.all([project.typeErrors(), project.publish(site, `/react${major}`)]), ['', []]);
    const { context, page } = await logsIn(`/react${major}/index.html`);
    t.after(() => context.close());
    await page.getByText('Ask us').waitFor();
    assert.equal(await page.locator('#login').getAttribute('class'), 'card');
    if (version.startsWith('18')) return;
    await page.getByRole('button', { name: 'Leave' }).click();
    await page.getByText('Gone: requested').waitFor();
  });
}

test('Preact: an adapter, attributes, events and the types of JSX', async (t) => {
  const compilerOptions = { jsx: 'react-jsx', jsxImportSource: 'preact' };
  const project = await install('preact', { of: 'preact', packages: ['preact@10'], compilerOptions });
  assert.deepEqual(await Promise.all([project.typeErrors(), project.publish(site, '/preact')]), ['', []]);
  const { context } = await logsIn('/preact/index.html');
  t.after(() => context.close());
});

test('Vue 3: an adapter, attributes and events in a template, with types', async (t) => {
  const project = await install('vue', { of: 'vue', packages: ['vue@3'] });
  const isCustomElement = (tag: string): boolean => tag.startsWith('portal-');
  const built = project.publish(site, '/vue', [vue({ template: { compilerOptions: { isCustomElement } } })]);
  assert.deepEqual(await Promise.all([project.typeErrors('vue-tsc/bin/vue-tsc.js'), built]), ['', []]);
  const { context } = await logsIn('/vue/index.html');
  t.after(() => context.close());
});
