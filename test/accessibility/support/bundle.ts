import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** One place in the sources, and what stands there instead. */
export interface Change {
  /** Below the root of the repository. */
  file: string;
  from: string;
  to: string;
}

/**
 * The script of the test page: all tags, the mock backend, and what the tests measure in the page. It is made of the
 * sources, so that a test can ask what it would say if a line of them were missing.
 */
export async function bundle(changes: readonly Change[] = []): Promise<string> {
  const made = new Set<Change>();
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('../in-page/main.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [
      {
        name: 'changes',
        setup({ onLoad }) {
          for (const { file } of changes)
            onLoad({ filter: new RegExp(`/${file.replaceAll('.', '\\.')}$`) }, async ({ path }) => {
              let contents = await readFile(path, 'utf8');
              for (const change of changes) {
                if (`${root}${change.file}` !== path) continue;
                if (contents.split(change.from).length !== 2)
                  throw new Error(`${change.file} doesn’t hold this once: ${change.from}`);
                contents = contents.replace(change.from, () => change.to);
                made.add(change);
              }
              return { contents, loader: 'ts' };
            });
        },
      },
    ],
  });
  const missed = changes.filter((change) => !made.has(change));
  if (missed.length > 0) throw new Error(`Nobody loads ${missed.map(({ file }) => file).join(', ')}.`);
  return outputFiles[0]!.text;
}
