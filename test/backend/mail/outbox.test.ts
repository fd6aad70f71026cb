import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import type { Letter } from '../../../src/backend/letter.js';
import { createMailbox } from '../../../src/backend/mail/memory.js';
import { createOutbox } from '../../../src/backend/mail/outbox.js';
import type { Mail } from '../../../src/backend/ports.js';
import type { ClaimedLetter } from '../../../src/backend/records.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

interface Row extends ClaimedLetter {
  state: 'waiting' | 'sent' | 'parked';
  dueAt: number;
  reason?: string;
}

let now = 0;
let rows: Row[] = [];
const logged: string[] = [];
const clock = { now: () => now };
const log = {
  info: (event: string, detail?: object) => void logged.push(`${event} ${JSON.stringify(detail)}`),
  error: (event: string, detail?: object) => void logged.push(`${event} ${JSON.stringify(detail)}`),
};
const store = {
  claimLetters: async ({ limit, leaseMs }: { limit: number; leaseMs: number }) => {
    const due = rows.filter((row) => row.state === 'waiting' && row.dueAt <= now).slice(0, limit);
    return due.map((row) => {
      row.dueAt = now + leaseMs;
      row.attempts += 1;
      return { ...row };
    });
  },
  letterSent: async (id: string) => void (row(id).state = 'sent'),
  letterFailed: async (id: string, retryAt: number | null, reason: string, { counts } = { counts: true }) => {
    Object.assign(row(id), { reason }, retryAt === null ? { state: 'parked' } : { dueAt: retryAt });
    if (!counts) row(id).attempts -= 1;
  },
};
const row = (id: string): Row => rows.find((one) => one.id === id)!;
const sealed = (letter: unknown): string => `sealed:${JSON.stringify(letter)}`;
const secrets = {
  open: async (payload: string) => {
    if (!payload.startsWith('sealed:')) throw new Error('cannot open');
    return payload.slice('sealed:'.length);
  },
};
const render = ({ kind }: Letter) => {
  if (!['code-locked', 'code-linked'].includes(kind)) throw new TypeError(`no words for ${kind}`);
  return { subject: kind, text: kind, html: kind };
};

function queue(id: string, payload = sealed({ kind: 'code-locked', to: `${id}@mail.example`, language: 'en' })): void {
  rows.push({ id, kind: 'code-locked', payload, queuedAt: now, attempts: 0, state: 'waiting', dueAt: now });
}

const outboxWith = (send: (mail: Mail) => Promise<void>, parts: Partial<Parameters<typeof createOutbox>[0]> = {}) =>
  createOutbox({ store, secrets, mailer: { send }, render, clock, random: { integer: () => 0 }, log, ...parts });

beforeEach(() => {
  now = 1_000_000;
  rows = [];
  logged.length = 0;
});

