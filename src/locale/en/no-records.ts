import { speak } from '../english.js';

/** A code that doesn't open anything, and why. */
export const noRecords = {
  body: {
    birthdate: 'The activation code and the birthdate don’t belong together in our records. Check that',
    phone: 'The activation code and the phone number don’t belong together in our records. Check that',
    email: 'The activation code and the email don’t belong together in our records. Check that',
    answers: 'The activation code and your answers don’t belong together in our records. Check that',
  },
  check: {
    code: 'the code is from the newest email: a new code replaces older ones',
    birthdate: 'the birthdate is that of the person the code is for',
    phone: 'the phone number is one that we have on file',
    email: 'the email address is the one that we have on file',
    answers: 'your answers are those of the person the code is for',
    used: 'the code has not been used before',
  },
  reasons: {
    used: 'This code has been used already. If it was you, log in with the account you created.',
    expired: 'This code has expired.',
    replaced: 'A newer code has replaced this one. Use the code from our newest email.',
    revoked: 'This code has been withdrawn.',
  },
  logIn: 'Log in instead',
  renew: 'Send me a new code',
  renewed: 'A new code is on its way to the address that got the first one.',
};

speak({ activate: { noRecords } });
