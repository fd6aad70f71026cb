import { isRefusal, type AttemptRule } from '../../backend/attempts.js';
import type { Store } from '../../backend/ports.js';
import type { Reservation } from '../../backend/records.js';
import type { Cases } from './cases.js';
import { equal, ok, tally, together } from './expect.js';
import { DAY, HOUR, MINUTE, NOW, SECOND, unique } from './rows.js';

const lock = (failures = 5, key = unique('lock')): AttemptRule => ({ kind: 'lock', key, failures });
const perMinute = (limit: number, key = unique('window')): AttemptRule => ({
  kind: 'window',
  key,
  limit,
  windowMs: MINUTE,
});

async function reserved(store: Store, rules: AttemptRule[], now = NOW): Promise<Reservation> {
  const answer = await store.reserveAttempt(rules, now);
  if (isRefusal(answer)) throw new Error(`An attempt was refused: ${JSON.stringify(answer)}`);
  return answer;
}

const refused = async (store: Store, rules: AttemptRule[], now = NOW): Promise<boolean> =>
  isRefusal(await store.reserveAttempt(rules, now));

/** What is counted, and how far it may go. */
export const attempts: Cases = (test, race) => {
  race('of two hundred attempts at once five are let through', async (store) => {
    const rules = [lock()];
    const answers = await together(200, () => store.reserveAttempt(rules, NOW));
    equal(tally(answers.map(isRefusal)), { false: 5, true: 195 });
    ok(
      answers.every((answer) => isRefusal(answer) || !answer.hopeless),
      'Nothing is locked before anything was wrong.',
    );
  });

  race('of five wrong attempts that end at once exactly one is told that it locked', async (store) => {
    const rule = lock();
    const reservations = await together(5, () => reserved(store, [rule]));
    const ends = await Promise.all(reservations.map((one) => store.settleAttempt(one, 'wrong', NOW)));
    equal(
      ends.flatMap(({ locked }) => locked),
      [rule.key],
    );
    equal((await reserved(store, [rule], NOW + DAY)).hopeless, true);
  });

  test('gives an attempt back that was right', async (store) => {
    const rules = [lock(1)];
    for (let round = 0; round < 3; round += 1) {
      equal(await store.settleAttempt(await reserved(store, rules), 'right', NOW), { locked: [], ended: 0 });
    }
    await store.settleAttempt(await reserved(store, rules), 'wrong', NOW);
    equal((await reserved(store, rules)).hopeless, true, 'A locked rule');
  });

  test('counts under all rules or, where one refuses, under none; the first that refuses answers', async (store) => {
    const [wide, narrow, long] = [perMinute(3), perMinute(1), { ...perMinute(1), windowMs: HOUR } as AttemptRule];
    await store.settleAttempt(await reserved(store, [long]), 'wrong', NOW);
    await store.settleAttempt(await reserved(store, [narrow]), 'wrong', NOW);
    const refusal = { refused: true, retryAfterMs: MINUTE };
    for (let round = 0; round < 5; round += 1) equal(await store.reserveAttempt([wide, narrow, long], NOW), refusal);
    await together(3, () => reserved(store, [wide]));
    ok(await refused(store, [wide]), 'The limit of the first rule');
  });

  test('a refused attempt leaves no trace: it begins no window either', async (store) => {
    const [window, none] = [perMinute(1), perMinute(0)];
    const half = NOW + MINUTE / 2;
    ok(await refused(store, [window, none]), 'A limit of none lets an attempt through.');
    await store.settleAttempt(await reserved(store, [window], half), 'wrong', half);
    ok(await refused(store, [window], NOW + MINUTE), 'The window began with the refused attempt.');
  });

  test('opens a new window when the old one is over', async (store) => {
    const rules = [perMinute(2)];
    for (const _ of [1, 2]) await store.settleAttempt(await reserved(store, rules), 'wrong', NOW);
    equal(await store.reserveAttempt(rules, NOW + 10 * SECOND), {
      refused: true,
      retryAfterMs: 50 * SECOND,
    });
    await reserved(store, rules, NOW + MINUTE);
  });

  test('says to wait a moment, not the whole window, where others are only being compared', async (store) => {
    const rules = [perMinute(2)];
    const [first, second] = [await reserved(store, rules), await reserved(store, rules)];
    equal(await store.reserveAttempt(rules, NOW), { refused: true, retryAfterMs: SECOND });
    await store.settleAttempt(first, 'right', NOW);
    await store.settleAttempt(await reserved(store, rules), 'wrong', NOW);
    equal(await store.reserveAttempt(rules, NOW), { refused: true, retryAfterMs: SECOND });
    await store.settleAttempt(second, 'wrong', NOW);
    equal(await store.reserveAttempt(rules, NOW), { refused: true, retryAfterMs: MINUTE });
  });

  test('gives an attempt back that was never compared: it counts for nothing, and forgives nothing', async (store) => {
    const streak: AttemptRule = { ...lock(2), inARow: true } as AttemptRule;
    const delay: AttemptRule = { kind: 'delay', key: unique('delay'), free: 2, parallel: 1, mostMs: HOUR };
    const rules = [streak, delay, perMinute(2)];
    const settle = async (outcome: 'wrong' | 'void') => store.settleAttempt(await reserved(store, rules), outcome, NOW);
    equal(await settle('wrong'), { locked: [], ended: 0 });
    for (let times = 0; times < 5; times += 1) equal(await settle('void'), { locked: [], ended: 0 });
    // A minute later nothing that was given back has become a failure.
    const later = NOW + 2 * MINUTE;
    equal(await store.settleAttempt(await reserved(store, rules, later), 'wrong', later), {
      locked: [streak.key],
      ended: 0,
    });
  });

  test('makes each further wrong one wait, and a right one forgives', async (store) => {
    const rules: AttemptRule[] = [{ kind: 'delay', key: unique('delay'), free: 1, parallel: 5, mostMs: HOUR }];
    await store.settleAttempt(await reserved(store, rules), 'wrong', NOW);
    ok(await refused(store, rules, NOW + SECOND - 1), 'An attempt before its time');
    await store.settleAttempt(await reserved(store, rules, NOW + SECOND), 'wrong', NOW + SECOND);
    ok(await refused(store, rules, NOW + 2 * SECOND), 'The second wait is longer.');
    await store.settleAttempt(await reserved(store, rules, NOW + MINUTE), 'right', NOW + MINUTE);
    await reserved(store, rules, NOW + MINUTE);
  });

  race('attempts that share rules in another order don’t stand in each other’s way', async (store) => {
    const [one, two, three] = [perMinute(1_000), perMinute(1_000), perMinute(1_000)] as const;
    const orders = [
      [one, two, three],
      [three, two, one],
      [two, three, one],
    ];
    await together(60, async (index) => {
      const rules = orders[index % orders.length]!;
      await store.settleAttempt(await reserved(store, rules), 'wrong', NOW);
    });
    const full = { ...one, limit: 60 } as AttemptRule;
    ok(await refused(store, [full]), 'An attempt was not counted.');
    await reserved(store, [{ ...full, limit: 61 } as AttemptRule]);
  });

  test('needs no rules', async (store) => {
    equal(await store.settleAttempt(await reserved(store, []), 'wrong', NOW), { locked: [], ended: 0 });
  });

  test('forgets what was counted under the keys that it is told', async (store) => {
    const [mine, other] = [lock(1), lock(1)];
    for (const rule of [mine, other]) await store.settleAttempt(await reserved(store, [rule]), 'wrong', NOW);
    await store.clearAttempts([mine.key, unique('never-counted')]);
    await store.clearAttempts([]);
    equal((await reserved(store, [mine])).hopeless, false);
    equal((await reserved(store, [other])).hopeless, true, 'Another key was forgotten.');
  });

  test('notes different values up to the limit, and always allows those noted before', async (store) => {
    const subject = unique('subject');
    const note = (value: string, since = NOW - DAY, now = NOW) =>
      store.noteDistinct(subject, value, { most: 2, since }, now);
    equal(await note('a'), true);
    equal(await note('b'), true);
    equal(await note('c'), false);
    equal(await note('a'), true, 'A value noted before');
    equal(await note('c'), false, 'A refused value counts as not noted');
    equal(await store.noteDistinct(unique('subject'), 'c', { most: 2, since: 0 }, NOW), true, 'Another subject');
    equal(await note('c', NOW + 1, NOW + 1), true, 'After the time that counts');
  });

  race('of twenty different values at once as many are noted as may be', async (store) => {
    const subject = unique('subject');
    const answers = await together(20, (index) =>
      store.noteDistinct(subject, `value ${index}`, { most: 5, since: 0 }, NOW),
    );
    equal(tally(answers), { true: 5, false: 15 });
  });

  race('one value noted twenty times at once is allowed every time', async (store) => {
    const subject = unique('subject');
    const answers = await together(20, () => store.noteDistinct(subject, 'same', { most: 1, since: 0 }, NOW));
    equal(tally(answers), { true: 20 });
  });
};
