import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { codes, MOCK_PASSWORD, people, scenarios, type ScenarioName } from '../mock-server/index.js';
import { CLASSIC_POLICY } from '../src/contract/index.js';
import { chooseAccount, createAccount, reachSecondStep, sendCode } from './acts.js';
import { story } from './support.js';

const { dana, sam } = people;

export default {
  title: 'portal-activate',
  component: 'portal-activate',
  argTypes: { next: { control: 'text' } },
  args: { 'heading-level': 1 },
  render: (args) => html`<portal-activate
    base-url=${ifDefined(args['base-url'])}
    code=${ifDefined(args.code)}
    next=${ifDefined(args.next)}
    lang=${ifDefined(args.lang)}
    heading-level=${ifDefined(args['heading-level'])}
    >${args.footer ? html`<p slot="footer">${args.footer}</p>` : nothing}</portal-activate
  >`,
} satisfies Meta;

/** The alert that every refused code has in common. */
const refused = (scenario: ScenarioName, reason?: 'used' | 'expired' | 'replaced' | 'revoked'): StoryObj =>
  story(
    scenario,
    async (person) => {
      const { noRecords } = person.words.activate;
      await sendCode(person);
      await person.see(reason ? noRecords.reasons[reason] : noRecords.body.birthdate);
    },
    { shows: 'verifyCode: no_records_found' },
  );

export const CodeFilledIn = story('fresh-code', undefined, { args: { code: codes.fresh } });

export const Empty = story('fresh-code', undefined, { about: 'Somebody without the link in the mail.' });

export const NothingFilledIn = story('fresh-code', async (person) => {
  await person.press(person.words.actions.next);
  await person.see(person.words.code.missing);
  await person.see(person.words.birthdate.missing);
});

export const MistypedCode = story('fresh-code', async (person) => {
  await person.type(person.words.code.label, 'K7QM2-XRT9W-BD3FH');
  await person.typeBirthdate(dana.birthdate);
  await person.press(person.words.actions.next);
  await person.see(person.words.code.mistyped);
});

export const ShortCode = story('fresh-code', async (person) => {
  await person.type(person.words.code.label, 'K7QM2-XRT9W');
  await person.typeBirthdate(dana.birthdate);
  await person.press(person.words.actions.next);
  await person.see(person.words.code.length(10));
});

export const MissingYear = story('fresh-code', async (person) => {
  const { actions, birthdate, code, date } = person.words;
  await person.type(code.label, codes.fresh);
  await person.type(date.month, '3', birthdate.label);
  await person.type(date.day, '27', birthdate.label);
  await person.press(actions.next);
  await person.see(birthdate.incomplete.year);
});

export const MissingBirthdate = story('fresh-code', async (person) => {
  await person.type(person.words.code.label, codes.fresh);
  await person.press(person.words.actions.next);
  await person.see(person.words.birthdate.missing);
});

export const ImpossibleBirthdate = story('fresh-code', async (person) => {
  await sendCode(person, '1980-02-30');
  await person.see(person.words.birthdate.impossible);
});

export const BirthdateToCome = story('fresh-code', async (person) => {
  await sendCode(person, '2199-01-01');
  await person.see(person.words.birthdate.future);
});

export const NoRecordsFound = story(
  'fresh-code',
  async (person) => {
    await sendCode(person, '1990-01-01');
    await person.see(person.words.activate.noRecords.body.birthdate);
  },
  {
    shows: 'verifyCode: no_records_found',
    about: 'The code and the birthdate don’t belong together; nobody is told which of them is wrong.',
  },
);

export const CodeUsed = refused('used-code', 'used');
export const CodeExpired = refused('expired-code', 'expired');
export const CodeExpiredForGood = refused('expired-code-final', 'expired');
export const CodeReplaced = refused('replaced-code', 'replaced');
export const CodeRevoked = refused('revoked-code', 'revoked');
export const CodeLocked = refused('locked-code');

export const NewCodeSent = story('expired-code', async (person) => {
  const { noRecords } = person.words.activate;
  await sendCode(person);
  await person.press(noRecords.renew);
  await person.see(noRecords.renewed);
});

export const NobodyToTurnTo = story(
  'no-support',
  async (person) => {
    await sendCode(person, '1990-01-01');
  },
  { shows: 'verifyCode: no_records_found' },
);

export const HelpOnAPage = story(
  'support-page',
  async (person) => {
    await sendCode(person, '1990-01-01');
    await person.see(person.words.support.link);
  },
  { shows: 'verifyCode: no_records_found' },
);

