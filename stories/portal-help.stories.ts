import type { Meta } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { story } from './support.js';

export default {
  title: 'portal-help',
  component: 'portal-help',
  render: (args) => html`<portal-help
    base-url=${ifDefined(args['base-url'])}
    page=${ifDefined(args.page)}
    lang=${ifDefined(args.lang)}
    heading-level=${ifDefined(args['heading-level'])}
    ?open=${args.open}
    >${args.text ? html`<p>${args.text}</p>` : nothing}</portal-help
  >`,
} satisfies Meta;

export const Button = story('logged-in');

export const FirstVisit = story('first-visit', async (person) => person.see('Find your way around'));

export const Opened = story('logged-in', async (person) => {
  await person.press(person.words.help.button);
  await person.see('Find your way around');
});

export const ClosedAgain = story('first-visit', async (person) => {
  await person.see('Find your way around');
  await person.press(person.words.actions.close);
});

export const OwnText = story('logged-in', undefined, {
  args: { open: true, text: 'Bring your insurance card to the first visit.' },
  about: 'The page puts a text of its own inside.',
});
