import assert from 'node:assert/strict';
import { test } from 'node:test';
import { build } from 'esbuild';

const TAGS = ['activate', 'login', 'consent', 'link-code', 'settings', 'reset-password', 'help', 'session', 'language'];

/** The modules that a page loads before anything is asked of a backend, and all that it may ever load. */
async function loaded(entry: string): Promise<{ atOnce: string[]; ever: string[] }> {
  const { metafile } = await build({
    entryPoints: [entry],
    bundle: true,
    splitting: true,
    format: 'esm',
    outdir: 'out',
    write: false,
    metafile: true,
    tsconfig: 'tsconfig.json',
    logLevel: 'error',
  });
  const { outputs } = metafile;
  const seen = new Set<string>();
  const visit = (output: string): void => {
    if (seen.has(output)) return;
    seen.add(output);
    for (const { path, kind } of outputs[output]!.imports) if (kind === 'import-statement') visit(path);
  };
  visit(Object.keys(outputs).find((output) => outputs[output]!.entryPoint === entry)!);
  const inputs = (some: Iterable<string>): string[] =>
    [...some].flatMap((output) => Object.keys(outputs[output]!.inputs));
  return { atOnce: inputs(seen), ever: inputs(Object.keys(outputs)) };
}

for (const tag of TAGS)
  test(`portal-${tag} draws its first field before anything that reads answers is loaded, and never loads a schema`, async () => {
    const { atOnce, ever } = await loaded(`src/elements/${tag}/portal-${tag}.ts`);
    assert.ok(atOnce.length > 10);
    assert.deepEqual(
      atOnce.filter((file) => /adapter\/(answers|readers)\.ts/.test(file)),
      [],
    );
    assert.deepEqual(
      ever.filter((file) => /node_modules\/zod|contract\/(zod|operations)\.ts/.test(file)),
      [],
    );
  });

test('the elements can be imported where there is no browser', async () => {
  const { PortalActivate } = await import('../../src/elements/index.js');
  assert.equal(typeof PortalActivate, 'function');
});
