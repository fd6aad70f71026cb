import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { codes, people, scenarios } from '../mock-server/index.js';
import { addCode } from './acts.js';
import { story } from './support.js';

export default {
  title: 'portal-link-code',
  component: 'portal-link-code',
  args: { 'heading-level': 1 },
  render: (args) => html`<portal-link-code
    base-url=${ifDefined(args['base-url'])}
    code=${ifDefined(args.code)}
    lang=${ifDefined(args.lang)}
    heading-level=${ifDefined(args['heading-level'])}
  ></portal-link-code>`,
} satisfies Meta;

export const Empty = story('logged-in');

export const CodeFilledIn = story('logged-in', undefined, { args: { code: codes.second } });

export const Added = story('logged-in', async (person) => {
  await addCode(person);
  await person.see(person.words.linkCode.added);
});

export const NothingFilledIn = story('logged-in', async (person) => {
  await person.press(person.words.actions.submit);
  await person.see(person.words.code.missing);
});

export const MistypedCode = story('logged-in', async (person) => {
  await addCode(person, 'K7QM2-XRT9W-BD3FH');
  await person.see(person.words.code.mistyped);
});

export const NotFound = story(
  'logged-in',
  async (person) => {
    await addCode(person, codes.fresh);
    await person.see(person.words.linkCode.unknown);
  },
  { shows: 'linkCode: no_records_found' },
);

export const LinkedAlready = story(
  'logged-in',
  async (person) => {
    await addCode(person);
    await person.see(person.words.linkCode.added);
    await addCode(person);
  },
  { shows: 'linkCode: already_linked' },
);

export const AsksForBirthdate = story('logged-in-link-asks', async (person) => {
  await person.type(person.words.code.label, codes.second);
  await person.typeBirthdate(people.milo.birthdate);
});

export const MissingBirthdate = story('logged-in-link-asks', async (person) => {
  await addCode(person);
  await person.see(person.words.birthdate.missing);
});

export const WrongBirthdate = story(
  'logged-in-link-asks',
  async (person) => {
    await person.typeBirthdate('1990-01-01');
    await addCode(person);
    await person.see(person.words.activate.noRecords.body.birthdate);
  },
  { shows: 'linkCode: no_records_found' },
);

export const AsksForPhone = story('logged-in-link-asks-phone', async (person) =>
  person.see(person.words.proof.phoneHint),
);

export const WrongPhone = story(
  'logged-in-link-asks-phone',
  async (person) => {
    await person.type(person.words.proof.phone, '(202) 555-0199');
    await addCode(person);
    await person.see(person.words.activate.noRecords.body.phone);
  },
  { shows: 'linkCode: no_records_found' },
);

/** A code that is right, as is the birthdate, and can’t be used any more. */
const worthless = (state: 'expired' | 'replaced' | 'revoked'): StoryObj =>
  story(
    { ...scenarios['logged-in-link-asks'], codes: { [codes.second]: { person: 'milo', state } } },
    async (person) => {
      await person.typeBirthdate(people.milo.birthdate);
      await addCode(person);
      await person.see(person.words.activate.noRecords.reasons[state]);
    },
    { shows: 'linkCode: no_records_found', about: `The code is ${state}.` },
  );

export const CodeExpired = worthless('expired');
export const CodeReplaced = worthless('replaced');
export const CodeRevoked = worthless('revoked');

export const NobodyLoggedIn = story('returning-with-code', (person) => addCode(person), {
  shows: 'linkCode: session_required',
});
