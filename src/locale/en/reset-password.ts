import { speak } from '../english.js';

export const resetPassword = {
  request: {
    heading: 'Forgot your password?',
    intro: 'We send you a link to choose a new one.',
    button: 'Send link',
  },
  sent: {
    heading: 'Check your email',
    intro: (username: string) =>
      `If there is an account for ${username}, a link is on its way. It works once, within 60 minutes.`,
    again: 'Use another email',
  },
  newPassword: { heading: 'Choose a new password', intro: 'All devices are logged out when you save it.' },
  done: { heading: 'Your new password is saved', intro: 'Log in with it.' },
  newLink: 'Send a new link',
};

speak({ resetPassword });
