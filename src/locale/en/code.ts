import { speak } from '../english.js';

export const code = {
  label: 'Activation code',
  hint: '15 characters, from the email we sent you',
  hintAny: 'From the email we sent you',
  missing: 'Enter the activation code',
  length: (typed: number) => `An activation code has 15 characters. You entered ${typed}`,
  mistyped: 'The activation code has a typing mistake. Compare it with the email',
};

speak({ code });
