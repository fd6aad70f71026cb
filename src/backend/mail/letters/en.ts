import type { LetterWords } from './letter-words.js';

/** What letters say in English. */
export const en: LetterWords = {
  language: 'en',
  direction: 'ltr',
  validUntil: (time) => ['It is valid until ', { strong: time }, ', and can be used once.'],
  linkIsHarmless: 'Opening a link changes nothing by itself. The page first asks you to confirm who you are.',
  notForYou: 'If this email is not for you, delete it. Nothing happens without you.',
  contact: {
    lead: 'Questions?',
    call: (phone, hours) => ['Call the help desk at ', phone, hours ? `, ${hours}.` : '.'],
    write: (email) => ['Write to ', email, '.'],
    visit: (url) => ['Visit ', url, '.'],
  },
  letters: {
    invitation: {
      subject: (name) => `Your activation code for ${name}`,
      heading: 'Your activation code',
      body: [(name) => `${name} has made a place for you on its portal. With this code you open it:`],
      createAccount: 'Create an account',
      haveAccount: 'I already have an account',
    },
    'code-locked': {
      subject: (name) => `Your activation code for ${name} no longer works`,
      heading: 'Your activation code no longer works',
      body: [
        (name) =>
          `The code that ${name} sent to this address was tried several times with details that don’t match. To keep others out, we closed it. Nobody got in.`,
        () => 'To open your account, ask the help desk for a new code.',
      ],
    },
    'email-replaced': {
      old: {
        subject: (name) => `Your email address at ${name} was changed`,
        heading: 'Your email address was changed',
        body: [
          (name) => `From now on, ${name} writes to another address. This is the last email to this one.`,
          () => 'If you didn’t change it, tell the help desk at once.',
        ],
      },
      new: {
        subject: (name) => `Your email address at ${name}`,
        heading: 'This is now your email address',
        body: [
          (name) => `From now on, ${name} writes to this address.`,
          () => 'If you didn’t ask for this, tell the help desk at once.',
        ],
      },
      pending: {
        subject: (name) => `A new email address for you at ${name}`,
        heading: 'A new email address was given for you',
        body: [
          (name) =>
            `Somebody gave ${name} another email address for you. Once it is confirmed, ${name} writes there and no longer here.`,
          () => 'If you didn’t ask for this, tell the help desk at once.',
        ],
      },
    },
    'code-linked': {
      subject: (name) => `Your activation code for ${name} was used`,
      heading: 'Your activation code was used',
      body: [
        (name) => `The code that ${name} sent to this address was added to an account with another email address.`,
        () => 'If you don’t know about this, tell the help desk at once.',
      ],
    },
    'password-changed': {
      subject: (name) => `Your password for ${name} was changed`,
      heading: 'Your password was changed',
      body: [
        () => 'You are logged out on all other devices.',
        () => 'If you didn’t change it, set a new password now, and tell the help desk.',
      ],
      action: 'Set a new password',
    },
    'password-reset': {
      subject: (name) => `Set a new password for ${name}`,
      heading: 'Set a new password',
      body: [(name) => `Somebody asked for a new password for your account at ${name}. With this link you choose one:`],
      action: 'Choose a new password',
    },
    'email-confirmation': {
      subject: (name) => `Confirm your email address for ${name}`,
      heading: 'Confirm your email address',
      body: [(name) => `${name} was told that this is your email address. With this link you confirm it:`],
      action: 'Confirm this address',
    },
    'login-after-failures': {
      subject: (name) => `A new log-in to your account at ${name}`,
      heading: 'A log-in after many wrong passwords',
      body: [
        (name) => `Somebody logged in to your account at ${name} after a wrong password was entered many times.`,
        () => 'If it was you, there is nothing to do. If not, set a new password now, and tell the help desk.',
      ],
      action: 'Set a new password',
    },
  },
};
