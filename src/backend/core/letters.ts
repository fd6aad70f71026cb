import type { Letter } from '../letter.js';
import type { OutboxLetter } from '../records.js';
import type { Deps } from './use-case.js';

/** Seals letters for the outbox: they are stored in the transaction of the change that they tell of. */
export function seal({ secrets, random, clock }: Deps, letters: Letter[]): Promise<OutboxLetter[]> {
  const queuedAt = clock.now();
  return Promise.all(
    letters.map(async (letter) => ({
      id: random.id(),
      kind: letter.kind,
      payload: await secrets.seal(JSON.stringify(letter)),
      queuedAt,
    })),
  );
}
