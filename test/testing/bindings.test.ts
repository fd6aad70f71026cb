import assert from 'node:assert/strict';
import { test } from 'node:test';
import { adapterSuite, tryCases, type DeclareTest } from '../../src/testing/adapter-suite.js';
import type { AdapterUnderTest } from '../../src/testing/adapter/adapter-under-test.js';
import { inProcess } from '../support/conformance.js';

type Body = (this: unknown, ...context: unknown[]) => Promise<void>;

const WITHOUT_CLOCK = 'sessions: a ticket ends in time';

/** Declares the kit as a runner does, and hands over what was declared by the time that it returns. */
function declared(backend: AdapterUnderTest, returned: unknown): Map<string, Body> {
  const bodies = new Map<string, Body>();
  const declare: DeclareTest = (name, run) => {
    bodies.set(name, run);
    return returned;
  };
  void adapterSuite({ test: declare, backend });
  return bodies;
}

async function withoutClock(): Promise<AdapterUnderTest> {
  return { ...(await inProcess()), clock: undefined };
}

test('Mocha and Web Test Runner: all is declared at once, no callback is waited for, `this` skips', async () => {
  const bodies = declared(await withoutClock(), { title: 'a test' });
  assert.ok(bodies.size > 150);
  const body = bodies.get(WITHOUT_CLOCK)!;
  assert.equal(body.length, 0);
  let skipped = 0;
  await body.call({ skip: () => void (skipped += 1) });
  assert.equal(skipped, 1);
});

test('Vitest: the context skips, and is told why', async () => {
  const body = declared(await withoutClock(), undefined).get(WITHOUT_CLOCK)!;
  const reasons: string[] = [];
  await body.call(undefined, { skip: (reason: string) => void reasons.push(reason) });
  assert.deepEqual(reasons, ['no `clock` is given']);
});

test('a runner that can’t skip: the reason is printed', async (t) => {
  const printed = t.mock.method(console, 'info', () => undefined);
  await declared(await withoutClock(), undefined)
    .get(WITHOUT_CLOCK)!
    .call(undefined);
  assert.deepEqual(printed.mock.calls[0]?.arguments, [`Skipped: ${WITHOUT_CLOCK}: no \`clock\` is given`]);
});

test('whoever wants to be told of what is skipped is told in the runner’s place', async () => {
  const told: [string, string][] = [];
  const runs: Promise<void>[] = [];
  await adapterSuite({
    test: (name, run) => {
      if (name === WITHOUT_CLOCK) runs.push(run());
    },
    backend: await withoutClock(),
    skip: (...skipped) => void told.push(skipped),
  });
  await Promise.all(runs);
  assert.deepEqual(told, [[WITHOUT_CLOCK, 'no `clock` is given']]);
});

test('a case that fails says what was expected, what came and where the rule is', async () => {
  const backend = await inProcess();
  const { fetch: right } = backend.http!;
  const broken: AdapterUnderTest = {
    ...backend,
    http: {
      ...backend.http!,
      fetch: async (input, init) => {
        const answer = await right!(input, init);
        return answer.status === 401 ? new Response('Traceback (most recent call last)', { status: 500 }) : answer;
      },
    },
  };
  for await (const { case: tried, outcome, reason } of tryCases(broken)) {
    if (tried.name !== 'a wrong password is refused') continue;
    assert.equal(outcome, 'broken');
    assert.match(
      reason!,
      /^Expected an error to tell nothing of the program\. Got 500 .*Traceback.*Rule: docs\/security\.md R-87\.$/,
    );
    return;
  }
  assert.fail('The case was not tried.');
});
