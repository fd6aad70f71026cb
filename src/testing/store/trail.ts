import { isRefusal, type AttemptRule } from '../../backend/attempts.js';
import type { Store } from '../../backend/ports.js';
import type { AuditEvent, Instant } from '../../backend/records.js';
import type { Cases } from './cases.js';
import { equal, ok } from './expect.js';
import { consent, DAY, HOUR, IDLE, letter, mailedToken, MINUTE, noting, NOW, session, unique } from './rows.js';
import { activate, invite, prepare } from './world.js';

async function isLocked(store: Store, rule: AttemptRule, now: Instant): Promise<boolean> {
  const answer = await store.reserveAttempt([rule], now);
  return !isRefusal(answer) && answer.hopeless;
}

/** The trail and housekeeping. */
export const trail: Cases = (test) => {
  test('lists events as they were given, oldest first', async (store) => {
    const events: AuditEvent[] = [
      {
        at: NOW,
        name: 'one',
        accountId: 'a',
        personId: 'p',
        invitationId: 'i',
        detail: { count: 2, ok: true, why: 'ñ', none: null },
      },
      { at: NOW + 1, name: 'three' },
      { at: NOW, name: 'two', accountId: 'a' },
    ];
    await store.recordEvents(events);
    await store.recordEvents([]);
    const [one, three, two] = events;
    equal(await store.listEvents({}), [one, two, three]);
    equal(await store.listEvents({ accountId: 'a' }), [one, two]);
    equal(await store.listEvents({ since: NOW + 1 }), [three]);
    equal(await store.listEvents({ limit: 2 }), [one, two]);
    equal(await store.listEvents({ limit: 2, offset: 1 }), [two, three]);
    equal(await store.listEvents({ accountId: 'a', since: NOW, limit: 1 }), [one]);
    equal(await store.listEvents({ accountId: 'nobody' }), []);
  });

  test('forgets tickets, sessions and mailed tokens that have had their time, and no others', async (store) => {
    const { account, session: living, ticketDigest } = await activate(store);
    const spare = await prepare(store, (await invite(store)).invitation, { ticket: { expiresAt: NOW + 3 * DAY } });
    const [old, open] = [
      mailedToken(account),
      mailedToken(account, { purpose: 'confirm-email', expiresAt: NOW + 3 * DAY }),
    ];
    for (const token of [old, open]) await store.openMailedToken(token, noting());
    const rested = session(account.id, { lastSeenAt: NOW + DAY, expiresAt: NOW + 3 * DAY });
    await store.openSession(rested, account, noting());

    await store.forgetExpired(NOW + 16 * MINUTE, IDLE, NOW + DAY);
    equal(await store.findTicket(ticketDigest), undefined, 'A ticket that expired');
    ok((await store.findTicket(spare.ticketDigest)) !== undefined, 'A ticket that is good was forgotten.');
    equal(await store.touchSession(living.digest, IDLE, NOW), undefined, 'A session that ended');
    ok((await store.touchSession(rested.digest, IDLE, NOW + DAY)) !== undefined, 'A living session was forgotten.');
    ok((await store.findMailedToken(old.digest)) !== undefined, 'A token was forgotten before its time.');

    await store.forgetExpired(NOW + 2 * HOUR, IDLE, NOW + DAY);
    equal(await store.findMailedToken(old.digest), undefined, 'A token that expired');
    equal(await store.findMailedToken(open.digest), open);
    await store.confirmEmail({ digest: open.digest }, NOW, noting());
    await store.forgetExpired(NOW + 1, IDLE, NOW + DAY);
    equal(await store.findMailedToken(open.digest), undefined, 'A token that was spent');
    equal((await store.findAccount(account.id))?.id, account.id, 'The account');
  });

  test('forgets counters that have had their time, but nobody’s wait', async (store) => {
    const wrong = async (rule: AttemptRule, now: number) => {
      const answer = await store.reserveAttempt([rule], now);
      if (!isRefusal(answer)) await store.settleAttempt(answer, 'wrong', now);
    };
    const lock = (): AttemptRule => ({ kind: 'lock', key: unique('lock'), failures: 1 });
    const [old, recent] = [lock(), lock()];
    const delay: AttemptRule = { kind: 'delay', key: unique('delay'), free: 0, parallel: 1, mostMs: 2 * DAY };
    await wrong(old, NOW);
    await wrong(recent, NOW + DAY);
    for (let now = NOW - 2 * DAY, times = 0; times < 20; times += 1, now += 2 ** times * 1_000) await wrong(delay, now);

    const subject = unique('subject');
    await store.noteDistinct(subject, 'old', { most: 1, since: 0 }, NOW);
    await store.forgetExpired(NOW + 1, IDLE, NOW + 1);
    const refused = async (rule: AttemptRule) => isRefusal(await store.reserveAttempt([rule], NOW + 1));
    equal(await isLocked(store, old, NOW + 1), false, 'An old counter');
    equal(await isLocked(store, recent, NOW + 1), true, 'A recent counter');
    equal(await refused(delay), true, 'A wait that isn’t over');
    equal(await store.noteDistinct(subject, 'new', { most: 1, since: 0 }, NOW + 1), true, 'An old note');
  });

  test('keeps the counters that it is told to: for longer, and once they have locked for good', async (store) => {
    const lock = (prefix: string): AttemptRule => ({ kind: 'lock', key: unique(prefix), failures: 2 });
    const [early, late, locked, other] = [lock('lasting:'), lock('lasting:'), lock('lasting:'), lock('last')];
    const wrong = async (rule: AttemptRule, now: number) => {
      const answer = await store.reserveAttempt([rule], now);
      if (!isRefusal(answer)) await store.settleAttempt(answer, 'wrong', now);
    };
    for (const rule of [early, locked, locked, other]) await wrong(rule, NOW);
    await wrong(late, NOW + 1);
    const lasting = [
      { prefix: 'lasting:', since: NOW + 1, failures: 2 },
      { prefix: 'others:', since: 0 },
    ];
    await store.forgetExpired(NOW + DAY, { ...IDLE, lasting }, NOW + DAY);
    // One wrong attempt more locks what had one already.
    for (const rule of [early, late, other]) await wrong(rule, NOW + DAY);
    const lockedNow = (rule: AttemptRule) => isLocked(store, rule, NOW + DAY);
    equal(await lockedNow(early), false, 'One that lasts, past its time');
    equal(await lockedNow(late), true, 'One that lasts');
    equal(await lockedNow(locked), true, 'A lock');
    equal(await lockedNow(other), false, 'One that only looks like it');
  });

  test('forgets letters that went out; those that wait or are parked stay', async (store) => {
    const [sent, parked, waiting] = [letter(), letter(), letter()];
    await store.queueLetters([sent, parked, waiting]);
    await store.letterSent(sent.id, NOW);
    await store.letterFailed(parked.id, null, 'poison');
    await store.forgetExpired(NOW + DAY, IDLE, NOW + DAY);
    equal(await store.countLetters(), { waiting: 1, parked: 1 });
    // Its id is free again only when it is forgotten.
    await store.queueLetters([sent]);
  });

  test('never forgets a consent or an event', async (store) => {
    const { account } = await activate(store);
    await store.recordConsent(consent(account.id), noting('consent.accepted', { accountId: account.id }));
    await store.forgetExpired(NOW + 1_000 * DAY, IDLE, NOW + 1_000 * DAY);
    equal((await store.listConsentEntries(account.id)).length, 1);
    equal((await store.listEvents({ accountId: account.id })).length, 1);
  });

  test('remembers the first mark of a secret, and tells it whatever comes later', async (store) => {
    equal(await store.rememberSecret('first'), 'first');
    equal(await store.rememberSecret('other'), 'first');
    equal(await store.rememberSecret('first'), 'first');
  });

  test('answers', async (store) => {
    await store.ping();
  });
};
