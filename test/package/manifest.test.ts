import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';

interface Named {
  name: string;
  description?: string;
}
interface Module {
  path: string;
  declarations: (Named & { tagName?: string; attributes?: Named[] })[];
  exports: { kind: string; name: string; declaration: { name: string; module: string } }[];
}
type Exported = Record<string, { observedAttributes: string[] }>;

const read = (file: string) => JSON.parse(readFileSync(file, 'utf8'));
const { modules } = read('custom-elements.json') as { modules: Module[] };
const load = async (path: string): Promise<Exported> => (await import(pathToFileURL(path).href)) as Exported;
const names = (list: Named[] = []): string[] => list.map(({ name }) => name).sort();

test('what the manifest says can be imported can be, from the file that it names', async () => {
  assert.equal(new Set(modules.map(({ path }) => path)).size, modules.length);
  for (const { path, exports } of modules) {
    const own = await load(path);
    for (const { kind, name, declaration } of exports)
      if (kind === 'js')
        assert.ok(own[name] && own[name] === (await load(declaration.module))[declaration.name], `${path} ${name}`);
  }
});

test('each tag has in the manifest, and for VS Code, the attributes that it observes, and says what they are for', async () => {
  const { tags: forEditors } = read('dist/vscode.html-custom-data.json') as {
    tags: (Named & { attributes: Named[] })[];
  };
  const tags = modules.flatMap(({ path, declarations }) =>
    declarations.flatMap((tag) => (tag.tagName ? { path, ...tag, tagName: tag.tagName } : [])),
  );
  assert.equal(tags.length, 10);
  for (const { path, name, tagName, attributes } of tags) {
    const { observedAttributes } = (await load(path))[name]!;
    assert.deepEqual(names(attributes), [...new Set(observedAttributes)].sort(), tagName);
    const [forEditor] = forEditors.filter((tag) => tag.name === tagName);
    assert.deepEqual(names(forEditor?.attributes), names(attributes), tagName);
    for (const { name: attribute, description } of attributes ?? []) assert.ok(description, `${tagName} ${attribute}`);
  }
});
