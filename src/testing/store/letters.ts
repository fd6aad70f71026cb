import type { Cases } from './cases.js';
import { equal, together } from './expect.js';
import { HOUR, letter, MINUTE, NOW, SECOND } from './rows.js';

const LEASE = { limit: 10, leaseMs: MINUTE };

/** Mail that waits. */
export const letters: Cases = (test, race) => {
  test('hands letters out in the order in which they are due, as they were given', async (store) => {
    const later = letter({ queuedAt: NOW + 1 });
    const [first, second] = [letter(), letter()];
    await store.queueLetters([later, first]);
    await store.queueLetters([second]);
    await store.queueLetters([]);
    equal(await store.claimLetters({ ...LEASE, limit: 1 }, NOW + 1), [{ ...first, attempts: 1 }]);
    equal(
      await store.claimLetters(LEASE, NOW + 1),
      [second, later].map((one) => ({ ...one, attempts: 1 })),
    );
    equal(await store.claimLetters(LEASE, NOW + 1), []);
  });

  test('hands out nothing before it is due', async (store) => {
    await store.queueLetters([letter({ queuedAt: NOW + 1 })]);
    equal(await store.claimLetters(LEASE, NOW), []);
  });

  test('hands a letter out again when the lease ends and nobody said what became of it', async (store) => {
    const waiting = letter();
    await store.queueLetters([waiting]);
    await store.claimLetters(LEASE, NOW);
    equal(await store.claimLetters(LEASE, NOW + MINUTE - 1), []);
    equal(await store.claimLetters(LEASE, NOW + MINUTE), [{ ...waiting, attempts: 2 }]);
  });

  test('is done with a letter that went out, whatever is said of it later', async (store) => {
    const waiting = letter();
    await store.queueLetters([waiting]);
    await store.claimLetters(LEASE, NOW);
    await store.letterSent(waiting.id, NOW);
    await store.letterFailed(waiting.id, NOW + SECOND, 'a worker that was slow');
    await store.letterFailed(waiting.id, null, 'a worker that was slow');
    equal(await store.claimLetters(LEASE, NOW + HOUR), []);
    equal(await store.countLetters(), { waiting: 0, parked: 0 });
  });

  test('tries a letter again when it was told to', async (store) => {
    const waiting = letter();
    await store.queueLetters([waiting]);
    await store.claimLetters(LEASE, NOW);
    await store.letterFailed(waiting.id, NOW + 10 * SECOND, '421 try later');
    equal(await store.claimLetters(LEASE, NOW + 10 * SECOND - 1), []);
    equal(await store.claimLetters(LEASE, NOW + 10 * SECOND), [{ ...waiting, attempts: 2 }]);
  });

  test('parks a letter that can’t be sent; the others go on', async (store) => {
    const [poison, good] = [letter(), letter()];
    await store.queueLetters([poison, good]);
    await store.claimLetters({ ...LEASE, limit: 1 }, NOW);
    equal(await store.countLetters(), { waiting: 2, parked: 0 });
    await store.letterFailed(poison.id, null, '550 no such mailbox');
    equal(await store.countLetters(), { waiting: 1, parked: 1 });
    equal(
      (await store.claimLetters(LEASE, NOW + HOUR)).map(({ id }) => id),
      [good.id],
    );
  });

  test('counts no attempt that failed for reasons of the mail server', async (store) => {
    const waiting = letter();
    await store.queueLetters([waiting]);
    for (const [attempts, counts] of [
      [1, false],
      [1, true],
      [2, false],
      [2, true],
    ] as const) {
      equal(await store.claimLetters(LEASE, NOW), [{ ...waiting, attempts }]);
      await store.letterFailed(waiting.id, NOW, 'no', { counts });
    }
  });

  test('makes what is parked due again, as if nobody had tried it, and nothing else', async (store) => {
    const [parked, sent, waiting] = [letter(), letter(), letter({ queuedAt: NOW + HOUR })];
    await store.queueLetters([parked, sent, waiting]);
    equal((await store.claimLetters(LEASE, NOW)).length, 2);
    await store.letterFailed(parked.id, null, '550 no such mailbox');
    await store.letterSent(sent.id, NOW);
    equal(await store.releaseLetters(NOW + MINUTE), 1);
    equal(await store.countLetters(), { waiting: 2, parked: 0 });
    equal(await store.claimLetters(LEASE, NOW + MINUTE), [{ ...parked, queuedAt: NOW + MINUTE, attempts: 1 }]);
    equal(await store.releaseLetters(NOW + MINUTE), 0);
  });

  race('two workers never get the same letter, and together they get all', async (store) => {
    const waiting = Array.from({ length: 60 }, () => letter());
    await store.queueLetters(waiting);
    const worker = async (): Promise<string[]> => {
      const mine: string[] = [];
      for (;;) {
        const claimed = await store.claimLetters({ limit: 7, leaseMs: HOUR }, NOW);
        if (claimed.length === 0) return mine;
        mine.push(...claimed.map(({ id }) => id));
      }
    };
    const claimed = (await together(2, worker)).flat();
    // What the other holds at that moment is passed over, so that the last ones may need another look.
    claimed.push(...(await worker()));
    equal(claimed.sort(), waiting.map(({ id }) => id).sort());
    for (const id of claimed) await store.letterSent(id, NOW);
  });
};
