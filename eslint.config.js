import { existsSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, relative, resolve } from 'node:path';
import lit from 'eslint-plugin-lit';
import wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

// What of the contract works without zod, which is for servers and for who asks for it: no page loads it.
const contractWithoutZod = [
  'src/contract/fields',
  'src/contract/config-defaults.ts',
  'src/contract/path.ts',
  'src/contract/portal-error.ts',
  'src/contract/version.ts',
];

/**
 * Who may import whom. Each folder names the folders and packages it may use beside itself; the longest match counts,
 * `<x>` stands for a single folder. `types:` allows `import type` alone, `node:` every module of Node, `!` takes back.
 */
const mayImport = {
  'src/contract': [],
  'src/contract/zod.ts': ['zod'],
  ...Object.fromEntries(contractWithoutZod.map((file) => [file, ['types:src/contract', ...contractWithoutZod]])),
  'src/locale': ['types:src/contract'],
  'src/adapter': ['types:src/contract', ...contractWithoutZod, 'types:src/locale', '@lit/context'],
  'src/styles': ['lit'],
  'src/forms': ['src/styles', 'src/adapter', 'src/locale', 'types:src/contract', ...contractWithoutZod, 'lit'],
  'src/elements/*': [
    ...['src/forms', 'src/styles', 'src/locale', 'src/adapter', 'types:src/contract', ...contractWithoutZod],
    ...['lit', '@lit/context'],
  ],
  'src/elements/<x>': [
    ...['src/elements/*', '!src/elements/index.ts'],
    ...['src/forms', 'src/styles', 'src/locale', 'src/adapter', 'types:src/contract', ...contractWithoutZod],
    ...['lit', '@lit/context'],
  ],
  // Settings contains link-code by its tag; whoever loads the one gets the other.
  'src/elements/settings/define.ts': ['src/elements'],
  'src/elements/index.ts': ['src/elements', 'src/adapter', 'types:src/contract'],
  'src/backend/*': ['src/contract'],
  'src/backend/phones.ts': ['src/contract', 'src/backend/*', 'libphonenumber-js'],
  'src/backend/core': [
    'src/contract',
    'src/backend/*',
    ...['index', 'phones', 'web-crypto'].map((file) => `!src/backend/${file}.ts`),
  ],
  'src/backend/http': ['src/contract', 'src/backend/*', 'types:src/backend/core'],
  'src/backend/stores': ['src/contract', 'src/backend/*', 'kysely', 'better-sqlite3', 'pg', 'node:'],
  'src/backend/mail': ['src/contract', 'src/backend/*', 'nodemailer', 'node:'],
  'src/backend/index.ts': ['src/contract', 'src/backend', '!src/backend/node'],
  'src/backend/node': ['src/contract', 'src/backend', 'src/locale', 'src/adapter', 'src/testing', 'node:', '*'],
  'src/testing': ['src/contract', 'src/adapter', 'src/backend/*'],
  'mock-server': ['src/contract', 'src/adapter', 'src/backend', '!src/backend/node', 'msw'],
  stories: ['entries', 'mock-server', 'lit', 'msw', 'storybook', '@storybook/web-components-vite'],
  // The runner's helpers too: `npm start` and `npm test` install alike.
  demo: ['entries', 'mock-server', 'test/support', 'node:', '*'],
};

const root = import.meta.dirname ?? dirname(new URL(import.meta.url).pathname);

/** The sources that package.json publishes: what a client, a story and the demo see of `src`. */
const entries = Object.values(JSON.parse(readFileSync(`${root}/package.json`, 'utf8')).exports).flatMap(({ types }) =>
  types ? [new RegExp(`^${types.replace(/^\.\/dist\/types\/(.*)\.d\.ts$/, '$1').replace('*', '[^/]+')}\\.ts$`)] : [],
);

/** Whether a pattern of the table above covers a file; as a number, so that the closest pattern can be found. */
function covers(pattern, file) {
  const parts = file.split('/');
  const wanted = pattern.split('/');
  if (wanted.at(-1) === '*')
    return parts.length === wanted.length && file.startsWith(pattern.slice(0, -1)) ? parts.length : 0;
  const same = wanted.every((part, i) => (part === '<x>' ? i < parts.length - 1 : part === parts[i]));
  return same ? wanted.length + (pattern.includes('<') ? 0 : 0.5) : 0;
}

const whoImportsWhom = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const file = relative(root, context.filename).replaceAll('\\', '/');
    const [folder] = Object.keys(mayImport)
      .filter((pattern) => covers(pattern, file))
      .sort((a, b) => covers(b, file) - covers(a, file));
    if (!folder) return {};
    const home = folder.includes('<x>') ? file.split('/').slice(0, 3).join('/') : folder.replace('/*', '');

    function isAllowed(specifier, typesOnly) {
      const rules = mayImport[folder].flatMap((rule) =>
        rule.startsWith('types:') ? (typesOnly ? [rule.slice('types:'.length)] : []) : [rule],
      );
      if (isBuiltin(specifier)) return rules.includes('node:');
      if (!specifier.startsWith('.'))
        return rules.some((rule) => rule === '*' || specifier === rule || specifier.startsWith(`${rule}/`));

      const path = resolve(dirname(context.filename), specifier);
      const source = path.replace(/\.js$/, '.ts');
      const target = relative(root, existsSync(source) ? source : path).replaceAll('\\', '/');
      if (rules.some((rule) => rule.startsWith('!') && covers(rule.slice(1), target))) return false;
      if (folder.includes('*') ? dirname(target) === home : target.startsWith(`${home}/`)) return true;
      return rules.some((rule) =>
        rule === 'entries' ? entries.some((entry) => entry.test(target)) : covers(rule, target),
      );
    }

    function check(node, source, typesOnly = false) {
      if (!source) return;
      if (typeof source.value !== 'string')
        context.report({ node, message: 'Name the module in a literal, so that bundlers find it.' });
      else if (!isAllowed(source.value, typesOnly))
        context.report({
          node,
          message: `${folder} may not import ${typesOnly ? '' : 'values from '}${source.value}.`,
        });
    }

    return {
      ImportDeclaration: (node) => check(node, node.source, node.importKind === 'type'),
      ExportNamedDeclaration: (node) => check(node, node.source, node.exportKind === 'type'),
      ExportAllDeclaration: (node) => check(node, node.source, node.exportKind === 'type'),
      ImportExpression: (node) => check(node, node.source),
      TSImportType: (node) => check(node, node.source, true),
    };
  },
};

