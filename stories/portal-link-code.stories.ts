import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { codes, people } from '../mock-server/index.js';
import { story, type Person } from './support.js';

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

async function add(person: Person, code: string): Promise<void> {
  await person.type(person.words.code.label, code);
  await person.press(person.words.actions.submit);
}

export const Empty = story('logged-in');

export const CodeFilledIn = story('logged-in', undefined, { args: { code: codes.second } });

export const Added = story('logged-in', async (person) => {
  await add(person, codes.second);
  await person.see(person.words.linkCode.added);
});

export const NothingFilledIn = story('logged-in', async (person) => {
  await person.press(person.words.actions.submit);
  await person.see(person.words.code.missing);
});

export const NotFound = story('logged-in', async (person) => {
  await add(person, codes.fresh);
  await person.see(person.words.errors.no_records_found.title);
});

export const LinkedAlready = story('logged-in', async (person) => {
  await add(person, codes.second);
  await person.see(person.words.linkCode.added);
  await add(person, codes.second);
  await person.see(person.words.errors.already_linked.title);
});

export const AsksForBirthdate = story('logged-in-link-asks', async (person) => {
  await person.type(person.words.code.label, codes.second);
  await person.typeBirthdate(people.milo.birthdate);
});

export const WrongBirthdate = story('logged-in-link-asks', async (person) => {
  await person.typeBirthdate('1990-01-01');
  await add(person, codes.second);
  await person.see(person.words.errors.no_records_found.title);
});

export const NobodyLoggedIn = story('returning-with-code', async (person) => {
  await add(person, codes.second);
  await person.see(person.words.errors.session_required.title);
});
