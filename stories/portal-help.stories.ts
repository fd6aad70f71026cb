import type { Meta } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { story } from './support.js';

const HEADING = 'Find your way around';

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

export const Button = story('logged-in', async (person) => person.see(person.words.help.button));

export const FirstVisit = story('first-visit', async (person) => person.see(HEADING));

export const Opened = story('logged-in', async (person) => {
  await person.press(person.words.help.button);
  await person.see(HEADING);
});

export const ClosedAgain = story('first-visit', async (person) => {
  await person.see(HEADING);
  await person.press(person.words.actions.close);
  await person.seeGone(HEADING);
});

export const OwnText = story('logged-in', async (person) => person.see('Bring your insurance card'), {
  args: { open: true, text: 'Bring your insurance card to the first visit.' },
  about: 'The page puts a text of its own inside.',
});

export const NoText = story('logged-in', undefined, {
  args: { page: 'messages' },
  about: 'Where the config has no help for a page there is no button either.',
});
