import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readTokens } from '../../stories/docs/read-tokens.js';
import { root, snippets } from '../support/documents.js';
import { TAG_DOCUMENT, tagDocument } from '../support/tag-document.js';
import { documentNow, printed } from '../support/token-table.js';

interface Named {
  name: string;
}

interface Declaration {
  tagName?: string;
  attributes?: Named[];
  slots?: Named[];
  cssParts?: Named[];
  cssStates?: Named[];
}

const manifest = JSON.parse(readFileSync(join(root, 'custom-elements.json'), 'utf8')) as {
  modules: { declarations?: Declaration[] }[];
};
const tags = new Map(
  manifest.modules
    .flatMap(({ declarations = [] }) => declarations)
    .flatMap((tag) => (tag.tagName ? [[tag.tagName, tag]] : [])),
);
const styles = readdirSync(join(root, 'src/styles')).map((file) =>
  readFileSync(join(root, 'src/styles', file), 'utf8'),
);
const tokens = new Set(styles.flatMap(readTokens).map(({ name }) => name));
const classes = new Set(styles.flatMap((text) => [...text.matchAll(/\.(portal-[\w-]+)/g)].map(([, name]) => name)));

const names = (list: Named[] = []): string[] => list.map(({ name }) => name);
const GLOBAL = ['lang', 'slot', 'id', 'class', 'hidden', 'data-scheme'];

test('every tag, attribute and slot of the HTML snippets is one of ours', async (t) => {
  assert.ok(tags.size > 5);
  for (const { path, code } of snippets('html')) {
    await t.test(`${path}: ${code.split('\n')[0]}`, () => {
      for (const [, tagName = '', attributes = ''] of code.matchAll(/<(portal-[\w-]+)([^>]*)>/g)) {
        const tag = tags.get(tagName);
        assert.ok(tag, `there is no ${tagName}`);
        for (const [, attribute = ''] of attributes.matchAll(/\s([\w-]+)(?==|\s|$)/g))
          assert.ok([...names(tag.attributes), ...GLOBAL].includes(attribute), `${tagName} has no ${attribute}`);
      }
      // Of a provider the children are the page's.
      for (const [, tagName = '', inside = ''] of code.matchAll(/<(portal-(?!provider)[\w-]+)[^>]*>([\s\S]*?)<\/\1>/g))
        for (const [, slot = ''] of inside.matchAll(/slot="([\w-]+)"/g))
          assert.ok(names(tags.get(tagName)!.slots).includes(slot), `${tagName} has no slot ${slot}`);
    });
  }
});

test('every token, part, state and class of the CSS snippets is one of ours', async (t) => {
  const known = (kind: 'cssParts' | 'cssStates') => new Set([...tags.values()].flatMap((tag) => names(tag[kind])));
  for (const { path, code } of snippets('css')) {
    await t.test(`${path}: ${code.split('\n')[0]}`, () => {
      const found = (pattern: RegExp): string[] => [...code.matchAll(pattern)].map(([, name = '']) => name);
      for (const name of found(/(--portal-[\w-]+):/g)) assert.ok(tokens.has(name), `there is no token ${name}`);
      for (const name of found(/::part\(([\w-]+)\)/g))
        assert.ok(known('cssParts').has(name), `there is no part ${name}`);
      for (const name of found(/:state\(([\w-]+)\)/g))
        assert.ok(known('cssStates').has(name), `there is no state ${name}`);
      for (const name of found(/\.(portal-[\w-]+)/g)) assert.ok(classes.has(name), `there is no class ${name}`);
      for (const name of found(/(?<![\w.-])(portal-[\w-]+)(?=[\s:{,])/g))
        assert.ok(tags.has(name), `there is no tag ${name}`);
    });
  }
});

test('every token says what it is for', () => {
  const used = new Set(styles.flatMap((text) => [...text.matchAll(/var\((--portal-[\w-]+)/g)].map(([, name]) => name)));
  assert.deepEqual([...tokens].sort(), [...used].sort());
});

test('docs/theming.md has the tokens as `node test/docs/print-tokens.mjs` prints them', () => {
  assert.ok(documentNow() === printed(), 'Run `node test/docs/print-tokens.mjs`.');
});

test('docs/tags.md is what `node test/docs/print-tags.mjs` prints', () => {
  assert.ok(readFileSync(TAG_DOCUMENT, 'utf8') === tagDocument(), 'Run `node test/docs/print-tags.mjs`.');
});
