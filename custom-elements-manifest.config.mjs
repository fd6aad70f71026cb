import { mkdirSync, writeFileSync } from 'node:fs';

/** Reads `define('portal-x', PortalX)`, which registers a tag here in the place of `customElements.define`. */
const ownDefine = {
  name: 'own-define',
  analyzePhase({ ts, node, moduleDoc }) {
    if (!ts.isCallExpression(node) || node.expression.getText() !== 'define') return;
    const [{ text: tagName }, { text: name }] = node.arguments;
    const element = moduleDoc.declarations.find((declaration) => declaration.name === name);
    Object.assign(element, { tagName, customElement: true });
    const declaration = { name, module: moduleDoc.path };
    moduleDoc.exports.push({ kind: 'custom-element-definition', name: tagName, declaration });
  },
};

/** What stands behind the base classes, which are nobody else's. */
const bases = {
  PortalElement: { name: 'LitElement', package: 'lit' },
  PortalEvent: { name: 'Event', package: 'global:' },
};

/** Says what a client can import from which file, and leaves out what a client may not rely on. */
const asPublished = {
  name: 'as-published',
  packageLinkPhase({ customElementsManifest: manifest }) {
    const published = (key, value) => {
      // It stands at each tag.
      if (key === 'inheritedFrom') return undefined;
      if (key === 'superclass') return bases[value.name] ?? value;
      // The analyzer takes the first argument of every event's constructor for its name.
      if (key === 'events') return value.filter(({ name }) => name.startsWith('portal-'));
      if (key === 'members') return value.filter(isPublic);
      if (key === 'attributes') return value.filter(({ fieldName, name }) => isPublic({ name: fieldName ?? name }));
      return value;
    };
    const declarations = manifest.modules.flatMap(({ declarations }) => declarations);
    const tags = declarations.filter(({ tagName }) => tagName);
    const all = 'dist/portal-elements.js';
    const modules = tags.map((tag) => {
      const path = `dist/${tag.tagName.replace('portal-', '')}.js`;
      const exports = ['js', 'custom-element-definition'].map((kind) => ({
        kind,
        name: kind === 'js' ? tag.name : tag.tagName,
        declaration: { name: tag.name, module: path },
      }));
      return { kind: 'javascript-module', path, declarations: [tag], exports };
    });
    const events = declarations.filter(({ name }) => /^Portal\w+Event$/.test(name));
    const exports = [
      ...events.map(({ name }) => ({ name, module: all })),
      ...modules.map(({ exports: [{ declaration }] }) => declaration),
    ];
    modules.push({
      kind: 'javascript-module',
      path: all,
      declarations: events,
      exports: exports.map((declaration) => ({ kind: 'js', name: declaration.name, declaration })),
    });
    manifest.modules = JSON.parse(JSON.stringify(modules, published));
  },
};

const isPublic = ({ name, privacy = 'public' }) => privacy === 'public' && !/^[#_]/.test(name);

/** What editors and frameworks want to know of the tags, out of the same doc comments. */
const forEditorsAndFrameworks = {
  name: 'for-editors-and-frameworks',
  packageLinkPhase({ customElementsManifest: { modules } }) {
    const elements = modules.flatMap(({ declarations = [] }) => declarations).filter(({ tagName }) => tagName);
    if (elements.length === 0 && modules.length > 0) throw new Error('No tag was found in src/elements.');
    mkdirSync('dist/types', { recursive: true });
    writeFileSync('dist/vscode.html-custom-data.json', `${JSON.stringify(htmlData(elements), null, 2)}\n`);
    writeFileSync('dist/types/tags.d.ts', tagTypes(elements));
    writeFileSync('dist/types/react.d.ts', jsxTypes('react', reactClass));
    writeFileSync('dist/types/preact.d.ts', jsxTypes('preact'));
    writeFileSync('dist/types/vue.d.ts', vueTypes);
    // `import 'portal-elements/react'` stays in the program that a compiler makes.
    writeFileSync('dist/types-only.js', 'export {};\n');
  },
};

const htmlData = (elements) => ({
  version: 1.1,
  tags: elements.map(({ tagName, description = '', attributes = [] }) => ({
    name: tagName,
    description,
    attributes: attributes.map(({ name, description = '', type }) => ({
      name,
      description,
      ...(type?.text === 'boolean' && { valueSet: 'v' }),
    })),
  })),
});

const comment = (text, indent) => (text ? `${indent}/** ${text.replaceAll('\n', ' ').replaceAll('*/', '')} */\n` : '');

const tagTypes = (elements) => `import './src/elements/events.js';
${elements
  .map(
    ({ name, tagName }) =>
      `import type { ${name} } from './src/elements/${tagName.slice('portal-'.length)}/${tagName}.js';\n`,
  )
  .join('')}
/** Every tag: its class, what a template can set on it, and the events that it sends. */
export interface PortalTags {
${elements
  .map(({ name, tagName, description, attributes = [], members = [], events = [] }) => {
    const fields = members.filter(({ kind, static: isStatic, readonly }) => kind === 'field' && !isStatic && !readonly);
    const known = new Set(fields.map((field) => field.name));
    const props = [
      ...fields.map(
        (field) => `${comment(field.description, '      ')}      ${field.name}?: ${name}['${field.name}'];\n`,
      ),
      ...attributes
        .filter((attribute) => !known.has(attribute.name))
        .map((attribute) => {
          const type = known.has(attribute.fieldName) ? `${name}['${attribute.fieldName}'] | string` : 'string';
          return `${comment(attribute.description, '      ')}      '${attribute.name}'?: ${type};\n`;
        }),
    ];
    const sent = events.map(
      (event) =>
        `${comment(event.description, '      ')}      '${event.name}': HTMLElementEventMap['${event.name}'];\n`,
    );
    return `${comment(description, '  ')}  '${tagName}': {
    element: ${name};
    props: {\n${props.join('')}    };
    events: {\n${sent.join('')}    };
  };\n`;
  })
  .join('')}}
`;

const reactClass = `    /** React 18 knows no other name for it on a custom element. */
    class?: string;
`;

const jsxTypes = (framework, more = '') => `import type { JSX, Ref } from '${framework}';
import type { PortalTags } from './tags.js';

type Listeners<Events> = { [Name in keyof Events & string as \`on\${Name}\`]?: (event: Events[Name]) => void };
type Tags = {
  [Tag in keyof PortalTags]: Omit<JSX.IntrinsicElements['div'], 'ref' | keyof PortalTags[Tag]['props']> & {
    ref?: Ref<PortalTags[Tag]['element']>;
${more}  } & PortalTags[Tag]['props'] &
    Listeners<PortalTags[Tag]['events']>;
};

declare module '${framework}' {
  namespace JSX {
    interface IntrinsicElements extends Tags {}
  }
}
`;

// The shape that Vue's own guide gives to custom elements.
const vueTypes = `import type { EmitFn, HTMLAttributes, PublicProps } from 'vue';
import type { PortalTags } from './tags.js';

type Tags = {
  [Tag in keyof PortalTags]: new () => PortalTags[Tag]['element'] & {
    $props: HTMLAttributes & PortalTags[Tag]['props'] & PublicProps;
    $emit: EmitFn<{ [Name in keyof PortalTags[Tag]['events']]: (event: PortalTags[Tag]['events'][Name]) => void }>;
  };
};

declare module 'vue' {
  interface GlobalComponents extends Tags {}
}
`;

export default {
  globs: ['src/elements/**/*.ts'],
  outdir: '.',
  litelement: true,
  plugins: [ownDefine, asPublished, forEditorsAndFrameworks],
};
