import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { build } from 'esbuild';
import { root, snippets } from '../support/documents.js';
import { startServer } from '../support/server.js';
import { launch, Visitor } from '../support/visitor.js';

const of = (language: string, holds: string): string => {
  const found = snippets(language).find(({ code }) => code.includes(holds));
  assert.ok(found, `the documentation has no ${language} snippet with ${holds}`);
  return found.code;
};

test('what the README says works on a page', async (t) => {
  const pages = mkdtempSync(join(tmpdir(), 'portal-docs-'));
  const adapter = await build({
    stdin: { contents: of('ts', 'configurePortal'), resolveDir: root, loader: 'ts' },
    bundle: true,
    format: 'esm',
    write: false,
    logLevel: 'error',
    alias: { 'portal-elements/adapter': join(root, 'dist/adapter.js') },
  });
  const page = (body: string) =>
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Page</title><link rel="stylesheet" href="/own.css"><body>${body}</body></html>`;
  writeFileSync(join(pages, 'own.css'), of('css', '--portal-accent'));
  writeFileSync(join(pages, 'own.js'), of('js', 'portal-activated'));
  writeFileSync(join(pages, 'adapter.js'), adapter.outputFiles[0]!.text);
  writeFileSync(
    join(pages, 'embed.html'),
    page(`${of('html', 'portal-activate')}<script type="module" src="/own.js"></script>`),
  );
  writeFileSync(
    join(pages, 'own-backend.html'),
    page(
      '<script type="module" src="/adapter.js"></script><script type="module" src="/portal-elements/portal-elements.min.js"></script><portal-login></portal-login>',
    ),
  );
  const server = await startServer({ pages });
  const browser = await launch();
  const visitor = await Visitor.enter(browser, server.origin);
  t.after(async () => {
    await browser.close();
    await server.stop();
    rmSync(pages, { recursive: true });
  });

  await t.test('five lines embed a form, and two tokens change its looks', async () => {
    await visitor.page.goto(`${server.origin}/embed`);
    await visitor.field(/^Activation code/).waitFor();
    assert.equal(
      await visitor.button('Next').evaluate((button) => getComputedStyle(button).backgroundColor),
      'rgb(90, 45, 130)',
    );
    assert.equal(
      await visitor.field(/^Activation code/).evaluate((input) => getComputedStyle(input).borderRadius),
      '4px',
    );
  });
  await t.test('an event can be stopped from leading on', async () => {
    await visitor.page.evaluate(() => {
      const event = new Event('portal-activated', { bubbles: true, composed: true, cancelable: true });
      document.querySelector('portal-activate')!.dispatchEvent(event);
    });
    await visitor.at('/welcome');
  });
  await t.test('an adapter answers in place of the server', async () => {
    await visitor.page.route('**/members/login', (route) => route.fulfill({ status: 403 }));
    await visitor.page.goto(`${server.origin}/own-backend`);
    await visitor.logIn('ann@example.org');
    await visitor.alert('The username or the password is wrong').waitFor();
  });
});
