import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { waitFor } from 'storybook/test';
import { scenarios, type MockBackend } from '../mock-server/index.js';
import { answerPortalConsent } from './acts.js';
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

export const List = story('consents-pending', async (person) => person.see(person.words.consent.later));

export const OnlyOptionalLeft = story('optional-consents-pending', async (person) =>
  person.see(person.words.consent.continue),
);

export const Document = story('consents-pending', async (person) => {
  await person.press('Portal Consent');
  await person.see('What the portal is for');
});

export const OptionalDocument = story('consents-pending', async (person) => {
  await person.press('Text message agreement');
  await person.see(person.words.consent.decline);
});

export const QuestionsOfEveryKind = story('strict-consent', async (person) => {
  await person.press('House rules');
  await person.see('How do you want to be reached?');
});

export const NothingAnswered = story('consents-pending', async (person) => {
  const { actions, consent } = person.words;
  await person.press('Portal Consent');
  await person.press(actions.submit);
  await person.see(consent.missing.acknowledge);
  await person.see(consent.missing['yes-no']);
  await person.see(consent.missing.signature);
});

export const NothingAnsweredOfMany = story('strict-consent', async (person) => {
  const { actions, consent } = person.words;
  await person.press('House rules');
  await person.press(actions.submit);
  await person.see(consent.missingOf(consent.missing.acknowledge, 'I have read the rules'));
  await person.see(consent.missing.choice);
  await person.see(consent.missingOf(consent.missing.text, 'Whom may we call in an emergency?'));
});

async function answerHouseRules(person: Person, keep: string): Promise<void> {
  await person.press('House rules');
  await person.choose('I have read the rules');
  await person.choose('I have read the privacy notice');
  await person.choose(keep);
  await person.choose('By phone');
  await person.type('Whom may we call in an emergency?', 'Sam, (202) 555-0134');
  await person.type(person.words.consent.signature, 'Dana Reyes');
  await person.press(person.words.actions.submit);
}

export const RefusedRequired = story(
  'strict-consent',
  async (person) => {
    await answerHouseRules(person, person.words.consent.no);
    await person.see(person.words.consent.mustBeYes);
  },
  {
    shows: 'answerConsent: consent_refused',
    about: 'A question of a required document has to be answered with Yes, and was answered with No.',
  },
);

export const RefusedOptional = story(
  'consents-pending',
  async (person) => {
    const { actions, consent } = person.words;
    await person.press('Telehealth consent');
    await person.choose(consent.no);
    await person.choose('At home');
    await person.press(actions.submit);
  },
  {
    shows: 'answerConsent: consent_refused',
    says: ({ consent }) => consent.refusedOptional.title,
    about: 'A question of an optional document has to be answered with Yes, and was answered with No.',
  },
);

export const PhoneInvalid = story(
  { ...scenarios['consents-pending'], accounts: { milo: { consents: 'open' } }, loggedIn: 'milo' },
  async (person) => {
    const { actions, form } = person.words;
    await person.press('Text message agreement');
    await person.choose('I agree to receive text messages');
    await person.type(form.optional('Mobile phone'), '0117');
    await person.press(actions.submit);
  },
  {
    shows: 'answerConsent: invalid_input',
    says: ({ settings }) => settings.contact.phoneInvalid,
    about: 'Where the account has no mobile phone yet, the text message agreement asks for it.',
  },
);

/** The clinic puts a new version in the place of the text that is being read. */
function publishNewVersion({ deps }: MockBackend): void {
  const source = deps.settings.consents[0]!;
  const { inLanguage } = source;
  source.inLanguage = (language) => ({ ...inLanguage(language), version: '2026-02' });
}

export const TextChanged = story(
  'consents-pending',
  async (person, _, backend) => {
    await person.see(person.words.consent.later);
    publishNewVersion(backend);
    await answerPortalConsent(person);
    await person.see(person.words.consent.outdated);
  },
  {
    shows: 'answerConsent: consent_outdated',
    about:
      'The text was replaced while Dana was reading it. What she answered is kept, but for what she said to have read.',
  },
);

export const Declined = story(
  'consents-pending',
  async (person) => {
    const { consent } = person.words;
    await person.press('Text message agreement');
    await person.press(consent.decline);
    await person.see(consent.answered('Text message agreement'));
  },
  { about: 'An optional document can be declined, with no question answered.' },
);

export const Declining = story(
  { ...scenarios['consents-pending'], fault: { kind: 'hanging', operations: ['answerConsent'] } },
  async (person) => {
    await person.press('Text message agreement');
    await person.press(person.words.consent.decline);
  },
  { shows: 'answerConsent: pending', about: 'The answer of the server is on its way.' },
);

export const OneAnswered = story('consents-pending', async (person) => {
  await answerPortalConsent(person);
  await person.see(person.words.consent.answered('Portal Consent'));
});

export const BackToTheList = story('consents-pending', async (person) => {
  await person.press('Portal Consent');
  await person.press(person.words.consent.backToList);
  await person.see(person.words.consent.later);
});

export const BroughtBack = story(
  'consents-pending',
  async (person, { canvasElement }) => {
    const { backToList, signature } = person.words.consent;
    await person.press('Portal Consent');
    await person.type(signature, 'Dana Reyes');
    await person.press(backToList);
    await person.press('Portal Consent');
    await waitFor(() => {
      const texts = [...canvasElement.querySelectorAll('input')].map(({ value }) => value);
      if (!texts.includes('Dana Reyes')) throw new Error('The name is lost.');
    });
  },
  { about: 'What was filled in is there again when the document is opened anew.' },
);

export const Done = story('one-consent-pending', async (person) => {
  await answerPortalConsent(person);
  await person.see(person.words.consent.done.heading);
});

export const OptionalLeftOut = story('optional-consents-pending', async (person) => {
  await person.press(person.words.consent.continue);
  await person.see(person.words.consent.left.heading);
});

export const NothingToAnswer = story('logged-in', async (person) => person.see(person.words.consent.done.heading), {
  about: 'Everything is answered already.',
});

export const NobodyLoggedIn = story({ ...scenarios['no-pages'], loggedIn: undefined }, undefined, {
  shows: 'listConsents: session_required',
  about: 'A portal without a page to log in on. Where there is one, the tag leads there.',
});
