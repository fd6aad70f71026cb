import { codePoints, trimmed } from './text.js';

/** One rule of a password policy, by the name under which a refusal lists it. */
export type PasswordRule = 'length' | 'digit' | 'special' | 'not_username' | 'common';

/** What a password must have. */
export interface PasswordPolicy {
  /** Least and most characters, counted as Unicode code points. */
  minLength: number;
  maxLength: number;
  /** At least one decimal digit. */
  digit: boolean;
  /** At least one of these characters; `''` asks for none. */
  special: string;
  /** Not the same as the user name, compared trimmed and in lower case. */
  notUsername: boolean;
  /** Not a common password: only the server can tell. */
  common: boolean;
}

/** The default rules. */
export const CLASSIC_POLICY: PasswordPolicy = {
  minLength: 8,
  maxLength: 256,
  digit: true,
  special: '!@#$%^&*()_+|~-=\\`{}[]:";\'<>,.',
  notUsername: true,
  common: false,
};

/** Long rather than complicated, and no common ones: after NIST SP 800-63B. */
export const NIST_POLICY: PasswordPolicy = {
  minLength: 15,
  maxLength: 256,
  digit: false,
  special: '',
  notUsername: true,
  common: true,
};

/** The one form in which a password is checked and hashed: the same keys on two keyboards give the same password. */
export const normalizePassword = (typed: string): string => typed.normalize('NFC');

const bare = (text: string): string => trimmed(text.normalize('NFC')).toLowerCase();

/** The rules that a page can tick while somebody types: all that the policy has on, but `common`. */
export function activeRules(policy: PasswordPolicy): PasswordRule[] {
  const rules: PasswordRule[] = ['length'];
  if (policy.digit) rules.push('digit');
  if (policy.special) rules.push('special');
  if (policy.notUsername) rules.push('not_username');
  return rules;
}

/** Which rules the password breaks, in the order they are shown; `common` is told by the server alone. */
export function failedRules(typed: string, policy: PasswordPolicy, username: string): PasswordRule[] {
  const password = normalizePassword(typed);
  const length = codePoints(password);
  const met: Record<PasswordRule, boolean> = {
    length: length >= policy.minLength && length <= policy.maxLength,
    digit: /\p{Nd}/u.test(password),
    special: [...policy.special].some((character) => password.includes(character)),
    not_username: bare(password) !== bare(username),
    common: true,
  };
  return activeRules(policy).filter((rule) => !met[rule]);
}
