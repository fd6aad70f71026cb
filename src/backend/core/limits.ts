import { PortalError } from '../../contract/errors.js';
import { usernameKey } from '../../contract/fields/email.js';
import { isRefusal, type AttemptRule, type LastingCounters } from '../attempts.js';
import type { Instant, Reservation } from '../records.js';
import { LONGEST_CODE_DAYS, type BackendSettings } from '../settings.js';
import type { Deps, Visitor } from './use-case.js';
import { DAY, HOUR, MINUTE, SECOND } from '../units.js';

// What the keys of locks begin with.
const CODE = 'code:';
const STREAK = 'passwords:';

/**
 * The counters that housekeeping leaves: of a code for as long as any may be valid, also one from before the validity was
 * made shorter; of a password as long, and for good once it is locked: only its owner ends that.
 *
 * They don't grow without bound: what isn't locked goes after a year, and a lock takes as many refusals as it has
 * failures, each of which is limited by network and leaves more in the trail.
 */
export function lastingCounters({ limits }: Pick<BackendSettings, 'limits'>, now: Instant): LastingCounters[] {
  const since = now - (LONGEST_CODE_DAYS + 1) * DAY;
  return [
    { prefix: CODE, since },
    { prefix: STREAK, since, failures: limits.wrongPasswordsInAll },
  ];
}

/**
 * Who tries codes: the network, whatever code it tries, and the code itself, whoever tries it. The network comes first: it
 * is told to wait whatever became of the code. What is dead counts on, or it would be told by its quick answer.
 */
export const codeRules = ({ settings: { limits } }: Deps, codeDigest: string, { network }: Visitor): AttemptRule[] => [
  { kind: 'window', key: `codes-a-minute:${network}`, limit: limits.wrongCodesPerMinute, windowMs: MINUTE },
  { kind: 'window', key: `codes-an-hour:${network}`, limit: limits.wrongCodesPerHour, windowMs: HOUR },
  { kind: 'lock', key: `${CODE}${codeDigest}`, failures: limits.wrongProofsPerCode },
];

/** The streak of wrong passwords of one account, from everywhere; recovery clears it. */
export const passwordStreakKey = (usernameDigest: string): string => `${STREAK}${usernameDigest}`;

/** What one network has to wait for after wrong passwords of one account; recovery from there clears it. */
export const passwordDelayKey = (usernameDigest: string, { network }: Visitor): string =>
  `password:${usernameDigest}@${network}`;

/**
 * Who tries passwords. The delay is the account's as seen from one network, so that a stranger elsewhere can't keep its
 * owner out; the streak counts everybody's and is long.
 */
export const passwordRules = (
  { settings: { limits } }: Deps,
  usernameDigest: string,
  visitor: Visitor,
): AttemptRule[] => [
  {
    kind: 'delay',
    key: passwordDelayKey(usernameDigest, visitor),
    free: limits.wrongPasswords,
    parallel: 2 * limits.wrongPasswords,
    mostMs: 15 * MINUTE,
  },
  {
    kind: 'lock',
    key: passwordStreakKey(usernameDigest),
    failures: limits.wrongPasswordsInAll,
    inARow: true,
  },
  {
    kind: 'window',
    key: `logins-a-minute:${visitor.network}`,
    limit: limits.wrongPasswordsPerMinute,
    windowMs: MINUTE,
  },
  // Who sprays one password over many accounts has more than one address.
  {
    kind: 'window',
    key: `logins-of:${blockOf(visitor.network)}`,
    limit: limits.wrongPasswordsPerBlock,
    windowMs: 10 * MINUTE,
  },
];

/** What one owner usually has as a whole: the /24 around an IPv4 address, the /48 around an IPv6 network. */
const blockOf = (network: string): string =>
  network.includes(':') ? network.split(':').slice(0, 3).join(':') : network.replace(/\.\d+$/, '');

/** How often one address is written to at somebody's request. */
export const letterRules = ({ settings: { limits } }: Deps, kind: string, addressDigest: string): AttemptRule[] => [
  { kind: 'window', key: `letters:${kind}:${addressDigest}`, limit: limits.lettersPerHour, windowMs: HOUR },
];

/**
 * Refuses to write to addresses that were written to too often: an account could else send anybody any number of letters.
 *
 * @returns to be settled as wrong once the letters are written down
 * @throws PortalError `too_many_attempts` with the seconds to wait
 */
export async function reserveLetters(deps: Deps, addresses: string[], now: number): Promise<Reservation> {
  const digests = await Promise.all(addresses.map((address) => deps.secrets.digest('username', usernameKey(address))));
  const rules = digests.flatMap((digest) => letterRules(deps, 'email', digest));
  return charge(deps, rules, now);
}

const mailRequestRules = ({ settings: { limits } }: Deps, { network }: Visitor): AttemptRule[] => [
  { kind: 'window', key: `mail-requests:${network}`, limit: limits.wrongCodesPerMinute, windowMs: MINUTE },
];

/**
 * Reserves an attempt before anything is looked up or compared. Where a lock has been reached it is hopeless: the caller
 * then answers as to any wrong attempt.
 *
 * @throws PortalError `too_many_attempts` with the seconds to wait
 */
export async function charge({ store }: Deps, rules: AttemptRule[], now: number): Promise<Reservation> {
  const answer = await store.reserveAttempt(rules, now);
  if (!isRefusal(answer)) return answer;
  throw new PortalError('too_many_attempts', { retryAfter: Math.max(1, Math.ceil(answer.retryAfterMs / 1_000)) });
}

/** Does what an attempt was reserved for, and gives the attempt back where that fails: nobody guessed wrong then. */
export async function attempted<Result>(
  { store, clock }: Deps,
  attempt: Reservation,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    // Where even that fails, a place that nobody gives back counts as wrong after a minute.
    await store.settleAttempt(attempt, 'void', clock.now()).catch(() => undefined);
    throw error;
  }
}

/**
 * Counts something for good, whatever comes of it.
 *
 * @returns whether it is still within the limit
 */
export async function spend({ store }: Deps, rules: AttemptRule[], now: number): Promise<boolean> {
  const answer = await store.reserveAttempt(rules, now);
  if (isRefusal(answer)) return false;
  await store.settleAttempt(answer, 'wrong', now);
  return true;
}

/** Refuses a network that makes too much mail go out. */
export async function demandFewMailRequests(deps: Deps, visitor: Visitor, now: number): Promise<void> {
  if (await spend(deps, mailRequestRules(deps, visitor), now)) return;
  throw new PortalError('too_many_attempts', { retryAfter: MINUTE / 1_000 });
}

/** How many addresses a subject, such as a ticket, may try since a moment. */
interface AddressLimit {
  subject: string;
  most: number;
  since: Instant;
}

/**
 * Refuses one address too many: whoever may try any number learns who has an account.
 *
 * @throws PortalError `too_many_attempts` with the seconds until the limit may be asked again
 */
export async function demandFewAddresses(
  { store, secrets }: Deps,
  limits: AddressLimit[],
  key: string,
  { now, until }: { now: Instant; until: Instant },
): Promise<void> {
  const value = await secrets.digest('username', key);
  for (const { subject, ...limit } of limits) {
    if (await store.noteDistinct(subject, value, limit, now)) continue;
    throw new PortalError('too_many_attempts', { retryAfter: Math.ceil((until - now) / SECOND) });
  }
}
