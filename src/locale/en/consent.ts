import { speak } from '../english.js';

export const consent = {
  intro: (portal: string) => `${portal} asks for your answer to these documents.`,
  introRequired: (portal: string) =>
    `${portal} asks for your answer to these documents. Required ones come before the portal opens.`,
  required: (minutes: number) => `Required, about ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`,
  optional: (minutes: number) => `Optional, about ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`,
  later: 'Optional ones can wait. You find them again under Settings.',
  version: (version: string) => `Version ${version}`,
  print: 'Print',
  download: 'Download',
  acknowledgement: 'Acknowledgement',
  yes: 'Yes',
  no: 'No',
  signature: 'Your full name',
  signatureHint: 'Typing your name stands for your signature',
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
  left: {
    heading: 'Everything required is answered',
    intro: 'You can go on now. You find the others again under Settings.',
  },
};

speak({ consent });
