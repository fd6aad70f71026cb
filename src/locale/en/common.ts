import type { PortalErrorCode } from '../../contract/portal-error.js';

/** What any tag may have to say, and what stands there before anything else is known. */
export const common = {
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

  /** For the developer of the page, in the place of a form. */
  developer: {
    noAdapter: (tag: string) =>
      `<${tag}> has no backend. Give it a base-url or an adapter, put it into a <portal-provider>, or call configurePortal().`,
  },

  /** Of the consents and the session: what is said elsewhere too. */
  consent: { heading: 'Read and agree', continue: 'Continue' },
  session: {
    /** After a log-in whose cookie was refused. */
    notKept: {
      title: 'Your browser did not keep you logged in',
      body: 'It may block the cookies of this portal. Allow them for this page, or use another browser.',
    },
  },
};
