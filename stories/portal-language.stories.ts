import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { expect, waitFor } from 'storybook/test';
import es from '../src/locale/es.js';
import { story } from './support.js';

export default {
  title: 'portal-language',
  component: 'portal-language',
  render: (args) => html`<portal-language
    base-url=${ifDefined(args['base-url'])}
    lang=${ifDefined(args.lang)}
  ></portal-language>`,
} satisfies Meta;

export const Menu = story('logged-out', async (person) => person.see('Español'), {
  about: 'Each language under its own name.',
});

export const ForWholePage = story(
  'logged-out',
  async (person, { canvasElement }) => {
    await person.select(person.words.languages.label, 'es');
    await expect(canvasElement.querySelector('select')).toHaveValue('es');
    await person.see(es.logIn.heading);
  },
  {
    about: 'The choice holds for all tags of the page.',
    render: (args) => html`<portal-language base-url=${ifDefined(args['base-url'])}></portal-language>
      <portal-login base-url=${ifDefined(args['base-url'])} heading-level="1"></portal-login>`,
  },
);

export const OneLanguage = story(
  'one-language',
  async (_, { canvasElement }) => {
    const menu = canvasElement.querySelector('portal-language')!;
    await waitFor(() => expect(menu.hidden).toBe(true));
  },
  { about: 'Where there is only one language, the menu hides itself.' },
);
