import type { Meta } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { leaveAlone } from './acts.js';
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

export const LoggingOut = story('logged-in', async (person) => {
  await person.press(person.words.actions.logOut);
  await person.see('Log in');
});

export const Warning = story('logged-in', leaveAlone, {
  about: 'Dana has left the page alone for half an hour but for a few seconds.',
});

export const StayedLoggedIn = story('logged-in', async (person, context) => {
  const { warning } = person.words.session;
  await leaveAlone(person, context);
  await person.press(warning.stay);
  await person.seeGone(warning.heading);
});

export const LoggedOutFromTheWarning = story('logged-in', async (person, context) => {
  const { warning } = person.words.session;
  await leaveAlone(person, context);
  await person.press(warning.logOut);
  await person.see('Log in');
});

export const TooLate = story(
  'logged-in',
  async (person, context, backend) => {
    await leaveAlone(person, context);
    backend.clock.advance(3_600_000);
    await person.press(person.words.session.warning.stay);
  },
  {
    shows: 'readSession: session_required',
    says: () => 'Log in',
    about: 'The server has ended the session before Dana came back.',
  },
);
