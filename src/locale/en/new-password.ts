import { speak } from '../english.js';
import { lowerFirst } from './password.js';

/** Of the passwords: what is said where a new one is chosen. */
export const newPassword = {
  new: 'New password',
  confirm: 'Confirm password',
  missingNew: 'Enter a password',
  missingConfirm: 'Enter the password once more',
  mismatch: 'The two passwords are not the same',
  tooLong: (most: number) => `Password must have no more than ${most} characters`,
  rulesTitle: 'The password needs',
  rules: {
    length: (least: number, most: number) => `At least ${least} characters, at most ${most}`,
    digit: 'At least 1 digit',
    special: (examples: string[]) =>
      `At least 1 special character, such as ${examples.join(' ').replace(/ (?=\S+$)/, ' or ')}`,
    not_username: 'Not the same as your email',
    common: 'Not a password that many people use',
  },
  met: ', met',
  open: ', not met yet',
  metOf: (met: number, of: number) => `${met} of ${of} rules met`,
  failed: (rules: string[]) => `Password does not meet every rule yet: ${rules.map(lowerFirst).join('; ')}`,
};

speak({ password: newPassword });
