import { chmodSync, existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, resolve as absolute } from 'node:path';
import nodeResolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { minifyHTMLLiterals } from 'minify-literals';
import { minifyTemplateLiterals } from 'rollup-plugin-minify-template-literals';
import typescript from 'typescript';

const { dependencies, peerDependencies, exports } = JSON.parse(readFileSync('package.json', 'utf8'));

const languageFile = /\/src\/locale\/([a-z]{2,3}(?:-[A-Za-z]{2,4})?)\.ts$/;
const languages = existsSync('src/locale')
  ? readdirSync('src/locale').flatMap((file) => languageFile.exec(`/src/locale/${file}`)?.[1] ?? [])
  : [];

// What package.json promises, by the file it is built into. One graph for all of it, Node's part too: a class such as
// PortalError exists once, whichever entries a program mixes.
const promised = {};
for (const target of Object.values(exports)) {
  const [, source] = /^\.\/dist\/types\/((?:src|mock-server)\/.*)\.d\.ts$/.exec(target.types ?? '') ?? [];
  const output = target.default?.replace(/^\.\/dist\/|\.js$/g, '');
  if (source && output && !source.includes('*') && !output.startsWith('cdn/')) promised[output] = `${source}.ts`;
}
promised['node/cli'] = 'src/backend/node/cli.ts';
for (const language of languages) promised[`locales/${language}`] = `src/locale/${language}.ts`;

const missing = Object.values(promised).filter((file) => !existsSync(file));
const input = Object.fromEntries(Object.entries(promised).filter(([, file]) => existsSync(file)));
if (Object.keys(input).length === 0) throw new Error('There is nothing to build: no entry of package.json exists.');
if (missing.length > 0) console.warn(`Not built, because the source is not there:\n  ${missing.join('\n  ')}`);

rmSync('dist', { recursive: true, force: true });

