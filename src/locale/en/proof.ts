import { speak } from '../english.js';

export const date = {
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
};

export const birthdate = {
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
};

/** What proves to be the person, where it isn't the birthdate. */
export const proof = {
  methods: 'How do you want to prove who you are?',
  answers: 'Other details',
  phone: 'Phone number',
  phoneHint: 'A home, work or mobile number that we have on file',
  phoneMissing: 'Enter the phone number',
  email: 'Email',
  emailHint: 'The email address that we have on file',
  answerMissing: (label: string) => `Enter an answer to “${label}”`,
  digitsOnly: (label: string) => `“${label}” takes digits alone`,
};

speak({ date, birthdate, proof });
