import { speak } from '../english.js';

export const relationship = {
  legend: 'Who is this activation code for?',
  self: 'Myself',
  other: 'Someone else',
  otherHint: 'I am the parent or guardian of a minor',
};

/** Each step by its name. */
export const activate = {
  'enter-code': {
    heading: 'Enter your activation code',
    intro: (portal: string) => `It opens your account on the portal of ${portal}.`,
  },
  'create-account': {
    heading: 'Create your account',
    intro: (portal: string) => `The code is right. Now choose how you log in to ${portal}.`,
  },
  'logged-in': {
    heading: 'You are logged in already',
    intro: (_: string, username: string) =>
      `Your account is ${username}. What do you want to do with the activation code?`,
    add: 'Add this code to my account',
    other: 'Log out and use another account',
  },
  done: { heading: 'Your account is ready', intro: () => 'You are logged in.' },
  haveAccount: 'Already have an account?',
  taken: {
    body: (email: string) =>
      `Another account uses ${email}. If it is yours, log in there and the code goes along. If not, use another email address.`,
    logIn: 'Log in and link this code',
  },
};

speak({ relationship, activate });
