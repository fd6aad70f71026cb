import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Validator } from '@seriousme/openapi-schema-validator';
import {
  EXAMPLES,
  ERROR_STATUS,
  OPERATION_NAMES,
  errorsOf,
  openApiDocument,
  operationNamed,
} from '../../src/contract/index.js';
import { VERSION } from '../../src/contract/version.js';
import { HTTP_DOCUMENT, httpDocument } from '../support/http-document.js';
import { createDoors } from '../support/http.js';
import { createWorld } from '../support/deps.js';

interface Document {
  paths: Record<
    string,
    Record<string, { operationId: string; requestBody?: object; responses: Record<string, object>; security?: object }>
  >;
}
const document = openApiDocument({ version: VERSION }) as unknown as Document;
const described = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, ...operation })),
);

test('the OpenAPI document is one, and holds every operation of the table with its errors', async () => {
  assert.deepEqual(await new Validator().validate(structuredClone(document) as never), { valid: true });
  assert.deepEqual(
    described.map(({ operationId, method, path }) => `${operationId} ${method.toUpperCase()} ${path}`).sort(),
    OPERATION_NAMES.map((name) => `${name} ${operationNamed(name).method} ${operationNamed(name).path}`).sort(),
  );
  for (const { operationId, responses, security } of described) {
    const name = operationId as (typeof OPERATION_NAMES)[number];
    const text = JSON.stringify(responses);
    for (const code of errorsOf(name)) {
      assert.ok(responses[ERROR_STATUS[code]], `${name} ${code}`);
      assert.ok(text.includes(`"${code}"`), `${name} ${code}`);
    }
    assert.equal(security !== undefined, operationNamed(name).access !== 'public', name);
  }
});

test('every example is what the contract takes and gives', () => {
  for (const name of OPERATION_NAMES) {
    const { input, output } = operationNamed(name);
    assert.ok(input.safeParse(EXAMPLES[name].input).success, `the input of ${name}`);
    assert.deepEqual(output.parse(EXAMPLES[name].output), EXAMPLES[name].output, `the output of ${name}`);
  }
});

test('a server prints the document below its base path', async () => {
  const { client } = createDoors(await createWorld());
  const { status, json } = await client().call('GET', '/openapi.json');
  assert.equal(status, 200);
  assert.deepEqual(json, JSON.parse(JSON.stringify(document)));
});

test('docs/http.md is as printed', () => {
  assert.equal(readFileSync(HTTP_DOCUMENT, 'utf8'), httpDocument(), 'run `node test/docs/print-http.mjs`');
});

test('the package and its sources are of one version', () => {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  assert.equal(VERSION, version);
});