describe('the outbox', () => {
  test('sends what is due under the id of its row, once', async () => {
    const mailbox = createMailbox(clock);
    const outbox = outboxWith(mailbox.send);
    queue('a');
    queue('b');
    assert.equal(await outbox.deliverDue(), 2);
    assert.equal(await outbox.deliverDue(), 0);
    assert.deepEqual(
      mailbox.messages.map(({ id, to, subject, sentAt }) => [id, to, subject, sentAt]),
      [
        ['a', 'a@mail.example', 'code-locked', '1970-01-01T00:16:40.000Z'],
        ['b', 'b@mail.example', 'code-locked', '1970-01-01T00:16:40.000Z'],
      ],
    );
  });

  test('sends a letter again under the same id when the store could not note it down', async () => {
    const sent: string[] = [];
    const outbox = outboxWith(async ({ id }) => void sent.push(id), {
      store: {
        ...store,
        letterSent: async (id) => (sent.length > 1 ? store.letterSent(id) : Promise.reject(new Error('disk full'))),
      },
    });
    queue('a');
    assert.equal(await outbox.deliverDue(), 0);
    assert.equal(await outbox.deliverDue(), 0, 'the lease still holds');
    now += 5 * MINUTE;
    assert.equal(await outbox.deliverDue(), 1);
    assert.deepEqual(sent, ['a', 'a']);
  });

  test('waits a minute, then twice as long every time, up to six hours, and parks after twelve refusals', async () => {
    const outbox = outboxWith(() =>
      Promise.reject(Object.assign(new Error('no'), { code: 'EENVELOPE', responseCode: 450 })),
    );
    queue('a');
    const waits: number[] = [];
    for (let attempt = 1; attempt <= 12; attempt++) {
      await outbox.deliverDue();
      waits.push((row('a').dueAt - now) / MINUTE);
      now = row('a').dueAt;
    }
    assert.deepEqual(waits.slice(0, 11), [1, 2, 4, 8, 16, 32, 64, 128, 256, 360, 360]);
    assert.equal(row('a').state, 'parked');
    assert.equal(row('a').attempts, 12);
    assert.equal(row('a').reason, 'send: Error EENVELOPE 450');
  });

  test('gives no letter up while the mail server is away, however long, and counts none of that against it', async () => {
    let failure: object = { code: 'ECONNECTION' };
    const outbox = outboxWith(() => Promise.reject(Object.assign(new Error('no'), failure)));
    queue('a');
    const waits: number[] = [];
    for (let attempt = 1; attempt <= 40; attempt++) {
      await outbox.deliverDue();
      waits.push((row('a').dueAt - now) / MINUTE);
      now = row('a').dueAt;
    }
    assert.deepEqual(waits.slice(0, 12), [1, 1, 2, 4, 8, 16, 32, 64, 128, 256, 360, 360]);
    assert.deepEqual([row('a').state, waits.at(-1)], ['waiting', 360]);
    failure = { code: 'EENVELOPE', responseCode: 450 };
    await outbox.deliverDue();
    assert.deepEqual([row('a').state, row('a').attempts], ['waiting', 1]);
  });

  test('spreads letters that failed together', async () => {
    const outbox = outboxWith(() => Promise.reject(new Error('no')), { random: { integer: (below) => below - 1 } });
    queue('a');
    await outbox.deliverDue();
    assert.equal(row('a').dueAt - now, 1.1 * MINUTE - 1);
  });

  test('parks at once what it cannot open, read or put in words, and sends the rest', async () => {
    const mailbox = createMailbox(clock);
    queue('foreign', 'another key');
    queue('garbled', 'sealed:{');
    queue('unknown', sealed({ kind: 'greeting', to: 'x@mail.example', language: 'en' }));
    for (let i = 0; i < 20; i++) queue(`good-${i}`);
    assert.equal(await outboxWith(mailbox.send).deliverDue(), 20);
    for (const id of ['foreign', 'garbled', 'unknown']) assert.equal(row(id).state, 'parked', id);
  });

  test('is not held up by a letter that hangs, and sends at most five at once', async () => {
    let open = 0;
    let most = 0;
    const sent: string[] = [];
    let release = (): void => undefined;
    const hang = new Promise<void>((resolve) => (release = resolve));
    const outbox = outboxWith(async ({ id }) => {
      most = Math.max(most, ++open);
      await (id === 'slow' ? hang : new Promise((resolve) => setTimeout(resolve, 1)));
      open -= 1;
      sent.push(id);
      if (sent.length === 30) release();
    });
    queue('slow');
    for (let i = 0; i < 30; i++) queue(`good-${i}`);
    assert.equal(await outbox.deliverDue(), 31);
    assert.equal(sent.at(-1), 'slow');
    assert.equal(most, 5);
  });

  test('two workers send no letter twice', async () => {
    const sent: string[] = [];
    const send = async ({ id }: Mail): Promise<void> => void sent.push(id);
    for (let i = 0; i < 30; i++) queue(String(i));
    const counts = await Promise.all([outboxWith(send).deliverDue(), outboxWith(send).deliverDue()]);
    assert.equal(counts[0] + counts[1], 30);
    assert.equal(new Set(sent).size, 30);
  });

  test('keeps addresses and server messages out of the log and the store', async () => {
    const error = Object.assign(new Error("550 <ann@mail.example> doesn't exist"), {
      code: 'EENVELOPE',
      responseCode: 550,
    });
    queue('a', sealed({ kind: 'code-locked', to: 'ann@mail.example', language: 'en' }));
    await outboxWith(() => Promise.reject(error)).deliverDue();
    assert.equal(row('a').reason, 'send: Error EENVELOPE 550');
    assert.ok(logged.length > 0);
    assert.doesNotMatch(logged.join('\n'), /ann|mail\.example/);
  });

  test('goes on by itself until it is stopped, whatever the store does meanwhile', async () => {
    const mailbox = createMailbox(clock);
    let broken = true;
    const outbox = outboxWith(mailbox.send, {
      store: {
        ...store,
        claimLetters: (options) => (broken ? Promise.reject(new Error('gone')) : store.claimLetters(options)),
      },
    });
    outbox.start(5);
    queue('a');
    await new Promise((resolve) => setTimeout(resolve, 30));
    assert.equal(mailbox.messages.length, 0);
    broken = false;
    while (mailbox.messages.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await outbox.stop();
    queue('b');
    await new Promise((resolve) => setTimeout(resolve, 30));
    assert.equal(mailbox.messages.length, 1);
  });

  test('waits on stop for the letter under way', async () => {
    let done = false;
    const outbox = outboxWith(async () => {
      await new Promise((resolve) => setTimeout(resolve, 30));
      done = true;
    });
    queue('a');
    outbox.start(HOUR);
    await outbox.stop();
    assert.ok(done);
  });

  test('takes no further letter once it is stopped, however many wait; started again, it goes on', async () => {
    const sent: string[] = [];
    const outbox = outboxWith(async ({ id }) => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      sent.push(id);
    });
    for (let i = 0; i < 50; i++) queue(String(i));
    outbox.start(5);
    await outbox.stop();
    assert.ok(sent.length <= 5, `${sent.length} were sent`);
    assert.equal(rows.filter(({ attempts }) => attempts > 0).length, sent.length, 'what was taken was sent');
    outbox.start(5);
    while (sent.length < 50) await new Promise((resolve) => setTimeout(resolve, 5));
    await outbox.stop();
  });
});

test('a mailbox keeps a letter that was sent twice once', async () => {
  const mailbox = createMailbox(clock);
  const mail = { id: 'a', to: 'a@mail.example', subject: 's', text: 't', html: 'h' };
  await mailbox.send(mail);
  await mailbox.send(mail);
  assert.equal(mailbox.messages.length, 1);
  mailbox.clear();
  assert.equal(mailbox.messages.length, 0);
});
