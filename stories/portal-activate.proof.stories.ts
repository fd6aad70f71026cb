import type { Meta } from '@storybook/web-components-vite';
import { codes } from '../mock-server/index.js';
import activate from './portal-activate.stories.js';
import { story, type Person } from './support.js';

export default {
  ...activate,
  title: 'portal-activate/proof',
  tags: ['!autodocs'],
} satisfies Meta;

async function send(person: Person, proof?: [label: string, text: string]): Promise<void> {
  await person.type(person.words.code.label, codes.fresh);
  if (proof) await person.type(...proof);
  await person.press(person.words.actions.next);
}

export const ByPhone = story('phone-portal', async (person) => {
  await person.type(person.words.code.label, codes.fresh);
  await person.type(person.words.proof.phone, '(202) 555-0133');
});

export const ByPhoneMissing = story('phone-portal', async (person) => {
  await send(person);
  await person.see(person.words.proof.phoneMissing);
});

export const ByPhoneNoRecordsFound = story(
  'phone-portal',
  async (person) => {
    await send(person, [person.words.proof.phone, '(202) 555-0199']);
    await person.see(person.words.activate.noRecords.body.phone);
  },
  { shows: 'verifyCode: no_records_found' },
);

export const ByEmail = story('email-proof', async (person) => person.see(person.words.proof.emailHint));

export const ByEmailMissing = story('email-proof', async (person) => {
  await send(person);
  await person.see(person.words.username.invalid);
});

export const ByEmailNoRecordsFound = story(
  'email-proof',
  async (person) => {
    await send(person, [person.words.proof.email, 'somebody@example.com']);
    await person.see(person.words.activate.noRecords.body.email);
  },
  { shows: 'verifyCode: no_records_found' },
);

export const ByAnswers = story('answers-proof', async (person) => {
  await person.type('Employee number', '204816');
  await person.type('Site you work at', 'Harbor');
});

export const ByAnswersMissing = story('answers-proof', async (person) => {
  await send(person);
  await person.see(person.words.proof.answerMissing('Employee number'));
});

export const ByAnswersNoDigits = story('answers-proof', async (person) => {
  await send(person, ['Employee number', 'none']);
  await person.see(person.words.proof.digitsOnly('Employee number'));
});

export const ByAnswersNoRecordsFound = story(
  'answers-proof',
  async (person) => {
    const { date, activate } = person.words;
    await person.type('Employee number', '204816');
    await person.type('Site you work at', 'Harbor');
    await person.type(date.month, '3', 'First day at work');
    await person.type(date.day, '27', 'First day at work');
    await person.type(date.year, '2019', 'First day at work');
    await send(person);
    await person.see(activate.noRecords.body.answers);
  },
  { shows: 'verifyCode: no_records_found' },
);

export const ChoiceOfProof = story('choice-of-proof', async (person) => {
  const { proof } = person.words;
  await person.type(person.words.code.label, codes.fresh);
  await person.choose(proof.email, proof.methods);
  await person.see(proof.emailHint);
});

export const CodeOfAnotherShape = story('own-codes', async (person) => {
  await person.type(person.words.code.label, 'LARK-2026-77');
  await person.see(person.words.code.hintAny);
});
