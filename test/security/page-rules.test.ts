import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { resolveNext } from '../../src/adapter/resolve-next.js';
import { PAGE_POLICY } from '../../src/backend/node/pages.js';
import { isSafeHref } from '../../src/contract/rich-text.js';

const BASE = 'https://portal.example/a/login';

const AWAY = [
  ...[
    '//evil.example',
    '///evil.example',
    '////evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '\\/evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '\t//evil.example',
    ' //evil.example',
  ],
  ...[
    'https://evil.example',
    'https:evil.example//x',
    'https:\\\\evil.example',
    'HTTPS://EVIL.EXAMPLE',
    'http://portal.example/',
    'https://portal.example:8443/',
    'https://portal.example.evil.example/',
    'https://portal.example@evil.example/',
    'https://user@portal.example/',
    'https://evil.example#https://portal.example/',
  ],
  ...[
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'javascript://portal.example/%0aalert(1)',
    'data:text/html,x',
    'vbscript:x',
    'blob:https://portal.example/x',
    'file:///etc/passwd',
    'about:blank',
    'mailto:a@b.example',
    'tel:1',
    'ftp://portal.example/',
    'ws://portal.example/',
    'view-source:https://portal.example/',
    'filesystem:https://portal.example/x',
  ],
  ...[
    '/..//evil.example',
    '/.//evil.example',
    '/x/..//evil.example',
    'https://portal.example//evil.example',
    '/%2e%2e//evil.example',
    '/a/../..//evil.example',
    './/../..//evil.example',
  ],
  ...['http://[', 'https://', '//', '///', '/\\', 'https://portal.example\\@evil.example'],
];

test('R-77 A-38 R-66: `next` never leaves the site', () => {
  for (const next of AWAY) {
    const to = resolveNext(next, BASE);
    if (to === undefined) continue;
    assert.match(to, /^\/(?!\/)/, JSON.stringify(next));
    assert.equal(new URL(to, BASE).origin, 'https://portal.example', JSON.stringify(next));
  }
  for (const next of AWAY.filter((one) =>
    /^(\s*\/\/|\/\\|javascript|data|https:\/\/evil|mailto|file|about|blob)/i.test(one),
  ))
    assert.equal(resolveNext(next, BASE), undefined, JSON.stringify(next));
  assert.equal(resolveNext('/home?x=1#y', BASE), '/home?x=1#y');
});

test('R-69 R-70: a link leads to https, mail, a phone or the same site, or is no link', () => {
  for (const href of AWAY.filter((one) => !/^(https:\/\/|mailto:|tel:)/i.test(one) && !/^\/(?![/\\\t\n])/.test(one)))
    assert.equal(isSafeHref(href), false, JSON.stringify(href));
  for (const href of [
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    '\u0001javascript:alert(1)',
    'https:',
    'https://',
    'http://a.example',
    '//evil.example',
    'https://a\\b',
    '',
  ])
    assert.equal(isSafeHref(href), false, href);
  for (const href of ['https://a.example/x', 'mailto:a@b.example', 'tel:+12025550123', '/settings', '#part'])
    assert.ok(isSafeHref(href), href);
});

const sources = (...folders: string[]): [file: string, text: string][] =>
  folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file): [string, string] => [
        join(folder, file),
        readFileSync(join(folder, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, ''),
      ]),
  );

const inPages = sources('src/elements', 'src/forms', 'src/adapter', 'src/styles', 'src/locale', 'src/contract');

test('R-79: nothing on the page listens to messages of other windows or sends them any', () => {
  for (const [file, text] of inPages) {
    assert.doesNotMatch(
      text,
      /addEventListener\(\s*['"`]message|(?<!channel)\.onmessage\s*=|window\.opener|parent\.postMessage|contentWindow/,
      file,
    );
    // A channel is heard by pages of the same origin alone.
    for (const [call] of text.matchAll(/[\w.?]+\.postMessage\(/g))
      assert.match(call, /^(open|channel)\??\.postMessage/, file);
  }
});

test('R-81 A-31: no HTML from strings, no program from text, in anything that runs on a page', () => {
  assert.ok(inPages.length > 80);
  for (const [file, text] of inPages) {
    assert.doesNotMatch(
      text,
      /\.(inner|outer)HTML\s*=(?!=)|insertAdjacentHTML|document\.write|createContextualFragment|DOMParser|setHTML|srcdoc|\beval\(|new Function|unsafe(HTML|SVG|MathML|Static)|javascript:/,
      file,
    );
    assert.doesNotMatch(text, /set(Timeout|Interval)\(\s*['"`]/, file);
  }
});

test('R-68: the policy of the pages allows nothing that is unsafe, and the demo’s pages keep to it', () => {
  assert.doesNotMatch(PAGE_POLICY, /unsafe|\*|https?:|blob:/);
  for (const rule of [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ])
    assert.ok(PAGE_POLICY.includes(rule), rule);
  for (const name of readdirSync('demo/pages').filter((file) => file.endsWith('.html'))) {
    const page = readFileSync(join('demo/pages', name), 'utf8');
    assert.doesNotMatch(
      page,
      /<script(?![^>]*\bsrc=)(?![^>]*application\/json)|\son\w+=|\sstyle=|<style|https?:\/\/(?!www\.w3\.org)/i,
      name,
    );
  }
});

test('R-75: nothing that runs on a page names a foreign host', () => {
  for (const [file, text] of inPages) {
    for (const [url] of text.matchAll(/https?:\/\/[\w.-]+/g))
      assert.match(url, /\.example$|\bw3\.org$|localhost$/, `${file}: ${url}`);
  }
});

test('R-82: installing the package runs nothing, and every dependency is pinned by its digest', () => {
  const read = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Record<string, never>;
  const { scripts, files } = read('package.json') as unknown as { scripts: Record<string, string>; files: string[] };
  for (const name of ['preinstall', 'install', 'postinstall', 'prepare']) assert.equal(scripts[name], undefined, name);
  assert.deepEqual(files, ['dist', 'custom-elements.json']);
  const { packages } = read('package-lock.json') as unknown as {
    packages: Record<string, { resolved?: string; integrity?: string; link?: boolean }>;
  };
  const installed = Object.entries(packages).filter(([path, { link }]) => path.startsWith('node_modules/') && !link);
  assert.ok(installed.length > 100);
  for (const [path, { integrity }] of installed) {
    assert.match(integrity ?? '', /^sha512-/, path);
  }
});
