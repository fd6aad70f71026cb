import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { expect } from 'storybook/test';
import { story } from './support.js';

export default {
  title: 'portal-language',
  component: 'portal-language',
  render: (args) => html`<portal-language
    base-url=${ifDefined(args['base-url'])}
    lang=${ifDefined(args.lang)}
  ></portal-language>`,
} satisfies Meta;

export const Menu = story('logged-out', undefined, { about: 'Each language under its own name.' });

export const ForWholePage = story(
  'logged-out',
  async (person, { canvasElement }) => {
    await person.select(person.words.languages.label, 'es');
    await expect(canvasElement.querySelector('select')).toHaveValue('es');
  },
  {
    about: 'The choice holds for all tags of the page.',
    render: (args) => html`<portal-language base-url=${ifDefined(args['base-url'])}></portal-language>
      <portal-login base-url=${ifDefined(args['base-url'])} heading-level="1"></portal-login>`,
  },
);
