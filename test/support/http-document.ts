import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  ERROR_STATUS,
  EXAMPLES,
  OPERATION_NAMES,
  errorsOf,
  openApiDocument,
  operationNamed,
  type OperationName,
} from '../../src/contract/index.js';
import { VERSION } from '../../src/contract/version.js';
import { root } from './documents.js';

/** Where the document for readers is. */
export const HTTP_DOCUMENT = join(root, 'docs/http.md');

const WHO = { public: 'anybody', session: 'a session', consented: 'a session with no required consent open' } as const;

const HEAD = `# The HTTP interface

Printed from the table of operations by \`node test/docs/print-http.mjs\`. The same is in the package as OpenAPI 3.1
(\`portal-elements/openapi.json\`), and a running server has it at \`/api/portal/openapi.json\`.

It is JSON, below a base path of your choice (\`/api/portal\` in the reference server). A request with a body carries
\`Content-Type: application/json\`. One that changes something carries the portal's own \`Origin\`; clients outside
a browser have to set it themselves. \`Accept-Language\` says in which language texts are wanted.

An error is \`application/problem+json\`:

\`{ "type", "title", "status", "code", "fields"?, "retryAfter"?, "reason"?, "support"? }\`

\`fields\` is \`{ [name]: { "code": "missing" | "invalid" | "unknown" | "policy", "failed"?: string[] } }\`. Only
somebody who got both the code and the proof right is told a \`reason\`: \`used\`, \`expired\`, \`replaced\` or \`revoked\`.

\`step\` in an answer says where the person goes next:

| \`step\` | the page leads to |
| --- | --- |
| \`create-account\` | the second step of the activation; from elsewhere, \`pages.activate\` |
| \`consent\` | \`pages.consent\` |
| \`landing\` | \`next\`, else \`pages.landing\` |
| \`log-in\` | \`pages.login\` |

A session begins with \`createAccount\` or \`logIn\`. \`changePassword\` goes on with a new one, and \`resetPassword\` ends all of them.
It travels in a cookie. The reference server's is \`__Host-portal_session\`, \`HttpOnly\`, \`Secure\` and \`SameSite=Lax\`
([for pages of another site](embedding.md#under-another-site-only-if-nothing-else-is-possible) \`SameSite=None\`); over plain HTTP on
localhost it is \`portal_session\`, without \`Secure\`. Yours may have any name.

The reference server takes bodies of up to 16 KiB, and of 64 KiB below \`/consents/\`.
`;

/** As code. What holds a backtick is put between two. */
const asCode = (text: string): string => (text.includes('`') ? `\`\`${text}\`\`` : `\`${text}\``);

function operation(name: OperationName): string {
  const { method, path, access, summary, errors } = operationNamed(name);
  const { input, output } = EXAMPLES[name];
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, key]) => key);
  const body = Object.entries(input).filter(([key]) => !inPath.includes(key));
  const own = errors.map((code) => `${asCode(code)} ${ERROR_STATUS[code]}`);
  return [
    `### ${name}`,
    '',
    `\`${method} ${path}\`: ${summary}`,
    '',
    `- asked by ${WHO[access]}`,
    ...(body.length > 0 ? [`- sends ${asCode(JSON.stringify(Object.fromEntries(body)))}`] : []),
    `- answers ${asCode(JSON.stringify(output))}`,
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
    ...[...common, 'session_required' as const, 'consent_required' as const].map(
      (code) => `| \`${code}\` | ${ERROR_STATUS[code]} |`,
    ),
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
