import { aTimeout } from '@open-wc/testing';
import { codes, createMockBackend, people, type Scenario, type ScenarioName } from '../../mock-server/index.js';
import { forget } from '../../src/adapter/page-state.js';
import type { PortalAdapter } from '../../src/adapter/portal-adapter.js';
import '../../src/elements/index.js';
import type { PortalActivate } from '../../src/elements/activate/portal-activate.js';
import { button, has, press, reach, type, typeBirthdate, visit } from '../elements/person.js';
import { waitUntil } from '../support/wait-until.js';

/** Forgets what a screen has left in the tab. */
export function leave(): void {
  for (const kind of ['code', 'reset', 'confirm'] as const) forget(kind);
  sessionStorage.clear();
}

/** Writes into a control as a program does, in one stroke; without an event unless one is named. */
export function put(input: HTMLInputElement, value: string, event?: 'input' | 'change'): void {
  input.value = value;
  if (event) input.dispatchEvent(new Event(event, { bubbles: true }));
}

/** What is written into a control by pasting, dropping or a phone's suggestion: at once, with the browser's own events. */
export function insert(input: HTMLInputElement, text: string): void {
  input.focus();
  input.select();
  document.execCommand('insertText', false, text);
}

/** Sends a code with a birthdate. */
export async function enterCode(birthdate: string = people.dana.birthdate): Promise<void> {
  await type('Activation code', codes.fresh);
  await typeBirthdate(birthdate);
  await press('Enter');
}

/** A backend that answers one operation in its own way. */
export async function answering(
  name: keyof PortalAdapter,
  answer: () => Promise<unknown>,
  scenario: ScenarioName = 'returning',
): Promise<{ adapter: PortalAdapter }> {
  const { adapter } = await createMockBackend(scenario);
  return { adapter: { ...adapter, [name]: answer } };
}

/** From the code to the second step. */
export async function toAccount(element: PortalActivate): Promise<void> {
  await enterCode();
  await reach(element, 'Create your account');
}

/** The second step of an activation. */
export async function account(scenario: ScenarioName | Scenario = 'fresh-code') {
  const visited = await visit('portal-activate', scenario);
  await toAccount(visited.element);
  return visited;
}

/** The second step of a log-in. */
export async function password(scenario: ScenarioName | Scenario = 'returning') {
  const visited = await visit('portal-login', scenario);
  await type('Email/Username', people.dana.email);
  await press('Enter');
  await reach(visited.element, 'Enter your password');
  return visited;
}

/** Somebody who came by the link of a mailed reset. */
export async function newPassword(scenario: ScenarioName = 'returning', token = 'from-a-mail') {
  location.hash = `#reset=${token}`;
  await aTimeout(50);
  const visited = await visit('portal-reset-password', scenario);
  await reach(visited.element, 'Choose a new password');
  return visited;
}

/** The settings, as soon as the account is there. */
export async function settings(scenario: ScenarioName = 'logged-in') {
  const visited = await visit('portal-settings', scenario);
  await waitUntil(() => has('Current password') && !visited.element.matches(':state(pending)'), 'no settings');
  return visited;
}

/** An open consent document. */
export async function consent(title: string, scenario: ScenarioName | Scenario = 'consents-pending') {
  const visited = await visit('portal-consent', scenario);
  await waitUntil(() => visited.element.querySelector('li button'), 'no list');
  button(title).click();
  await reach(visited.element, title);
  return visited;
}