export const OwnFooter = story('fresh-code', undefined, {
  args: { footer: 'Ask at the front desk if you have no code.' },
  about: 'What the page puts into a slot takes the place of our own words.',
});

export const SecondStep = story('fresh-code', reachSecondStep);

export const BackToTheFirstStep = story('fresh-code', async (person) => {
  await reachSecondStep(person);
  await person.press(person.words.actions.back);
  await person.see(person.words.activate['enter-code'].heading);
});

export const ForSomeoneElse = story('fresh-code', async (person) => {
  const { relationship, username } = person.words;
  await reachSecondStep(person);
  await person.choose(relationship.other, relationship.legend);
  await person.press(username.suggest(dana.email));
});

export const RulesPartlyMet = story('fresh-code', async (person) => {
  const { password, username } = person.words;
  await reachSecondStep(person);
  await person.type(username.label, dana.email);
  await person.type(password.label, 'larkspur7');
  await person.see(password.metOf(3, 4));
});

export const PasswordShown = story('fresh-code', async (person) => {
  const { password } = person.words;
  await reachSecondStep(person);
  await person.type(password.label, MOCK_PASSWORD);
  await person.press(password.show + password.of(password.label));
  await person.see(password.hide);
});

export const AccountNotFilledIn = story('fresh-code', async (person) => {
  await createAccount(person, '', '');
  await person.see(person.words.password.missingNew);
});

export const EmailInvalid = story('fresh-code', async (person) => {
  await createAccount(person, 'dana.reyes');
  await person.see(person.words.username.invalid);
});

export const EmailTaken = story(
  'email-taken',
  async (person) => {
    await createAccount(person, sam.email);
    await person.see(person.words.activate.taken.logIn);
  },
  { shows: 'createAccount: email_taken' },
);

export const WeakPassword = story('fresh-code', async (person) => {
  await createAccount(person, dana.email, 'larkspur');
  const { rules, failed } = person.words.password;
  await person.see(failed([rules.digit, rules.special([...CLASSIC_POLICY.special])]));
});

export const LongPasswords = story('long-passwords', async (person) => {
  await reachSecondStep(person);
  await person.see(person.words.password.rules.length(15, 256));
});

export const CommonPassword = story(
  'long-passwords',
  (person) => createAccount(person, dana.email, 'passwordpassword'),
  { shows: 'createAccount: password_policy', says: ({ password }) => password.failed([password.rules.common]) },
);

export const ConfirmPassword = story('confirm-password', async (person) => {
  await reachSecondStep(person);
  await person.see(person.words.password.confirm);
});

export const PasswordsDiffer = story('confirm-password', async (person) => {
  const { password } = person.words;
  await reachSecondStep(person);
  await person.type(password.confirm, 'larkspur8!');
  await chooseAccount(person, dana.email);
  await person.see(password.mismatch);
});

export const PasswordNotConfirmed = story('confirm-password', async (person) => {
  await createAccount(person);
  await person.see(person.words.password.missingConfirm);
});

export const AnyUsername = story('any-username', async (person) => {
  await reachSecondStep(person);
  await person.see(person.words.username.hintAny);
});

export const UsernameMissing = story('any-username', async (person) => {
  await createAccount(person, '');
  await person.see(person.words.username.missing);
});

export const TooLate = story(
  'fresh-code',
  async (person, _, backend) => {
    await reachSecondStep(person);
    backend.clock.advance(3_600_000);
    await chooseAccount(person, dana.email);
    await person.see(person.words.activate['enter-code'].heading);
  },
  { shows: 'createAccount: ticket_expired', about: 'An hour has passed between the two steps.' },
);

export const Done = story('no-consents', async (person) => {
  await createAccount(person);
  await person.see(person.words.activate.done.heading);
});

export const SomebodyLoggedIn = story(
  'somebody-logged-in',
  async (person) => person.see(person.words.activate['logged-in'].heading),
  { args: { code: codes.fresh } },
);

export const LoggedOutForAnotherAccount = story(
  'somebody-logged-in',
  async (person) => {
    await person.press(person.words.activate['logged-in'].other);
    await person.see(person.words.activate['enter-code'].heading);
  },
  { args: { code: codes.fresh } },
);

export const TryAgainNow = story(
  { ...scenarios['fresh-code'], fault: { kind: 'busy', operations: ['verifyCode'], details: { retryAfter: 1 } } },
  async (person) => {
    await sendCode(person);
    await person.see(person.words.form.waitOver);
  },
  { about: 'Somebody was told to wait, and the wait is over.' },
);
