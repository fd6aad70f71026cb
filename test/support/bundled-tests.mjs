import { build } from 'esbuild';

// Somebody else's, served by the runner itself.
const external = ['/__web-*'];

/**
 * For Web Test Runner: gives each test file as one script with the chunks that it shares with the others. Module by module it would be
 * hundreds of requests for each file, most of the time of a run.
 *
 * @param {readonly string[]} folders each below `test`
 */
export function bundledTests(folders) {
  const scripts = new Map();
  return {
    name: 'bundled-tests',
    async serverStart({ config: { rootDir } }) {
      const { outputFiles } = await build({
        absWorkingDir: rootDir,
        entryPoints: folders.map((folder) => `test/${folder}/**/*.test.ts`),
        // As in the repository, but for the end of their names.
        outbase: '.',
        outdir: '.',
        chunkNames: 'test/chunks/[hash]',
        bundle: true,
        splitting: true,
        write: false,
        format: 'esm',
        target: 'es2022',
        conditions: ['browser', 'development'],
        sourcemap: true,
        external,
        logLevel: 'error',
      });
      for (const { path, text } of outputFiles) scripts.set(path.slice(rootDir.length), text);
    },
    serve({ path }) {
      const body = scripts.get(path.replace(/\.test\.ts$/, '.test.js'));
      return body && { body, type: path.endsWith('.map') ? 'json' : 'js' };
    },
  };
}
