import assert from 'node:assert/strict';
import { test } from 'node:test';
import { build } from 'esbuild';

const TAGS = ['activate', 'login', 'consent', 'link-code', 'settings', 'reset-password', 'help', 'session', 'language'];

/** The modules that a page loads before anything is asked of a backend. */
async function loadedAtOnce(entry: string): Promise<string[]> {
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
  return [...seen].flatMap((output) => Object.keys(outputs[output]!.inputs));
}

for (const tag of TAGS)
  test(`portal-${tag} draws its first field before any schema is loaded`, async () => {
    const modules = await loadedAtOnce(`src/elements/${tag}/portal-${tag}.ts`);
    assert.ok(modules.length > 10);
    assert.deepEqual(
      modules.filter((file) => /node_modules\/zod|contract\/(zod|operations)\.ts/.test(file)),
      [],
    );
  });

test('the elements can be imported where there is no browser', async () => {
  const { PortalActivate } = await import('../../src/elements/index.js');
  assert.equal(typeof PortalActivate, 'function');
});
