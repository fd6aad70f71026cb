import { readFileSync } from 'node:fs';

const { exports } = JSON.parse(readFileSync('package.json', 'utf8'));

/** The sources that package.json publishes: its own paths lead into `dist`, which nothing here imports. */
const published = Object.values(exports).flatMap(
  ({ types }) => /^\.\/dist\/types\/((?:src|mock-server)\/.*)\.d\.ts$/.exec(types ?? '')?.[1] ?? [],
);

export default {
  entry: [
    ...published.map((source) => `${source}.ts`),
    'src/backend/node/cli.ts',
    'custom-elements-manifest.config.mjs',
    'web-test-runner.config.mjs',
    'test/**/*.test.ts',
    // Run by hand, as README.md and docs/scale.md say.
    'bench/{sizes.mjs,scale.ts}',
    // Bundled by its path.
    'bench/browser/bare-form.ts',
    // Pages load these by their addresses.
    'demo/pages/*.js',
    'demo/backends/*/*.js',
  ],
  project: [
    '{src,mock-server,demo,test,bench,stories}/**/*.{js,mjs,ts,mdx,vue}',
    '*.{js,mjs}',
    '!test/package/strangers/**',
  ],
  // MSW writes it, Storybook serves it.
  ignore: ['mock-server/public/**'],
  // Of the machine, where it has them; else the tests that need one say that they were skipped.
  ignoreBinaries: ['mount', 'umount', 'pg_dump', 'prlimit', 'strace'],
  ignoreDependencies: [
    // The types of a framework are for who has it.
    '@types/react',
    'preact',
    // Run as programs.
    '@arethetypeswrong/cli',
    'vue-tsc',
    // Their files are named by path in a page or to a bundler.
    'axe-core',
    'bootstrap3',
    'bootstrap5',
    'react18',
    'react-dom18',
    // The compiler's helpers: `importHelpers` writes the imports.
    'tslib',
  ],
};
