import { speak } from '../english.js';

export const username = {
  label: 'Email/Username',
  hint: 'You log in with it, and we write to it',
  hintAny: 'You log in with it',
  suggest: (email: string) => `Use ${email}`,
  missing: 'Enter your email or username',
  invalid: 'Email is invalid. Enter an email address like name@example.com',
  taken: 'Email has been taken',
  isCode: 'This is an activation code. Enter the email or username of your account',
};

speak({ username });
