import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import ts from 'typescript';
import { operationNamed, OPERATION_NAMES, type OperationName } from '../../src/contract/operations.js';
import { root } from '../support/documents.js';

// A file of somebody who writes adapters, as far as the compiler can see.
const FILE = join(root, 'test/adapter/somebody.ts');
const lacking = (name: OperationName): string =>
  `export const without_${name}: PortalAdapter = {} as Omit<PortalAdapter, '${name}'>;`;
const SOURCE = [
  `import { unsupported, type PortalAdapter } from '../../src/adapter/portal-adapter.js';`,
  `export declare const adapter: PortalAdapter;`,
  ...OPERATION_NAMES.map(lacking),
  `export const whole: PortalAdapter = { ...adapter, endOtherSessions: unsupported('endOtherSessions') };`,
].join('\n');

function compile(): { program: ts.Program; file: ts.SourceFile } {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), (path) => ts.sys.readFile(path)) as {
    config: object;
  };
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [] }, ts.sys, root);
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (path, ...rest) =>
    path === FILE ? ts.createSourceFile(path, SOURCE, ts.ScriptTarget.ES2022, true) : read(path, ...rest);
  const exists = host.fileExists.bind(host);
  host.fileExists = (path) => path === FILE || exists(path);
  const program = ts.createProgram([FILE], options, host);
  return { program, file: program.getSourceFile(FILE)! };
}

const { program, file } = compile();
const checker = program.getTypeChecker();

/** What an editor shows at an operation of the adapter. */
function shown(name: OperationName): { text: string; signature: string; throws: string } {
  const adapter = checker
    .getExportsOfModule(checker.getSymbolAtLocation(file)!)
    .find((each) => each.name === 'adapter')!;
  const operation = checker.getTypeOfSymbol(adapter).getProperty(name)!;
  const throws = operation.getJsDocTags(checker).find((tag) => tag.name === 'throws');
  return {
    text: ts.displayPartsToString(operation.getDocumentationComment(checker)),
    signature: checker.typeToString(
      checker.getTypeOfSymbol(operation),
      file,
      ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.UseAliasDefinedOutsideCurrentScope,
    ),
    throws: ts.displayPartsToString(throws?.text),
  };
}

const ACCESS = {
  public: { says: 'Open to anybody.', errors: [] },
  session: { says: 'Requires a session.', errors: ['session_required'] },
  consented: {
    says: 'Requires a session, and no required consent pending.',
    errors: ['session_required', 'consent_required'],
  },
} as const;

for (const name of OPERATION_NAMES) {
  test(`an editor says at ${name} what it is for, who may call it, what goes in, comes out and goes wrong`, () => {
    const { access, errors } = operationNamed(name);
    const { text, signature, throws } = shown(name);
    const lines = text.split('\n');
    assert.ok(lines[0]!.length > 20, text);
    assert.ok(lines.includes(ACCESS[access].says), text);
    assert.deepEqual(throws.match(/(?<=`)\w+(?=`)/g) ?? [], [...errors, ...ACCESS[access].errors]);
    assert.match(
      signature,
      /^\(input(: \{|\?: Record<string, never>).*, options\?: .*CallOptions\) => Promise<(\{|Record<|\w).+>$/s,
    );
    assert.doesNotMatch(signature, /Zod|\bany\b/);
  });
}

test('an adapter that lacks an operation doesn’t compile, and the compiler names it', () => {
  const told = program
    .getSemanticDiagnostics(file)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
  assert.equal(told.length, OPERATION_NAMES.length, told.join('\n'));
  for (const [index, name] of OPERATION_NAMES.entries())
    assert.match(told[index]!, new RegExp(`Property '${name}' is missing`));
});
