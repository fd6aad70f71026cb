import type { Meta } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { expect, waitFor } from 'storybook/test';
import type { PortalSession } from '../src/elements/session/portal-session.js';
import { story } from './support.js';

export default {
  title: 'portal-session',
  component: 'portal-session',
  argTypes: { next: { control: 'text' } },
  render: (args) => html`<portal-session
    base-url=${ifDefined(args['base-url'])}
    next=${ifDefined(args.next)}
    lang=${ifDefined(args.lang)}
    heading-level=${ifDefined(args['heading-level'])}
  >
    ${args.inside ? html`<p slot="logged-in">${args.inside}</p>` : nothing}
    <a class="portal-link" slot="logged-out" href="/login">Log in</a>
  </portal-session>`,
} satisfies Meta;

export const LoggedIn = story('logged-in', async (person) => person.see(person.words.actions.logOut));

export const LoggedInWithOwnWords = story('logged-in', async (person) => person.see('Good to see you.'), {
  args: { inside: 'Good to see you.' },
  about: 'What the page puts into the slot `logged-in` takes the place of the button.',
});

export const LoggedOut = story('logged-out', async (person) => person.see('Log in'));

export const LoggingOut = story('logged-in', async (person, { canvasElement }) => {
  await person.press(person.words.actions.logOut);
  await waitFor(() => expect(canvasElement.querySelector('form')).toBe(null));
});

const AWAY_SECONDS = 29 * 60 + 15;

export const Warning = story(
  'logged-in',
  async (person, { canvasElement }) => {
    await person.see(person.words.actions.logOut);
    const { idle } = canvasElement.querySelector<PortalSession>('portal-session')!;
    const since = Date.now() + AWAY_SECONDS * 1_000;
    // The time stands still, so that the warning can be looked at.
    idle.clock = { ...idle.clock, now: () => since };
    idle.used(AWAY_SECONDS * 1_000);
    await person.see(person.words.session.warning.heading);
  },
  { about: 'Dana has left the page alone for half an hour but for a few seconds.' },
);
