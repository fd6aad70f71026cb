// What a page downloads: `npm run size`, after `npm run build`. Every figure is Brotli at its best, in KiB. Fails where a
// page would download more than its budget.
import { existsSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { basename } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';

/** The most that a page may download, in KiB; docs/decisions/0008-weight-has-a-budget.md says what it is made of. */
const BUDGET = {
  'portal-elements.min.js': 43.25,
  'login.js at once': 21.75,
  'login.js in all': 24.25,
};

const compressed = (data) => brotliCompressSync(data).length;
const kib = (bytes) => (bytes / 1024).toFixed(2).padStart(8);
const row = (name, ...figures) => console.log(name.padEnd(36), ...figures.map(kib));

/** `src/forms` for a module of ours, the name of the package for somebody else's. */
const partOf = (source) =>
  /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source)?.[1] ?? /src\/[^/]+/.exec(source)?.[0] ?? 'between them';

/** Prints the parts of a bundle: what each takes minified, and by how much all of it would be lighter without it. */
function printParts(title, code, map) {
  const sources = new SourceMap(JSON.parse(map));
  const pieces = code.split('\n').flatMap((line, number) =>
    Array.from(line, (character, column) => {
      const { generatedLine, originalSource } = sources.findEntry(number, column);
      return [generatedLine === number ? partOf(originalSource) : 'between them', character];
    }),
  );
  const without = (part) => pieces.flatMap(([name, character]) => (name === part ? [] : character)).join('');
  const whole = compressed(without());
  console.log(`\n${title.padEnd(36)} minified  counts for`);
  for (const part of [...new Set(pieces.map(([name]) => name))].sort())
    row(`  ${part}`, pieces.filter(([name]) => name === part).length, whole - compressed(without(part)));
}

/** An entry as an application's bundler would take it in: what is loaded at once, and what waits for an act. */
async function bundled(file) {
  const { outputFiles, metafile } = await build({
    entryPoints: [file],
    bundle: true,
    minify: true,
    splitting: true,
    sourcemap: 'external',
    format: 'esm',
    target: 'es2022',
    conditions: ['production', 'browser'],
    outdir: 'out',
    write: false,
    metafile: true,
    logLevel: 'error',
  });
  const texts = new Map(outputFiles.map(({ path, text }) => [basename(path), text]));
  const outputs = Object.entries(metafile.outputs).filter(([output]) => output.endsWith('.js'));
  const [main] = outputs.find(([, { entryPoint }]) => entryPoint === file.replace('./', ''));
  const atOnce = new Set();
  const visit = (output) => {
    if (atOnce.has(output)) return;
    atOnce.add(output);
    for (const { path, kind } of metafile.outputs[output].imports) if (kind === 'import-statement') visit(path);
  };
  visit(main);
  // Of the languages a visitor loads one at most, and English is always there.
  const isLanguage = ([, { inputs }]) => Object.keys(inputs).some((input) => /^dist\/locales\/(?!en\.)/.test(input));
  const sum = (wanted) =>
    outputs
      .filter((output) => !isLanguage(output) && wanted(output[0]))
      .reduce((total, [output]) => total + compressed(texts.get(basename(output))), 0);
  return {
    atOnce: sum((output) => atOnce.has(output)),
    later: sum((output) => !atOnce.has(output)),
    code: texts.get(basename(main)),
    map: texts.get(`${basename(main)}.map`),
  };
}

const cdn = 'dist/cdn/portal-elements.min.js';
if (!existsSync(cdn)) throw new Error('There is nothing to measure yet: npm run build.');
const single = readFileSync(cdn, 'utf8');
const figures = { 'portal-elements.min.js': compressed(single) };
console.log('One file, from a CDN:');
row('portal-elements.min.js', figures['portal-elements.min.js']);

const { exports } = JSON.parse(readFileSync('package.json', 'utf8'));
const files = Object.entries(exports)
  .filter(([name]) => name === '.' || /^\.\/[a-z-]+\.js$/.test(name) || ['./adapter', './contract'].includes(name))
  .map(([, { default: file }]) => file)
  .filter((file) => existsSync(file));
console.log(`\n${'By entry, with all it depends on:'.padEnd(36)}  at once    later`);
for (const file of files) {
  const { atOnce, later } = await bundled(file);
  row(basename(file), atOnce, later);
  figures[`${basename(file)} at once`] = atOnce;
  figures[`${basename(file)} in all`] = atOnce + later;
}

printParts('The one file by its parts:', single, readFileSync(`${cdn}.map`, 'utf8'));
const login = await bundled('./dist/login.js');
printParts('login.js by its parts:', login.code, login.map);

console.log(`\n${'Budget:'.padEnd(36)} at most       is`);
for (const [name, most] of Object.entries(BUDGET)) {
  const over = figures[name] > most * 1024;
  row(`${name}${over ? '  TOO MUCH' : ''}`, most * 1024, figures[name]);
  if (over) process.exitCode = 1;
}
