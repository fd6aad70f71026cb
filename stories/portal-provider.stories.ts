import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { expect, spyOn } from 'storybook/test';
import { scenarios } from '../mock-server/index.js';
import { story } from './support.js';

export default {
  title: 'portal-provider',
  component: 'portal-provider',
  argTypes: { messages: { control: 'object' } },
  render: (args) => html`<portal-provider
    base-url=${ifDefined(args['base-url'])}
    lang=${ifDefined(args.lang)}
    .messages=${args.messages}
  >
    <portal-language></portal-language>
    <portal-login heading-level="1"></portal-login>
  </portal-provider>`,
} satisfies Meta;

export const AroundTags = story('returning', async (person) => person.see(person.words.logIn.heading), {
  about: 'The tags inside need no backend of their own.',
});

export const OwnWords = story('returning', async (person) => person.see('Welcome back'), {
  args: { messages: { logIn: { heading: 'Welcome back' }, username: { label: 'Staff number' } } },
  about: 'Some of the words are the page’s own.',
});

export const OwnLanguage = story('returning', async (person) => person.see(person.words.logIn.heading), {
  args: { lang: 'es' },
  about: 'A part of the page speaks another language.',
});

export const ConfigOnItsWay = story(
  { ...scenarios.returning, fault: { kind: 'hanging', operations: ['readConfig'] } },
  async (person) => person.see(person.words.form.working),
  { about: 'The config takes long; after a second, the tags say so.' },
);

export const NoBackend = story(
  'returning',
  async (person) => {
    const log = spyOn(console, 'error').mockImplementation(() => undefined);
    const { form, developer } = person.words;
    await person.see(form.unavailable);
    await person.see(developer.noAdapter('portal-login'));
    await expect(log).toHaveBeenCalled();
  },
  {
    args: { 'base-url': undefined },
    render: () => html`<portal-provider><portal-login heading-level="1"></portal-login></portal-provider>`,
    about: 'Nobody has named a backend: the developer of the page is told, here and in the console.',
  },
);
