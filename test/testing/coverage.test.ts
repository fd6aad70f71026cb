import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { ERROR_CODES } from '../../src/contract/errors.js';
import { operationNamed, OPERATION_NAMES } from '../../src/contract/operations.js';
import { adapterCases, tryCases } from '../../src/testing/adapter-suite.js';
import type { AdapterCase, Covered } from '../../src/testing/adapter/adapter-case.js';
import { root } from '../support/documents.js';
import { CONFIGS, inProcess } from '../support/conformance.js';

const isCovered = ({ operation, error }: Covered, cases: readonly AdapterCase[]): boolean =>
  cases.some(({ covers }) => covers.some((each) => each.operation === operation && each.error === error));

/** All that the table says can come of a call: an answer, an error of its own, or one of who may call it. */
const inTheTable: Covered[] = OPERATION_NAMES.flatMap((operation) => {
  const { errors, access } = operationNamed(operation);
  const guards = {
    public: [],
    session: ['session_required'],
    consented: ['session_required', 'consent_required'],
  } as const;
  return [{ operation }, ...[...errors, ...guards[access]].map((error) => ({ operation, error }))];
});

const missing = (cases: readonly AdapterCase[]): string[] => [
  ...inTheTable
    .filter((each) => !isCovered(each, cases))
    .map(({ operation, error }) => `${operation} ${error ?? 'answered'}`),
  ...ERROR_CODES.filter((code) => !cases.some(({ covers }) => covers.some(({ error }) => error === code))),
];

test('there is a case for all that the table says can come of a call', () => {
  assert.deepEqual(missing(adapterCases), []);
});

test('a case that is taken away is missed', () => {
  assert.ok(missing(adapterCases.filter(({ group }) => group !== 'consents')).includes('readAccount consent_required'));
  assert.ok(missing(adapterCases.filter(({ group }) => group !== 'http')).includes('payload_too_large'));
  assert.ok(missing([]).includes('readConfig answered'));
});

test('every case has a name of its own', () => {
  const names = adapterCases.map(({ group, name }) => `${group}: ${name}`);
  assert.deepEqual(
    names.filter((name, index) => names.indexOf(name) !== index),
    [],
  );
});

test('every case is tried on one of the backends here, and holds', async () => {
  const untried = new Set(adapterCases);
  for (const config of CONFIGS) {
    for await (const { case: tried, outcome } of tryCases(await inProcess({ config }))) {
      if (outcome === 'holds') untried.delete(tried);
    }
  }
  assert.deepEqual(
    [...untried].map(({ name }) => name),
    [],
  );
});

test('every rule that a case names is written down where it says', () => {
  const written = (rule: string): boolean => {
    const [, document = '', place = ''] = /^(docs\/\S+) (.+)$/.exec(rule) ?? [];
    // A type carries it, in the package that whoever reads this has.
    if (document === '') return /^PortalAdapter: (PortalAdapter|CallOptions)$/.test(rule);
    const text = readFileSync(join(root, document), 'utf8');
    return document.endsWith('security.md')
      ? text.includes(`| ${place} |`)
      : text.split('\n').some((line) => /^#+ /.test(line) && line.replace(/^#+ |`/g, '') === place);
  };
  assert.deepEqual(
    [...new Set(adapterCases.map(({ rule }) => rule))].filter((rule) => !written(rule)),
    [],
  );
});
