import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
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

export const AroundTags = story('returning', undefined, { about: 'The tags inside need no backend of their own.' });

export const OwnWords = story('returning', async (person) => person.see('Welcome back'), {
  args: { messages: { logIn: { heading: 'Welcome back' }, username: { label: 'Staff number' } } },
  about: 'Some of the words are the page’s own.',
});

export const OwnLanguage = story('returning', undefined, {
  args: { lang: 'es' },
  about: 'A part of the page speaks another language.',
});
