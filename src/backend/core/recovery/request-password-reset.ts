import { usernameKey } from '../../../contract/fields/email.js';
import { seal } from '../letters.js';
import { demandFewMailRequests, letterRules, spend } from '../limits.js';
import { newMailedToken } from '../mailed-tokens.js';
import { usernameDigest } from '../password-check.js';
import type { UseCase } from '../use-case.js';

/**
 * Mails a link for a new password to the address on file, never to the one that was typed. The answer is the same
 * whether or not there is such an account, and so is the work: for nobody, and for a closed account, the token is made
 * too, and thrown away, and the trail says so.
 */
export const requestPasswordReset: UseCase<'requestPasswordReset'> = async (deps, { username }, visitor) => {
  const { store, hasher, clock } = deps;
  const now = clock.now();
  const key = usernameKey(username);
  await demandFewMailRequests(deps, visitor, now);
  const account = await store.findAccountByName(key);
  const digest = await usernameDigest(deps, key);
  const mayWrite = await spend(deps, letterRules(deps, 'password-reset', digest), now);
  const nobody = { id: '', passwordChangedAt: 0, language: null };
  const address = account?.email ?? username;
  const { token, letter } = await newMailedToken(deps, 'reset-password', account ?? nobody, address, visitor.language);
  const letters = await seal(deps, [letter]);
  // Writing a letter down takes longer than writing down that there is none; a hash takes so much longer than either, and
  // never the same time twice, that nobody can tell.
  await hasher.verify(username, undefined);
  if (account && account.disabledAt === null && account.emailConfirmedAt !== null && mayWrite) {
    await store.openMailedToken(token, {
      letters,
      events: [{ at: now, name: 'password.reset_requested', accountId: account.id }],
    });
  } else {
    // As many statements as opening a token takes, and one commit.
    for (let read = 0; read < 3; read += 1) await store.findMailedToken(token.digest);
    await store.recordEvents([{ at: now, name: 'password.reset_refused', ...(account && { accountId: account.id }) }]);
  }
  return {};
};
