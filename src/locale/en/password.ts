import { speak } from '../english.js';

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

export const password = {
  label: 'Password',
  current: 'Current password',
  new: 'New password',
  confirm: 'Confirm password',
  show: 'Show',
  hide: 'Hide',
  /** After "Show" and "Hide", not seen: which of several passwords. */
  of: (label: string) => ` ${lowerFirst(label)}`,
  capsLock: 'Caps Lock is on',
  spaces: 'Spaces count, also at the start and the end',
  missing: 'Enter your password',
  wrong: 'The current password is wrong',
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

speak({ password });