/** By its types every assertion of chai is a promise, for axe's sake; only axe's has to be waited for. */
const noFloatingPromises = tseslint.plugin.rules['no-floating-promises'];
const noFloatingPromisesButChai = {
  ...noFloatingPromises,
  create(context) {
    const report = (problem) => {
      const statement = context.sourceCode.getText(problem.node);
      if (!statement.startsWith('expect(') || statement.includes('.accessible(')) context.report(problem);
    };
    return noFloatingPromises.create(Object.create(context, { report: { value: report } }));
  },
};

const noMarkup = 'Text goes into the page as text; markup comes from templates alone.';
const noHtmlFromStrings = [
  ...['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'setHTMLUnsafe', 'srcdoc', 'createContextualFragment'].flatMap(
    (name) => [
      { selector: `MemberExpression[property.name='${name}']`, message: noMarkup },
      { selector: `MemberExpression[property.value='${name}']`, message: noMarkup },
    ],
  ),
  { selector: 'TemplateElement[value.raw=/\\.(inner|outer)HTML\\s*=|srcdoc\\s*=/i]', message: noMarkup },
  { selector: "CallExpression[callee.object.name='document'][callee.property.name=/^write(ln)?$/]", message: noMarkup },
  { selector: 'ImportDeclaration[source.value=/unsafe-(html|svg|mathml)|static-html/]', message: noMarkup },
  { selector: 'Identifier[name=/^unsafe(HTML|SVG|MathML)$/]', message: noMarkup },
];

const noOwnSenses = 'The core is told the time, random values and everything else through its ports.';
const noFetch = 'Elements reach a backend through their adapter alone.';
const globalObjects = ['globalThis', 'window', 'self', 'global'];

export default tseslint.config(
  { ignores: ['dist', 'coverage', 'storybook-static', 'mock-server/public', 'docs', 'test/package/strangers'] },
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    plugins: {
      portal: { rules: { 'who-imports-whom': whoImportsWhom, 'no-floating-promises': noFloatingPromisesButChai } },
    },
  },

  { files: ['**/*.{js,mjs}'], extends: [tseslint.configs.recommended] },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
    rules: {
      // `@submit=${this.#logIn}` is how Lit binds: it sets `this` itself.
      '@typescript-eslint/unbound-method': 'off',
      // An adapter's or a store's method promises, whether or not it has to wait for something.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_$', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', package: 'node:test', name: ['test', 'it', 'describe', 'suite'] },
          ],
        },
      ],
    },
  },

  {
    files: ['src/**/*.ts', 'mock-server/**/*.ts', 'stories/**/*.ts', 'demo/**/*.{js,mjs,ts}'],
    rules: { 'portal/who-imports-whom': 'error' },
  },
  {
    files: ['src/**/*.ts'],
    extends: [lit.configs['flat/recommended'], wc.configs['flat/recommended']],
    rules: {
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-restricted-syntax': ['error', ...noHtmlFromStrings],
    },
  },
  {
    files: ['src/elements/**/*.ts', 'src/forms/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource'].map((name) => ({ name, message: noFetch })),
      ],
      'no-restricted-properties': [
        'error',
        ...globalObjects.map((object) => ({ object, property: 'fetch', message: noFetch })),
        { object: 'navigator', property: 'sendBeacon', message: noFetch },
      ],
    },
  },
  {
    files: ['src/backend/core/**/*.ts', 'src/backend/*.ts'],
    // What joins the parts, and what keeps a port's promise by means of the platform.
    ignores: ['src/backend/index.ts', 'src/backend/web-crypto.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...[
          ...globalObjects,
          'crypto',
          'performance',
          'process',
          'Buffer',
          'fetch',
          'document',
          'navigator',
          'location',
        ].map((name) => ({ name, message: noOwnSenses })),
        ...['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask'].map((name) => ({
          name,
          message: noOwnSenses,
        })),
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: noOwnSenses },
        { object: 'Math', property: 'random', message: noOwnSenses },
      ],
      'no-restricted-syntax': [
        'error',
        ...noHtmlFromStrings,
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: noOwnSenses },
        { selector: "CallExpression[callee.name='Date']", message: noOwnSenses },
      ],
    },
  },
  {
    files: ['test/{elements,forms,styles,field}/**/*.ts'],
    rules: { '@typescript-eslint/no-floating-promises': 'off', 'portal/no-floating-promises': 'error' },
  },
  {
    // Assertions of chai are expressions, and what a page or a program answered has no type.
    files: ['test/**/*.ts', 'stories/**/*.ts', 'bench/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
);
