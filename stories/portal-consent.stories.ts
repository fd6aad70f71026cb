import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { story, type Person } from './support.js';

export default {
  title: 'portal-consent',
  component: 'portal-consent',
  argTypes: { next: { control: 'text' } },
  args: { 'heading-level': 1 },
  render: (args) => html`<portal-consent
    base-url=${ifDefined(args['base-url'])}
    next=${ifDefined(args.next)}
    lang=${ifDefined(args.lang)}
    heading-level=${ifDefined(args['heading-level'])}
  ></portal-consent>`,
} satisfies Meta;

async function answerPortalConsent(person: Person): Promise<void> {
  const { actions, consent } = person.words;
  await person.press('Portal Consent');
  await person.choose('I have read and understood this text');
  await person.choose(consent.yes);
  await person.type(consent.signature, 'Dana Reyes');
  await person.press(actions.submit);
}

export const List = story('consents-pending');

export const OnlyOptionalLeft = story('optional-consents-pending');

export const Document = story('consents-pending', async (person) => {
  await person.press('Portal Consent');
  await person.see('What the portal is for');
});

export const OptionalDocument = story('consents-pending', async (person) => {
  await person.press('Text message agreement');
  await person.see(person.words.consent.decline);
});

export const NothingAnswered = story('consents-pending', async (person) => {
  const { actions, consent } = person.words;
  await person.press('Portal Consent');
  await person.press(actions.submit);
  await person.see(consent.missing.acknowledge);
  await person.see(consent.missing['yes-no']);
  await person.see(consent.missing.signature);
});

export const Refused = story(
  'consents-pending',
  async (person) => {
    const { actions, consent } = person.words;
    await person.press('Telehealth consent');
    await person.choose(consent.no);
    await person.choose('At home');
    await person.press(actions.submit);
    await person.see(consent.refusedOptional.title);
  },
  { about: 'A question has to be answered with Yes, and was answered with No.' },
);

export const OneAnswered = story('consents-pending', async (person) => {
  await answerPortalConsent(person);
  await person.see(person.words.consent.answered('Portal Consent'));
});

export const Done = story('one-consent-pending', async (person) => {
  await answerPortalConsent(person);
  await person.see(person.words.consent.done.heading);
});

export const OptionalLeftOut = story('optional-consents-pending', async (person) => {
  await person.press(person.words.consent.continue);
  await person.see(person.words.consent.left.heading);
});

export const NothingToAnswer = story('logged-in', undefined, { about: 'Everything is answered already.' });

export const Offline = story('consents-offline', async (person) => person.see(person.words.errors.network.title));
