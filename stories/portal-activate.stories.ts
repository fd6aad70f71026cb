import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { codes, MOCK_PASSWORD, people, type ScenarioName } from '../mock-server/index.js';
import { story, type Person } from './support.js';

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
  ></portal-activate>`,
} satisfies Meta;

async function sendCode(person: Person, birthdate: string = dana.birthdate): Promise<void> {
  await person.type(person.words.code.label, codes.fresh);
  await person.typeBirthdate(birthdate);
  await person.press(person.words.actions.next);
}

async function createAccount(person: Person, username: string, password = MOCK_PASSWORD): Promise<void> {
  const { words } = person;
  await sendCode(person);
  await person.see(words.activate['create-account'].heading);
  if (username) await person.type(words.username.label, username);
  if (password) await person.type(words.password.label, password);
  await person.press(words.actions.next);
}

/** The alert that every refused code has in common. */
const refused = (scenario: ScenarioName, reason?: 'used' | 'expired' | 'replaced' | 'revoked'): StoryObj =>
  story(scenario, async (person) => {
    const { errors, activate } = person.words;
    await sendCode(person);
    await person.see(errors.no_records_found.title);
    await person.see(reason ? activate.noRecords.reasons[reason] : activate.noRecords.body.birthdate);
  });

/** What goes wrong with every code alike. */
const failing = (scenario: ScenarioName, code: keyof Person['words']['errors']): StoryObj =>
  story(scenario, async (person) => {
    await sendCode(person);
    await person.see(person.words.errors[code].title);
  });

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

export const NoRecordsFound = story(
  'fresh-code',
  async (person) => {
    await sendCode(person, '1990-01-01');
    await person.see(person.words.errors.no_records_found.title);
    await person.see(person.words.activate.noRecords.body.birthdate);
  },
  { about: 'The code and the birthdate don’t belong together; nobody is told which of them is wrong.' },
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

export const ByPhone = story('phone-portal', async (person) => {
  await person.type(person.words.code.label, codes.fresh);
  await person.type(person.words.proof.phone, '(202) 555-0133');
});

export const ByPhoneNoRecordsFound = story('phone-portal', async (person) => {
  await person.type(person.words.code.label, codes.fresh);
  await person.type(person.words.proof.phone, '(202) 555-0199');
  await person.press(person.words.actions.next);
  await person.see(person.words.activate.noRecords.body.phone);
});

export const ChoiceOfProof = story('choice-of-proof', async (person) => {
  const { proof } = person.words;
  await person.type(person.words.code.label, codes.fresh);
  await person.choose(proof.email, proof.methods);
  await person.see(proof.emailHint);
});

export const SecondStep = story('fresh-code', async (person) => {
  await sendCode(person);
  await person.see(person.words.activate['create-account'].heading);
});

export const ForSomeoneElse = story('fresh-code', async (person) => {
  const { activate, relationship, username } = person.words;
  await sendCode(person);
  await person.see(activate['create-account'].heading);
  await person.choose(relationship.other, relationship.legend);
  await person.press(username.suggest(dana.email));
});

export const EmailInvalid = story('fresh-code', async (person) => {
  await createAccount(person, 'dana.reyes');
  await person.see(person.words.username.invalid);
});

export const EmailTaken = story('email-taken', async (person) => {
  await createAccount(person, sam.email);
  await person.see(person.words.errors.email_taken.title);
  await person.see(person.words.activate.taken.logIn);
});

export const WeakPassword = story('fresh-code', async (person) => {
  await createAccount(person, dana.email, 'larkspur');
  const { rules, failed } = person.words.password;
  await person.see(failed([rules.digit, rules.special(['!', '#', '%'])]));
});

export const ConfirmPassword = story('confirm-password', async (person) => {
  const { activate, actions, password, username } = person.words;
  await sendCode(person);
  await person.see(activate['create-account'].heading);
  await person.type(username.label, dana.email);
  await person.type(password.label, MOCK_PASSWORD);
  await person.type(password.confirm, 'larkspur8!');
  await person.press(actions.next);
  await person.see(password.mismatch);
});

export const LongPasswords = story('long-passwords', async (person) => {
  await sendCode(person);
  await person.see(person.words.password.rules.length(15));
});

export const CommonPassword = story('long-passwords', async (person) => {
  await createAccount(person, dana.email, 'passwordpassword');
  const { rules, failed } = person.words.password;
  await person.see(failed([rules.common]));
});

export const Done = story('no-consents', async (person) => {
  await createAccount(person, dana.email);
  await person.see(person.words.activate.done.heading);
});

export const SomebodyLoggedIn = story(
  'somebody-logged-in',
  async (person) => person.see(person.words.activate['logged-in'].heading),
  { args: { code: codes.fresh } },
);

export const Pending = story('hanging', async (person) => {
  await sendCode(person);
  await person.see(person.words.form.working);
});

export const Offline = failing('offline', 'network');
export const Broken = failing('broken', 'server_error');
export const TooManyTries = failing('busy', 'too_many_attempts');
