import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { build } from 'esbuild';

const classes = (files: string[]): Set<string> =>
  new Set(
    files.flatMap((file) => readFileSync(`src/styles/${file}-styles.ts`, 'utf8').match(/(?<=\.)portal-[a-z-]+/g) ?? []),
  );

const everybody = classes(['portal', 'text', 'field', 'button', 'notice']);
const own = (...files: string[]): string[] => [...classes(files)].filter((name) => !everybody.has(name));
// What is drawn in a shadow root has the styles of that root.
const shadowed = /help\/(portal-help|help-text)\.ts|forms\/rich-text\.ts/;

/** The classes that a sheet has alone, and the tags whose modules draw something with them in the light DOM. */
const SHEETS = {
  choice: own('choice'),
  wide: own('list', 'page', 'settings'),
};
const TAGS = ['activate', 'login', 'consent', 'link-code', 'settings', 'reset-password', 'help', 'session', 'language'];

for (const tag of TAGS)
  test(`portal-${tag} takes along the styles of what it draws, and no more`, async () => {
    const { metafile } = await build({
      entryPoints: [tag === 'settings' ? 'src/elements/settings/define.ts' : `src/elements/${tag}/portal-${tag}.ts`],
      bundle: true,
      format: 'esm',
      write: false,
      metafile: true,
      tsconfig: 'tsconfig.json',
      logLevel: 'error',
    });
    const modules = Object.keys(metafile.inputs);
    const drawn = modules
      .filter((file) => /src\/(elements|forms)\//.test(file) && !shadowed.test(file))
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n');
    for (const [sheet, names] of Object.entries(SHEETS)) {
      assert.ok(names.length > 4);
      const needed =
        names.some((name) => new RegExp(`["' ]${name}["' ]`).test(drawn)) ||
        (sheet === 'wide' && ['session', 'language'].includes(tag));
      assert.equal(modules.includes(`src/styles/${sheet}-styles.ts`), needed, sheet);
    }
  });
