import type { Meta } from '@storybook/web-components-vite';
import { html, render, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { codes, people } from '../mock-server/index.js';
import { addCode, answerPortalConsent, askForLink, chooseNewPassword, createAccount, logIn } from './acts.js';
import { follow, mailedLink, story } from './support.js';

/** The pages of a portal. */
const pages = {
  activate: html`<portal-activate heading-level="1" code=${codes.fresh}></portal-activate>`,
  login: html`<portal-login heading-level="1"></portal-login>`,
  consent: html`<portal-consent heading-level="1"></portal-consent>`,
  reset: html`<portal-reset-password heading-level="1"></portal-reset-password>`,
  settings: html`<portal-settings heading-level="1" sections="link people"></portal-settings>`,
  landing: html`<h1>Good to see you</h1>
    <p>Your appointments, messages and forms would stand here.</p>
    <p><button class="to-settings" type="button">Settings</button></p>
    <portal-help></portal-help>
    <portal-session></portal-session>`,
} satisfies Record<string, TemplateResult>;

type Page = keyof typeof pages;

/** Where a tag would lead, the page of that name takes its place here. */
const leads: Record<string, Page> = {
  'portal-activated': 'consent',
  'portal-consents-completed': 'landing',
  'portal-logged-in': 'landing',
  'portal-password-reset': 'login',
  'portal-logged-out': 'login',
};

function portal(start: Page, baseUrl: string): TemplateResult {
  const open = (element?: Element): void => {
    if (!(element instanceof HTMLElement)) return;
    const show = (page: Page): void => void render(pages[page], element);
    for (const [type, page] of Object.entries(leads))
      element.addEventListener(type, () => queueMicrotask(() => show(page)));
    element.addEventListener('click', ({ target }) => {
      if ((target as Element).matches('.to-settings')) show('settings');
    });
    show(start);
  };
  return html`<portal-provider base-url=${baseUrl}><main style="display: flow-root" ${ref(open)}></main></portal-provider>`;
}

export default {
  title: 'Journeys',
  tags: ['!autodocs'],
  render: (args) => portal(args.start as Page, String(args['base-url'])),
} satisfies Meta;

export const FromTheMailToThePortal = story(
  'fresh-code',
  async (person) => {
    const { actions, consent, help } = person.words;
    await createAccount(person);
    await answerPortalConsent(person);
    await person.press('Text message agreement');
    await person.press(consent.decline);
    await person.press(consent.continue);
    await person.see('Good to see you');
    await person.see('Find your way around');
    await person.press(actions.close);
    await person.see(help.button);
  },
  {
    args: { start: 'activate' },
    about: 'Dana gets an activation code, opens an account, answers the consents, and is welcomed.',
  },
);

export const BackWithAnotherCode = story(
  'returning-with-code',
  async (person) => {
    await logIn(person);
    await person.see('Good to see you');
    await person.press('Settings');
    await addCode(person);
    await person.see(person.words.linkCode.added);
    await person.see('Milo Reyes');
  },
  { args: { start: 'login' }, about: 'Dana comes back with a code for Milo, and adds it to her account.' },
);

export const ForgottenPassword = story(
  'returning',
  async (person, _, backend) => {
    await askForLink(person);
    await person.see(person.words.resetPassword.sent.heading);
    await follow(await mailedLink(backend));
    await chooseNewPassword(person, 'foxglove8!');
    await person.see(person.words.logIn.newHere);
    await logIn(person, 'foxglove8!');
    await person.see('Good to see you');
  },
  {
    args: { start: 'reset' },
    opensAddress: true,
    about: `A link is mailed to ${people.dana.email}; with it, Dana chooses a new password and logs in.`,
  },
);

export const LoggingOut = story(
  'returning',
  async (person) => {
    await logIn(person);
    await person.press(person.words.actions.logOut);
    await person.see(person.words.logIn.newHere);
  },
  { args: { start: 'login' } },
);
