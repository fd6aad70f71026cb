// What a page downloads: `npm run size`, after `npm run build`. Every figure is Brotli, in KiB.
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';

const cdn = 'dist/cdn/portal-elements.min.js';
if (!existsSync(cdn)) throw new Error('There is nothing to measure yet: npm run build.');

const kib = (bytes) => (bytes / 1024).toFixed(2).padStart(8);
const compressed = (data) => brotliCompressSync(data).length;
const row = (name, ...figures) => console.log(name.padEnd(36), ...figures.map(kib));

console.log('One file, from a CDN:');
row('portal-elements.min.js', compressed(readFileSync(cdn)));

// Each entry as an application's bundler would take it in; `later` is what waits for an act, such as zod for sending.
const { exports } = JSON.parse(readFileSync('package.json', 'utf8'));
const files = Object.entries(exports)
  .filter(([name]) => name === '.' || /^\.\/[a-z-]+\.js$/.test(name) || ['./adapter', './contract'].includes(name))
  .map(([, { default: file }]) => file)
  .filter((file) => existsSync(file));
console.log(`\n${'By entry, with lit and zod:'.padEnd(36)}   at once     later`);
for (const file of files) {
  const { outputFiles, metafile } = await build({
    entryPoints: [file],
    bundle: true,
    minify: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    conditions: ['production', 'browser'],
    outdir: 'out',
    write: false,
    metafile: true,
    logLevel: 'error',
  });
  const sizes = new Map(outputFiles.map(({ path, contents }) => [basename(path), compressed(contents)]));
  const outputs = Object.entries(metafile.outputs);
  const atOnce = new Set();
  const visit = (output) => {
    if (atOnce.has(output)) return;
    atOnce.add(output);
    for (const { path, kind } of metafile.outputs[output].imports) if (kind === 'import-statement') visit(path);
  };
  visit(outputs.find(([, { entryPoint }]) => entryPoint === file.replace('./', ''))[0]);
  // Of the languages a visitor loads one at most, and English is always there.
  const isLanguage = (output) =>
    Object.keys(metafile.outputs[output].inputs).some((input) => /^dist\/locales\/(?!en\.)/.test(input));
  const sum = (wanted) =>
    outputs.filter(([output]) => wanted(output)).reduce((total, [output]) => total + sizes.get(basename(output)), 0);
  row(
    basename(file),
    sum((output) => atOnce.has(output)),
    sum((output) => !atOnce.has(output) && !isLanguage(output)),
  );
}
