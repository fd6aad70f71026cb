import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ERROR_STATUS, EXAMPLES, OPERATION_NAMES, errorsOf, openApiDocument, operationNamed, type OperationName } from '../../src/contract/index.js';
import { VERSION } from '../../src/contract/version.js';
import { root } from './documents.js';

/** Where the document for readers is. */
export const HTTP_DOCUMENT = join(root, 'docs/http.md');

const WHO = { public: 'anybody', session: 'a session', consented: 'a session with no required consent open' } as const;

const HEAD = `# The HTTP interface

Printed from the table of operations by \`node test/docs/print-http.mjs\`; the same as OpenAPI 3.1 is in the package
(\`portal-elements/openapi.json\`), and at \`/api/portal/openapi.json\` of a running server.

JSON, below a base path of your choice (\`/api/portal\` in the reference server). A request with a body carries
\`Content-Type: application/json\`. One that changes something carries an \`Origin\` that is the portal's own; clients
outside a browser send it themselves. \`Accept-Language\` says in which language words are wanted.

An error is \`application/problem+json\`:

\`{ "type", "title", "status", "code", "fields"?, "retryAfter"?, "reason"?, "support"? }\`

\`fields\` is \`{ [name]: { "code": "missing" | "invalid" | "unknown" | "policy", "failed"?: string[] } }\`. Only who got the code
and the proof right is told a \`reason\`: \`used\`, \`expired\`, \`replaced\` or \`revoked\`.
`;

function operation(name: OperationName): string {
  const { method, path, access, summary, errors } = operationNamed(name);
  const { input, output } = EXAMPLES[name];
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, key]) => key);
  const body = Object.entries(input).filter(([key]) => !inPath.includes(key));
  const own = errors.map((code) => `\`${code}\` ${ERROR_STATUS[code]}`);
  return [
    `### ${name}`,
    '',
    `\`${method} ${path}\`: ${summary}`,
    '',
    `- asked by ${WHO[access]}`,
    ...(body.length > 0 ? [`- sends \`${JSON.stringify(Object.fromEntries(body))}\``] : []),
    `- answers \`${JSON.stringify(output)}\``,
    ...(own.length > 0 ? [`- may refuse with ${own.join(', ')}`] : []),
    '',
  ].join('\n');
}

/** The document for readers. */
export function httpDocument(): string {
  const common = errorsOf('readConfig').filter((code) => !operationNamed('readConfig').errors.includes(code as never));
  return [
    HEAD,
    '## Operations',
    '',
    ...OPERATION_NAMES.map(operation),
    '## Errors of every operation',
    '',
    '| code | status |',
    '| --- | --- |',
    ...[...common, 'session_required' as const, 'consent_required' as const].map((code) => `| \`${code}\` | ${ERROR_STATUS[code]} |`),
    '',
    'The last two only where the operation asks for a session. `too_many_attempts` and `unavailable` carry `Retry-After`.',
    '',
  ].join('\n');
}

/** Writes the document for readers, and the one for programs where the package is built. */
export function writeHttpDocuments(): void {
  writeFileSync(HTTP_DOCUMENT, httpDocument());
  writeFileSync(join(root, 'dist/openapi.json'), `${JSON.stringify(openApiDocument({ version: VERSION }), null, 2)}\n`);
}
