import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { scenarios } from '../mock-server/index.js';
import type { PortalConfig } from '../src/contract/index.js';
import { PortalLoggedOutEvent } from '../src/elements/index.js';
import { addCode } from './acts.js';
import { story } from './support.js';

export default {
  title: 'portal-settings',
  component: 'portal-settings',
  argTypes: { sections: { control: 'text' } },
  args: { 'heading-level': 1 },
  render: (args) => html`<portal-settings
    base-url=${ifDefined(args['base-url'])}
    sections=${ifDefined(args.sections)}
    lang=${ifDefined(args.lang)}
    heading-level=${ifDefined(args['heading-level'])}
  ></portal-settings>`,
} satisfies Meta;

export const All = story('other-devices', async (person) => person.see(person.words.settings.sessions.endOthers));

export const FewSettings = story('few-settings', async (person) => person.see(person.words.settings.password.heading));

/** The portal has one of its settings switched off. */
const without = (setting: keyof PortalConfig['settings']): StoryObj =>
  story(
    { ...scenarios['logged-in'], config: { settings: { [setting]: false } } },
    async (person) => person.see(person.words.settings.heading),
    { about: `The portal has \`settings.${setting}\` switched off.` },
  );

export const WithoutLink = without('link');
export const WithoutEmail = without('email');
export const WithoutPhones = without('phones');
export const WithoutLanguage = without('language');
export const WithoutPassword = without('password');
export const WithoutPeople = without('people');
export const WithoutConsents = without('consents');
export const WithoutSessions = without('sessions');

export const OneLanguage = story('one-language', async (person) => person.see(person.words.settings.contact.heading), {
  args: { sections: 'contact' },
  about: 'Where there is one language, there is none to choose.',
});

export const OneSection = story('logged-in', async (person) => person.see('Dana Reyes'), {
  args: { sections: 'people' },
  about: 'The attribute `sections` says what to show, and in which order.',
});

export const OtherOrder = story('logged-in', async (person) => person.see(person.words.settings.password.heading), {
  args: { sections: 'password contact' },
});

export const CodeAdded = story(
  'logged-in',
  async (person) => {
    await addCode(person);
    await person.see(person.words.linkCode.added);
    await person.see('Milo Reyes');
  },
  { args: { sections: 'link people' }, about: 'With the code, Dana acts for Milo too.' },
);

export const NobodyLoggedIn = story('logged-out', undefined, { shows: 'readAccount: session_required' });

export const ConsentRequired = story('consents-pending', undefined, { shows: 'readAccount: consent_required' });

export const LeftAlone = story(
  'logged-in',
  async (person) => {
    await person.see(person.words.settings.contact.heading);
    document.dispatchEvent(new PortalLoggedOutEvent('idle'));
    await person.see(person.words.errors.session_required.title);
    await person.seeGone(person.words.settings.contact.heading);
  },
  { about: 'The session has ended for want of use: nothing personal stays on the screen.' },
);
