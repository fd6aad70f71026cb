import type { PortalErrorCode } from '../contract/portal-error.js';

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** English: built in, and the model for every other language. */
const en = {
  /** The tag of this language. */
  language: 'en',

  actions: {
    next: 'Next',
    back: 'Back',
    submit: 'Submit',
    save: 'Save',
    tryAgain: 'Try again',
    logIn: 'Log in',
    logOut: 'Log out',
    close: 'Close',
    cancel: 'Cancel',
    change: 'Change',
    /** Follows the visible word of a button for those who don't see what it stands beside. */
    of: (thing: string) => ` ${thing}`,
  },

  form: {
    problem: 'There is a problem',
    /** Before an error at its field, for those who don't see its color. */
    error: 'Error: ',
    working: 'Working',
    step: (step: number, of: number) => `Step ${step} of ${of}`,
    optional: (label: string) => `${label} (optional)`,
    missing: 'Enter an answer',
    invalid: 'Check this answer',
    /** Before a time that counts down, and after it. */
    wait: ['You can try again in ', '.'],
    waitOver: 'You can try again now.',
    unavailable: 'This form can’t be shown',
  },

  /** Whom to turn to. The pieces between the words are links. */
  support: {
    title: 'Need help?',
    phone: <Link>(name: string, phone: Link, hours?: string): (string | Link)[] => [
      `Call ${name} at `,
      phone,
      hours ? `, ${hours}.` : '.',
    ],
    email: <Link>(email: Link): (string | Link)[] => ['Write to ', email, '.'],
    url: <Link>(url: Link): (string | Link)[] => ['See ', url, '.'],
    link: 'our help page',
  },

  errors: {
    invalid_input: { title: 'Something is not filled in correctly', body: 'Check what you entered and try again.' },
    session_required: { title: 'Your session has ended', body: 'Log in again to go on.' },
    invalid_credentials: {
      title: 'The username or the password is wrong',
      body: 'Check both and try again, or choose a new password.',
    },
    consent_required: { title: 'A consent is still open', body: 'Read and answer it, then the portal opens.' },
    not_allowed: { title: 'This is not possible here', body: 'The portal does not allow it.' },
    not_found: { title: 'It is no longer there', body: 'It may have been removed in the meantime.' },
    no_records_found: { title: 'No records found', body: 'What you entered does not match our records.' },
    method_not_allowed: { title: 'Something went wrong', body: 'It was not your doing. Try again in a moment.' },
    email_taken: { title: 'Email has been taken', body: 'Another account uses this address. Use another one.' },
    already_linked: { title: 'This code is on your account already', body: 'There is nothing left to do.' },
    consent_outdated: { title: 'The text has changed', body: 'Read the new version and answer again.' },
    ticket_expired: {
      title: 'Enter the code once more',
      body: 'Too much time has passed since the code was checked. Nothing is lost: check it again.',
    },
    token_expired: { title: 'The link no longer works', body: 'A link works once, and for a limited time.' },
    payload_too_large: { title: 'That is too long', body: 'Shorten what you typed and try again.' },
    unsupported_media_type: { title: 'Something went wrong', body: 'It was not your doing. Try again in a moment.' },
    email_invalid: { title: 'Email is invalid', body: 'Enter an email address like name@example.com' },
    password_policy: { title: 'The password does not meet the rules', body: 'Choose another one.' },
    consent_refused: {
      title: 'The portal needs your agreement',
      body: 'It can’t be opened without it. What you typed is still here.',
    },
    too_many_attempts: { title: 'Too many tries', body: 'Wait a while, then try again.' },
    server_error: { title: 'Something went wrong', body: 'It was not your doing. Try again in a moment.' },
    unavailable: { title: 'The portal is busy', body: 'Try again in a moment. What you typed is still here.' },
    network: { title: 'The portal can’t be reached', body: 'Check your connection. What you typed is still here.' },
  } satisfies Record<PortalErrorCode, { title: string; body: string }>,

  code: {
    label: 'Activation code',
    hint: '15 characters, from the email we sent you',
    hintAny: 'From the email we sent you',
    missing: 'Enter the activation code',
    length: (typed: number) => `An activation code has 15 characters. You entered ${typed}`,
    mistyped: 'The activation code has a typing mistake. Compare it with the email',
  },

  date: {
    month: 'Month',
    day: 'Day',
    year: 'Year',
    missing: 'Enter the date',
    incomplete: {
      month: 'The date must include a month',
      day: 'The date must include a day',
      year: 'The date must include a year',
    },
    shortYear: 'The year must have 4 digits',
    impossible: 'The date must be a real date',
    future: 'The date must be in the past',
    too_early: 'The date must be in 1900 or later',
  },

  birthdate: {
    label: 'Birthdate',
    hint: (example: string) => `Birthdate of the person the code is for, for example ${example}`,
    missing: 'Enter the birthdate',
    incomplete: {
      month: 'Birthdate must include a month',
      day: 'Birthdate must include a day',
      year: 'Birthdate must include a year',
    },
    shortYear: 'Birthdate must include a year with 4 digits',
    impossible: 'Birthdate must be a real date',
    future: 'Birthdate must be in the past',
    too_early: 'Birthdate must be in 1900 or later',
  },

  /** What proves to be the person, where it isn't the birthdate. */
  proof: {
    methods: 'How do you want to prove who you are?',
    answers: 'Other details',
    phone: 'Phone number',
    phoneHint: 'A home, work or mobile number that we have on file',
    phoneMissing: 'Enter the phone number',
    email: 'Email',
    emailHint: 'The email address that we have on file',
    answerMissing: (label: string) => `Enter an answer to “${label}”`,
    digitsOnly: (label: string) => `“${label}” takes digits alone`,
  },

  username: {
    label: 'Email/Username',
    hint: 'You log in with it, and we write to it',
    hintAny: 'You log in with it',
    suggest: (email: string) => `Use ${email}`,
    missing: 'Enter your email or username',
    invalid: 'Email is invalid. Enter an email address like name@example.com',
    taken: 'Email has been taken',
    isCode: 'This is an activation code. Enter the email or username of your account',
  },

  password: {
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
  },

  relationship: {
    legend: 'Who is this activation code for?',
    self: 'Myself',
    other: 'Someone else',
    otherHint: 'I am the parent or guardian of a minor',
  },

  /** Each step by its name. */
  activate: {
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
    noRecords: {
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
    },
    taken: {
      body: (email: string) =>
        `Another account uses ${email}. If it is yours, log in there and the code goes along. If not, use another email address.`,
      logIn: 'Log in and link this code',
    },
  },

  logIn: {
    heading: 'Log in',
    intro: (portal: string) => `To the portal of ${portal}.`,
    introWithCode: (portal: string) => `To the portal of ${portal}. Then you can add your activation code.`,
    passwordHeading: 'Enter your password',
    forgot: 'Forgot your password?',
    newHere: 'I’m new here',
    choosePassword: 'Choose a new password',
    createWithCode: 'Create an account with this code',
    alternatives: 'or',
    done: { heading: 'You are logged in', intro: 'You can go on now.' },
    confirm: {
      heading: 'Confirm your email',
      intro: 'One press, and we use this address from now on.',
      button: 'Confirm email',
      done: 'Your email is confirmed. Log in with it.',
    },
  },

  resetPassword: {
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
  },

  consent: {
    heading: 'Read and agree',
    intro: (portal: string) => `${portal} asks for your answer to these documents.`,
    introRequired: (portal: string) =>
      `${portal} asks for your answer to these documents. Required ones come before the portal opens.`,
    required: (minutes: number) => `Required, about ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`,
    optional: (minutes: number) => `Optional, about ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`,
    later: 'Optional ones can wait. You find them again under Settings.',
    continue: 'Continue',
    version: (version: string) => `Version ${version}`,
    print: 'Print',
    download: 'Download',
    acknowledgement: 'Acknowledgement',
    yes: 'Yes',
    no: 'No',
    signature: 'Your full name',
    signatureHint: 'Typing your name stands for your signature',
    accept: 'Accept',
    decline: 'Decline',
    backToList: 'Back to the list',
    missing: {
      acknowledge: 'Tick the box to agree',
      'yes-no': 'Answer with Yes or No',
      choice: 'Choose an answer',
      text: 'Write an answer',
      signature: 'Enter your full name',
    },
    /** What is missing, where several questions miss the same. */
    missingOf: (missing: string, question: string) => `${missing}: “${question}”`,
    mustBeYes: 'You can only go on with Yes',
    refusedOptional: {
      title: 'This can’t be agreed to with this answer',
      body: 'Change the answer, or decline: the portal opens all the same. What you typed is still here.',
    },
    outdated: 'Read the new version and submit it again. Your answers are kept; tick anew what you have read.',
    kept: 'Log in again to go on. What you answered here is kept.',
    logInAgain: 'Log in again',
    answered: (title: string) => `Your answer to “${title}” is recorded`,
    done: { heading: 'Everything is answered', intro: 'You can go on now.' },
    /** Left behind with optional ones still open. */
    left: { heading: 'Everything required is answered', intro: 'You can go on now. You find the others again under Settings.' },
  },

  linkCode: {
    heading: 'Activation code',
    intro: 'Add another code to this account, for you or for someone you act for.',
    added: 'The activation code has been added successfully',
    linked: 'This account opens the records of',
    unknown: 'The activation code doesn’t match our records. Check that',
  },

  people: {
    self: (date: string) => `Myself, since ${date}`,
    other: (date: string) => `I act for this person, since ${date}`,
    none: 'No record yet.',
  },

  settings: {
    heading: 'Settings',
    contact: {
      heading: 'Contact information',
      hint: 'We write and call here, and nowhere else.',
      email: 'Email',
      emailHint: 'You also log in with it',
      emailPassword: 'Needed to change the email',
      homePhone: 'Home phone',
      workPhone: 'Work phone',
      mobilePhone: 'Mobile phone',
      phoneInvalid: 'Enter a phone number with its area code',
      language: 'Language',
      saved: 'Contact information saved',
      confirm: 'Saved. The new email counts once you open the link we sent there.',
    },
    password: {
      heading: 'Password',
      hint: 'A new password ends all other sessions.',
      missing: 'Enter your current password',
      saved: 'Password changed',
    },
    people: { heading: 'People', hint: 'Whose records this account opens.' },
    consents: {
      heading: 'Consents',
      hint: 'What you agreed to, and what is still open.',
      agreed: (date: string) => `Agreed on ${date}`,
      agreedRequired: (date: string) => `Agreed on ${date}, required`,
      declined: (date: string) => `Declined on ${date}`,
      withdrawn: (date: string) => `Withdrawn on ${date}`,
      open: 'Not answered yet',
      read: 'Read',
      answer: 'Answer',
      withdraw: 'Withdraw',
      withdrawQuestion: (title: string) => `Withdraw your answer to “${title}”?`,
      required: 'The portal can’t be used without it. Call us if you no longer agree.',
      saved: (title: string) => `Your answer to “${title}” is withdrawn`,
      none: 'Nothing to agree to.',
    },
    sessions: {
      heading: 'Sessions',
      hint: 'Where you are logged in now.',
      current: 'This device',
      active: (device: string) => `${device}, active now`,
      activeNow: 'Active now',
      lastActive: (when: string) => `Last active ${when}`,
      device: (browser: string, system: string) => `${browser} on ${system}`,
      unknown: 'Another device',
      endOthers: 'Log out everywhere else',
      ended: 'You are logged out everywhere else',
    },
  },

  help: {
    button: 'Help',
    heading: 'Find your way around',
  },

  session: {
    loggedInAs: (username: string) => `Logged in as ${username}`,
    /** After a log-in whose cookie was refused. */
    notKept: {
      title: 'Your browser did not keep you logged in',
      body: 'It may block the cookies of this portal. Allow them for this page, or use another browser.',
    },
    warning: {
      heading: 'Are you still there?',
      text: 'You have not used the portal for a while. To protect your record we log you out in',
      kept: 'What you typed is kept until you log in again.',
      stay: 'Stay logged in',
      logOut: 'Log out now',
      left: (seconds: number) => (seconds === 1 ? '1 second left' : `${seconds} seconds left`),
    },
    ended: 'You are logged out',
  },

  languages: { label: 'Language' },

  /** For the developer of the page, in the place of a form. */
  developer: {
    noAdapter: (tag: string) =>
      `<${tag}> has no backend. Give it a base-url or an adapter, put it into a <portal-provider>, or call configurePortal().`,
  },
};

export default en;
