import { build, type BuildOptions, type Plugin } from 'esbuild';
import type { HostSite } from './site.js';

/** How an application's bundler takes modules in: minified, and in parts that are loaded when they are asked for. */
export const IN_PARTS = {
  bundle: true,
  minify: true,
  splitting: true,
  format: 'esm',
  target: 'es2022',
  conditions: ['production', 'browser'],
  write: false,
} satisfies BuildOptions;

/**
 * Puts scripts on a site as a client's own bundler makes them: named by what they are called on the page, each a source
 * that imports what it needs from packages. What they share stands in files of its own.
 */
export async function bundle(
  site: HostSite,
  sources: Record<string, string>,
  { alias = {}, under = '/bundle' }: { alias?: Record<string, string>; under?: string } = {},
): Promise<void> {
  const fromMemory: Plugin = {
    name: 'from-memory',
    setup(build) {
      build.onResolve({ filter: /^page:/ }, ({ path }) => ({ path: path.slice('page:'.length), namespace: 'page' }));
      build.onLoad({ filter: /.*/, namespace: 'page' }, ({ path }) => ({
        contents: sources[path]!,
        resolveDir: process.cwd(),
      }));
    },
  };
  const { outputFiles } = await build({
    entryPoints: Object.keys(sources).map((name) => ({ in: `page:${name}`, out: name })),
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"development"' },
    alias,
    outdir: '/',
    write: false,
    logLevel: 'error',
    plugins: [fromMemory],
  });
  for (const { path, text } of outputFiles)
    site.script(under + path.replaceAll('\\', '/').replace(/^[A-Z]:/, ''), text);
}

/** A tag of such a bundle on a page. */
export const bundled = (name: string, under = '/bundle'): string =>
  `<script type="module" src="${under}/${name}.js"></script>`;
