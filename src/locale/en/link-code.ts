import { speak } from '../english.js';

export const linkCode = {
  heading: 'Activation code',
  intro: 'Add another code to this account, for you or for someone you act for.',
  added: 'The activation code has been added successfully',
  linked: 'This account opens the records of',
  unknown: 'The activation code doesn’t match our records. Check that',
};

export const people = {
  self: (date: string) => `Myself, since ${date}`,
  other: (date: string) => `I act for this person, since ${date}`,
  none: 'No record yet.',
};

speak({ linkCode, people });
