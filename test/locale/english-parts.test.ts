import assert from 'node:assert/strict';
import { basename, dirname, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import ts from 'typescript';
import en from '../../src/locale/en.js';
import { english } from '../../src/locale/english.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { config } = ts.readConfigFile(`${root}/tsconfig.json`, ts.sys.readFile) as {
  config: { compilerOptions: object };
};
const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, root);
const program = ts.createProgram([`${root}/src/elements/index.ts`, `${root}/src/elements/settings/define.ts`], options);
const checker = program.getTypeChecker();

const partOf = (file: string): string | undefined => /\/src\/locale\/en\/(.+)\.ts$/.exec(file)?.[1];

/** The parts of English whose words a file says, by the compiler's own knowledge of where each property is declared. */
function partsSaid(file: ts.SourceFile): Set<string> {
  const said = new Set<string>();
  const note = (symbol: ts.Symbol | undefined): void => {
    for (const { parent } of symbol?.declarations ?? []) {
      const part = partOf(parent.getSourceFile().fileName);
      if (part && part !== 'common') said.add(part);
    }
  };
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node)) note(checker.getSymbolAtLocation(node.name));
    if (ts.isElementAccessExpression(node))
      for (const each of checker.getTypeAtLocation(node.expression).getProperties()) note(each);
    if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)) {
      const name = (node.propertyName ?? node.name) as ts.Identifier;
      note(checker.getTypeAtLocation(node.parent).getProperty(name.text));
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return said;
}

const partsImported = (file: ts.SourceFile): string[] =>
  file.statements
    .filter(ts.isImportDeclaration)
    .map(({ moduleSpecifier }) => /\/locale\/en\/(.+)\.js$/.exec((moduleSpecifier as ts.StringLiteral).text)?.[1])
    .filter((part) => part !== undefined);

const sources = program.getSourceFiles().filter(({ fileName }) => /\/src\/(elements|forms)\//.test(fileName));

test('whatever says words of a part of English takes that part along, and no other', () => {
  assert.ok(sources.length > 80);
  const wrong = sources.flatMap((file) => {
    const said = partsSaid(file);
    const imported = partsImported(file);
    const missing = [...said].filter((part) => !imported.includes(part)).map((part) => `lacks ${part}`);
    const idle = imported.filter((part) => !said.has(part)).map((part) => `needn’t import ${part}`);
    return [...missing, ...idle].map((each) => `${relative(root, file.fileName)} ${each}`);
  });
  assert.deepEqual(wrong, []);
  const everSaid = new Set(sources.flatMap((file) => [...partsSaid(file)]));
  const parts = program
    .getSourceFiles()
    .filter(({ fileName }) => partOf(fileName) && basename(fileName) !== 'common.ts');
  assert.deepEqual([...everSaid].sort(), parts.map(({ fileName }) => basename(fileName, '.ts')).sort());
  assert.ok(dirname(parts[0]!.fileName).endsWith('/en'));
});

test('all parts together are English', () => {
  // The import of the whole above has taken every part in.
  const told = (words: object): string =>
    JSON.stringify(words, (_, each: unknown) =>
      typeof each === 'function'
        ? String(each)
        : typeof each === 'object' && each !== null && !Array.isArray(each)
          ? Object.fromEntries(Object.entries(each).sort())
          : each,
    );
  assert.ok(told(english) === told(en));
});
