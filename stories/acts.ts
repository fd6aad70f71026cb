import type { StoryContext } from '@storybook/web-components-vite';
import { codes, MOCK_PASSWORD, people, type MockBackend } from '../mock-server/index.js';
import type { PortalSession } from '../src/elements/session/portal-session.js';
import { mailedLink, type Person } from './support.js';

const { dana } = people;

/** Sends the code, with the birthdate of its person. */
export async function sendCode(person: Person, birthdate: string = dana.birthdate): Promise<void> {
  await person.type(person.words.code.label, codes.fresh);
  await person.typeBirthdate(birthdate);
  await person.press(person.words.actions.next);
}

/** Sends the code, and waits for what comes next. */
export async function reachSecondStep(person: Person): Promise<void> {
  await sendCode(person);
  await person.see(person.words.activate['create-account'].heading);
}

/** Fills in the second step. */
export async function chooseAccount(person: Person, username: string, password = MOCK_PASSWORD): Promise<void> {
  const { words } = person;
  if (username) await person.type(words.username.label, username);
  if (password) await person.type(words.password.label, password);
  await person.press(words.actions.next);
}

/** Goes all the way from the code to an account. */
export async function createAccount(person: Person, username: string = dana.email, password?: string): Promise<void> {
  await reachSecondStep(person);
  await chooseAccount(person, username, password);
}

/** Says who they are. */
export async function enterUsername(person: Person, username: string = dana.email): Promise<void> {
  await person.type(person.words.username.label, username);
  await person.press(person.words.actions.next);
  await person.see(person.words.logIn.passwordHeading);
}

/** Logs in. */
export async function logIn(person: Person, password: string = MOCK_PASSWORD): Promise<void> {
  await enterUsername(person);
  await person.type(person.words.password.label, password);
  await person.press(person.words.actions.next);
}

/** Opens the portal's own consent and answers all of it. */
export async function answerPortalConsent(person: Person): Promise<void> {
  const { actions, consent } = person.words;
  await person.press('Portal Consent');
  await person.choose('I have read and understood this text');
  await person.choose(consent.yes);
  await person.type(consent.signature, 'Dana Reyes');
  await person.press(actions.submit);
}

/** Adds a code to the account that is logged in. */
export async function addCode(person: Person, code: string = codes.second): Promise<void> {
  await person.type(person.words.code.label, code);
  await person.press(person.words.actions.submit);
}

/** Asks for a link to choose a new password. */
export async function askForLink(person: Person, username: string = dana.email): Promise<void> {
  await person.type(person.words.username.label, username);
  await person.press(person.words.resetPassword.request.button);
}

/** Chooses a new password where a mailed link has led. */
export async function chooseNewPassword(person: Person, password = 'foxglove8!'): Promise<void> {
  await person.type(person.words.password.new, password);
  await person.press(person.words.actions.save);
}

/** What the address carries when the mailed link for a new password is followed. */
export async function followResetLink(backend: MockBackend): Promise<string> {
  await backend.adapter.requestPasswordReset({ username: dana.email });
  return mailedLink(backend);
}

/** What the address carries when the mailed link that confirms a new email is followed. */
export async function followConfirmationLink(backend: MockBackend): Promise<string> {
  await backend.adapter.updateContact({ email: 'dana@example.org', currentPassword: MOCK_PASSWORD });
  return mailedLink(backend);
}

/** Changes the password in the settings. */
export async function changePassword(person: Person, current = MOCK_PASSWORD, next = 'foxglove8!'): Promise<void> {
  const { actions, password } = person.words;
  if (current) await person.type(password.current, current);
  if (next) await person.type(password.new, next);
  await person.press(actions.save);
}

/** Wants to take back an optional consent; is asked once more. */
export async function askToWithdraw(person: Person): Promise<void> {
  const { actions, settings } = person.words;
  await person.press(settings.consents.withdraw + actions.of('Telehealth consent'));
}

const AWAY_SECONDS = 29 * 60 + 15;

/** Leaves the page alone until it warns; there the time stands still, so that the warning can be looked at. */
export async function leaveAlone(person: Person, { canvasElement }: StoryContext): Promise<void> {
  await person.see(person.words.actions.logOut);
  const { idle } = canvasElement.querySelector<PortalSession>('portal-session')!;
  const since = Date.now() + AWAY_SECONDS * 1_000;
  idle.clock = { ...idle.clock, now: () => since };
  idle.used(AWAY_SECONDS * 1_000);
  await person.see(person.words.session.warning.heading);
}
