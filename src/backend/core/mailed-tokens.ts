import type { Letter } from '../letter.js';
import type { Account, MailedToken } from '../records.js';
import type { Deps } from './use-case.js';

/**
 * A single-use token for an account, as it is stored, and the letter that carries it: in the account's language, or in the
 * given one where it has none.
 */
export async function newMailedToken(
  { random, secrets, clock, settings }: Deps,
  purpose: MailedToken['purpose'],
  account: Pick<Account, 'id' | 'passwordChangedAt' | 'language'>,
  address: string,
  language: string,
): Promise<{ token: MailedToken; letter: Letter }> {
  const secret = random.token();
  const now = clock.now();
  const { resetMs, confirmationMs } = settings.validity;
  const expiresAt = now + (purpose === 'reset-password' ? resetMs : confirmationMs);
  return {
    token: {
      digest: await secrets.digest(purpose, secret),
      purpose,
      accountId: account.id,
      address,
      passwordChangedAt: account.passwordChangedAt,
      openedAt: now,
      expiresAt,
      spentAt: null,
    },
    letter: {
      kind: purpose === 'reset-password' ? 'password-reset' : 'email-confirmation',
      to: address,
      language: account.language ?? language,
      token: secret,
      expiresAt,
    },
  };
}
