import { speak } from '../english.js';

export const session = {
  warning: {
    heading: 'Are you still there?',
    text: 'You have not used the portal for a while. To protect your record we log you out in',
    kept: 'What you typed is kept until you log in again.',
    stay: 'Stay logged in',
    logOut: 'Log out now',
    left: (seconds: number) => (seconds === 1 ? '1 second left' : `${seconds} seconds left`),
  },
};

speak({ session });
