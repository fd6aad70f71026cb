import { ERROR_STATUS, problemSchema, type PortalErrorCode } from './errors.js';
import { EXAMPLES } from './examples.js';
import { errorsOf, operationNamed, OPERATION_NAMES, type OperationName } from './operations.js';
import { pathKeys } from './path.js';
import * as z from './zod.js';

type Json = Record<string, unknown>;

/** Where a document is printed for. */
export interface OpenApiOptions {
  /** Of the package or the server. */
  version: string;
  /** Below which all paths stand: `/api/portal`, or a whole URL. */
  baseUrl?: string;
}

const SESSION = 'session';

/**
 * The contract as an OpenAPI 3.1 document: whoever has it can write a backend or a client in any language. It is derived
 * from the table of operations, and there is no second source.
 */
export function openApiDocument({ version, baseUrl = '/api/portal' }: OpenApiOptions): Json {
  const paths: Record<string, Json> = {};
  for (const name of OPERATION_NAMES) {
    const { method, path } = operationNamed(name);
    paths[path] = { ...paths[path], [method.toLowerCase()]: describe(name) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Portal Elements',
      version,
      license: { name: 'MIT', identifier: 'MIT' },
      description: [
        'Opening an account with an activation code, logging in, consents and settings.',
        'A request that changes something carries an `Origin` that is the portal’s own; one with a body carries',
        '`Content-Type: application/json`. Errors are `application/problem+json` with a stable `code`.',
      ].join(' '),
    },
    servers: [{ url: baseUrl }],
    paths,
    components: {
      schemas: { Problem: schemaOf(problemSchema, 'output') },
      securitySchemes: {
        [SESSION]: {
          type: 'apiKey',
          in: 'cookie',
          name: '__Host-portal_session',
          description: 'Begun by logging in or by creating an account. A backend may name it otherwise.',
        },
      },
    },
  };
}

function describe(name: OperationName): Json {
  const { method, path, access, summary, input, output } = operationNamed(name);
  const example = EXAMPLES[name];
  const inPath = pathKeys(path);
  const {
    properties = {},
    required = [],
    ...schema
  } = schemaOf(input, 'input') as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  const rest = Object.fromEntries(Object.entries(properties).filter(([key]) => !inPath.includes(key)));
  const restRequired = required.filter((key) => !inPath.includes(key));
  const hasBody = method !== 'GET' && Object.keys(rest).length > 0;
  return {
    operationId: name,
    summary,
    ...(access !== 'public' && { security: [{ [SESSION]: [] }] }),
    ...(inPath.length > 0 && {
      parameters: inPath.map((key) => ({ name: key, in: 'path', required: true, schema: properties[key] })),
    }),
    ...(hasBody && {
      requestBody: {
        required: restRequired.length > 0,
        content: {
          'application/json': {
            schema: { ...schema, properties: rest, ...(restRequired.length > 0 && { required: restRequired }) },
            example: Object.fromEntries(Object.entries(example.input).filter(([key]) => !inPath.includes(key))),
          },
        },
      },
    }),
    responses: {
      200: {
        description: 'Done.',
        content: { 'application/json': { schema: schemaOf(output, 'output'), example: example.output } },
      },
      ...refusals(errorsOf(name)),
    },
  };
}

function refusals(codes: readonly PortalErrorCode[]): Json {
  const byStatus = new Map<number, PortalErrorCode[]>();
  for (const code of codes) byStatus.set(ERROR_STATUS[code], [...(byStatus.get(ERROR_STATUS[code]) ?? []), code]);
  return Object.fromEntries(
    [...byStatus].map(([status, same]) => [
      status,
      {
        description: same.map((code) => `\`${code}\``).join(', '),
        ...([429, 503].includes(status) && {
          headers: {
            'Retry-After': { description: 'Seconds until it is worth trying again.', schema: { type: 'integer' } },
          },
        }),
        content: {
          'application/problem+json': {
            schema: { allOf: [{ $ref: '#/components/schemas/Problem' }, { properties: { code: { enum: same } } }] },
          },
        },
      },
    ]),
  );
}

// What a schema can't say in JSON, a check by a function, is left out: the server still does it.
function schemaOf(schema: z.ZodMiniType, io: 'input' | 'output'): Json {
  const { $schema: _, ...json } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    override({ zodSchema, jsonSchema }) {
      // Whoever answers more than is asked for breaks nothing: it is read over.
      const { type, catchall } = zodSchema._zod.def as { type: string; catchall?: unknown };
      if (type === 'object' && catchall === undefined) delete jsonSchema.additionalProperties;
    },
  }) as Json;
  return json;
}