const { compilerOptions } = typescript.readConfigFile('tsconfig.json', typescript.sys.readFile).config;
const { options } = typescript.convertCompilerOptionsFromJson(compilerOptions, '.');
// TypeScript itself, file by file: esbuild turns every `#private` into a WeakMap as soon as fields are assigned.
const compile = {
  name: 'typescript',
  resolveId(specifier, importer) {
    if (!importer || !/^\..*\.js$/.test(specifier)) return null;
    const file = absolute(dirname(importer), specifier.replace(/js$/, 'ts'));
    return existsSync(file) ? file : null;
  },
  transform(code, fileName) {
    if (!fileName.endsWith('.ts')) return null;
    const { outputText, sourceMapText } = typescript.transpileModule(code, {
      fileName,
      compilerOptions: { ...options, noEmit: false, sourceMap: true, importHelpers: true },
    });
    return { code: outputText.replace(/^\/\/# sourceMappingURL=.*/m, ''), map: sourceMapText };
  },
};

// Only what says nothing goes: clean-css, the plugin's default, doesn't know nesting and light-dark().
const squeezeCss = (css) =>
  css
    .replace(/("[^"]*"|'[^']*')|\/\*[\s\S]*?\*\/|\s*([{};,>])\s*|\s+/g, (_, string, mark) => string ?? mark ?? ' ')
    .replace(/("[^"]*"|'[^']*')|(?<=[a-z]:) |;(?=})|(?<=[ (,:-])0(?=\.\d)/g, (_, string) => string ?? '');

// The library leaves a whole file alone where it sees `unsafeCSS`, for the sake of clean-css again.
const minifyDespiteUnsafeCss = async (source, options) => {
  const squeezed = await minifyHTMLLiterals(source.replaceAll('unsafeCSS', 'insertCSS'), options);
  return squeezed && { ...squeezed, code: squeezed.code.replaceAll('insertCSS', 'unsafeCSS') };
};

const squeezeTemplates = () =>
  minifyTemplateLiterals({
    include: ['src/elements/**', 'src/forms/**', 'src/styles/**'],
    failOnError: true,
    minifyHTMLLiterals: minifyDespiteUnsafeCss,
    options: {
      // The page shall read as it does from source: a space between two words stays one.
      minifyOptions: {
        conservativeCollapse: true,
        decodeEntities: false,
        // Without its slash, what follows an SVG shape would stand inside it.
        keepClosingSlash: true,
        removeEmptyAttributes: false,
        minifyCSS: squeezeCss,
      },
    },
  });

/** A package that is used must be installed by whoever installs this one, or be named to them as a peer. */
const onlyDeclaredPackages = {
  name: 'only-declared-packages',
  generateBundle(_, bundle) {
    const browserEntries = Object.values(bundle).filter(
      (chunk) => chunk.isEntry && !chunk.fileName.startsWith('node/'),
    );
    const reachable = new Set();
    const visit = (file) => {
      if (reachable.has(file)) return;
      reachable.add(file);
      for (const next of [...(bundle[file]?.imports ?? []), ...(bundle[file]?.dynamicImports ?? [])]) visit(next);
    };
    for (const chunk of browserEntries) visit(chunk.fileName);
    for (const file of reachable) if (isBuiltin(file)) this.error(`A module for browsers imports ${file}.`);

    for (const chunk of Object.values(bundle))
      for (const id of [...(chunk.imports ?? []), ...(chunk.dynamicImports ?? [])]) {
        const name = /^(@[^/]+\/)?[^/]+/.exec(id)[0];
        if (!bundle[id] && !isBuiltin(id) && !dependencies[name] && !peerDependencies[name])
          this.error(`${chunk.fileName} imports ${id}, which is neither a dependency nor a peer.`);
      }
  },
};

const executable = {
  name: 'executable',
  writeBundle({ dir }, bundle) {
    if (bundle['node/cli.js']) chmodSync(`${dir}/node/cli.js`, 0o755);
  },
};

/** In the single file every language but English is fetched when it is asked for, from beside that file. */
const languagesStayOutside = {
  name: 'languages-stay-outside',
  async resolveDynamicImport(specifier, importer) {
    if (typeof specifier !== 'string') return null;
    const found = await this.resolve(specifier, importer);
    const language = found && languageFile.exec(found.id.replaceAll('\\', '/'))?.[1];
    return language && language !== 'en' ? { id: `./locales/${language}.js`, external: true } : null;
  },
};

function onwarn(warning, warn) {
  // zod carries comments in places where Rollup can't use them, and imports itself in circles; both are harmless.
  const harmless = ['INVALID_ANNOTATION', 'CIRCULAR_DEPENDENCY'].includes(warning.code);
  if (harmless && /node_modules\/zod\//.test(warning.id ?? warning.ids?.join() ?? '')) return;
  if (warning.code === 'UNRESOLVED_IMPORT') throw new Error(warning.message);
  warn(warning);
}

const builds = [
  {
    input,
    // tslib, the compiler's helpers, is taken in; every other package stays outside.
    external: (id) => !id.startsWith('.') && absolute(id) !== id && id !== 'tslib',
    treeshake: { moduleSideEffects: 'no-external' },
    output: {
      dir: 'dist',
      format: 'es',
      sourcemap: true,
      hoistTransitiveImports: false,
      // Named apart, because package.json tells bundlers which files do something by being imported.
      chunkFileNames: ({ moduleIds }) =>
        moduleIds.some((id) => /\/src\/(elements|locale\/en|styles)\//.test(id))
          ? 'elements/[name]-[hash].js'
          : 'chunks/[name]-[hash].js',
    },
    plugins: [compile, nodeResolve(), squeezeTemplates(), onlyDeclaredPackages, executable],
    onwarn,
  },
];

const minified = () => [
  languagesStayOutside,
  nodeResolve({ browser: true, exportConditions: ['production', 'browser'] }),
  compile,
  squeezeTemplates(),
  terser({ ecma: 2020, module: true, compress: { passes: 2 } }),
];

if (input['portal-elements']) {
  builds.push({
    input: input['portal-elements'],
    output: { file: 'dist/cdn/portal-elements.min.js', format: 'es', sourcemap: true, inlineDynamicImports: true },
    plugins: minified(),
    onwarn,
  });
  for (const language of languages.filter((name) => name !== 'en'))
    builds.push({
      input: `src/locale/${language}.ts`,
      output: { file: `dist/cdn/locales/${language}.js`, format: 'es' },
      plugins: minified(),
      onwarn,
    });
}

export default builds;
