import assert from 'node:assert/strict';
import { test } from 'node:test';
import { adapterSuite } from '../../src/testing/adapter-suite.js';
import { httpBackend } from '../../src/testing/http-client.js';
import { under, WIDE } from '../support/conformance.js';
import { missing } from '../faults/support/databases.js';
import { Installation, PUBLIC_URL } from '../faults/support/installation.js';

for (const [kind, count, name] of [
  ['postgres', 1, 'the adapter, against a server on PostgreSQL'],
  ['postgres', 2, 'the adapter, against two servers on one PostgreSQL in turn'],
  ['sqlite', 2, 'the adapter, against two servers on one SQLite file in turn'],
] as const) {
  test(name, { skip: missing(kind) }, async (t) => {
    const portal = await Installation.create(kind);
    t.after(() => portal.stop());
    await Promise.all(Array.from({ length: count }, () => portal.start({ otherwise: { limits: WIDE } })));
    // Each request goes to the next server: what one of them knows alone is of no use to anybody.
    const answered = new Array<number>(count).fill(0);
    let turn = 0;
    const inTurn: typeof fetch = (input, init) => {
      turn = (turn + 1) % count;
      answered[turn]! += 1;
      const { pathname } = new URL(input as string);
      return fetch(`${portal.servers[turn]!.origin}${pathname}`, init);
    };
    const issue = await portal.issuer();
    t.after(() => issue.close());
    await adapterSuite({
      test: under(t),
      backend: httpBackend({ baseUrl: `${PUBLIC_URL}/api/portal`, fetch: inTurn, invite: issue.invite }),
    });
    assert.ok(
      answered.every((requests) => requests > 50),
      `The servers answered ${answered.join(' and ')} requests.`,
    );
  });
}
