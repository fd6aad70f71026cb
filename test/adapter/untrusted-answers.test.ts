import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import type { CheckedOperation, PortalAdapter } from '../../src/adapter/portal-adapter.js';
import { EXAMPLES } from '../../src/contract/examples.js';
import { operationNamed, OPERATION_NAMES } from '../../src/contract/operations.js';
import { PortalError } from '../../src/contract/portal-error.js';
import { ask } from '../../src/forms/ask.js';
import type { Portal } from '../../src/forms/portal.js';

/** All but the config, which is filled up from the defaults instead: `read-config.test.ts`. */
const CHECKED = OPERATION_NAMES.filter((name): name is CheckedOperation => name !== 'readConfig');

/** A portal whose backend does this, whatever it is asked. */
const portalOf = (answer: () => unknown): Portal =>
  ({ adapter: Object.fromEntries(OPERATION_NAMES.map((name) => [name, answer])), language: 'en' }) as unknown as Portal;

const asking = (name: CheckedOperation, answer: () => unknown, signal?: AbortSignal): Promise<unknown> =>
  ask(portalOf(answer), name, EXAMPLES[name].input as never, signal);

const NO_ANSWERS: Record<string, () => unknown> = {
  nothing: () => undefined,
  null: () => Promise.resolve(null),
  'a page of HTML': () => Promise.resolve('<!doctype html><title>Log in</title>'),
  'a number': () => Promise.resolve(7),
  'a list': () => Promise.resolve([]),
  'ten megabytes of text': () => Promise.resolve('x'.repeat(10 * 1_024 * 1_024)),
};

const FAULTS: Record<string, () => unknown> = {
  'an error of its own kind': () => Promise.reject(new TypeError('x is undefined')),
  'a text that is thrown': () => {
    // eslint-disable-next-line @typescript-eslint/only-throw-error
    throw 'no';
  },
  // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
  'a rejection with nothing': () => Promise.reject(undefined),
  'an error with a code that there is none of': () =>
    Promise.reject(Object.assign(new Error('x'), { name: 'PortalError', code: 'toString' })),
};

const isGeneral = (error: unknown): boolean => error instanceof PortalError && error.code === 'server_error';

for (const [what, answer] of Object.entries({ ...NO_ANSWERS, ...FAULTS })) {
  test(`${what} passes for no answer of any operation`, async () => {
    for (const name of CHECKED) await assert.rejects(asking(name, answer), isGeneral, name);
  });
}

test('an operation that isn’t there is a general error', async () => {
  const portal = { adapter: {} as PortalAdapter, language: 'en' } as Portal;
  await assert.rejects(ask(portal, 'logIn', EXAMPLES.logIn.input), isGeneral);
});

test('an answer is checked by the contract, whole, and what nobody asked for is left out', async () => {
  for (const name of CHECKED) {
    const { output } = EXAMPLES[name];
    const right = await asking(name, () => Promise.resolve({ ...output, nobodyAskedForThis: true }));
    assert.deepEqual(right, operationNamed(name).output.parse(output), name);
    for (const key of Object.keys(output)) {
      const wrong = { ...output, [key]: Symbol.iterator };
      await assert.rejects(
        asking(name, () => Promise.resolve(wrong)),
        isGeneral,
        `${name}.${key}`,
      );
    }
  }
});

test('a refusal that carries a document that is none is a general error', async () => {
  const refusal = new PortalError('consent_outdated', { document: { body: '<script>' } });
  await assert.rejects(
    asking('answerConsent', () => Promise.reject(refusal)),
    isGeneral,
  );
});

test('a backend that never answers is given up', async () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  try {
    const ended = assert.rejects(
      asking('logIn', () => new Promise(() => {})),
      { code: 'network' },
    );
    mock.timers.tick(20_000);
    await ended;
  } finally {
    mock.timers.reset();
  }
});

test('a call that is given up ends at once, and its late answer is nobody’s', async () => {
  const controller = new AbortController();
  let answer: (value: unknown) => void = () => undefined;
  const ended = asking('logIn', () => new Promise((resolve) => (answer = resolve)), controller.signal);
  controller.abort();
  await assert.rejects(ended, { name: 'AbortError' });
  answer(EXAMPLES.logIn.output);
  await assert.rejects(
    asking('logIn', () => Promise.resolve(EXAMPLES.logIn.output), AbortSignal.abort()),
    { name: 'AbortError' },
  );
});
