import { aTimeout, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { createMockBackend, type MockBackend, type Scenario, type ScenarioName } from '../../mock-server/index.js';
import type { PortalElement } from '../../src/elements/portal-element.js';
import { waitUntil } from '../support/wait-until.js';

/** What happened on the page: the events of the elements, in order. */
export const heard: Event[] = [];

const NAVIGATING = [
  'portal-activated',
  'portal-logged-in',
  'portal-consents-completed',
  'portal-password-reset',
  'portal-logged-out',
];
for (const type of [...NAVIGATING, 'portal-step', 'portal-error', 'portal-code-linked', 'portal-settings-saved'])
  document.addEventListener(type, (event) => {
    heard.push(event);
    // A test must stay on its page.
    if (NAVIGATING.includes(type)) event.preventDefault();
  });

/** Puts an element on the page, in front of a backend in the state that a scenario names. */
export async function visit<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  scenario: ScenarioName | Scenario = 'fresh-code',
  properties: Partial<HTMLElementTagNameMap[Tag]> = {},
): Promise<{ element: HTMLElementTagNameMap[Tag]; backend: MockBackend; calls: Request[] }> {
  heard.length = 0;
  const backend = await createMockBackend(scenario);
  const calls: Request[] = [];
  const { createHttpAdapter } = await import('../../src/adapter/http-adapter.js');
  const adapter = createHttpAdapter({
    baseUrl: 'https://portal.example/api/portal',
    fetch: (input, init) => {
      const request = new Request(input, init);
      calls.push(request.clone());
      return backend.handler(request);
    },
  });
  const element = document.createElement(tag);
  Object.assign(element, { headingLevel: 1, adapter, ...properties });
  await fixture(html`<main>${element}</main>`);
  const drawn = (): boolean => !!(headingOf(element) || element.querySelector('.portal-root')?.childElementCount);
  await waitUntil(drawn, 'nothing was drawn');
  return { element, backend, calls };
}

/** Follows a link to another page, and comes back by the browser's Back: to the page as it was left. */
export async function goAndComeBack(element: PortalElement): Promise<void> {
  dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
  dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  await element.updateComplete;
}

/** Takes an element out of the page and puts it back later, as a framework does that keeps it. */
export async function takeOutAndBack(element: PortalElement): Promise<void> {
  const { parentElement } = element;
  element.remove();
  await aTimeout(0);
  parentElement!.append(element);
  await aTimeout(0);
  await element.updateComplete;
}

/** The two ways in which an element is there again, as it was. */
export const RETURNS = [
  ['after Back', goAndComeBack],
  ['taken out and put back', takeOutAndBack],
] as const;

const textOf = (node: Element | null): string => (node?.textContent ?? '').replace(/\s+/g, ' ').trim();

/** The heading of the step that is shown. */
export const headingOf = (element: HTMLElement): string =>
  textOf(element.shadowRoot?.querySelector('.portal-heading') ?? null);

/** What is focused, in the page or in the element's own shadow. */
export const focused = (): Element | null => {
  const active = document.activeElement;
  return active?.shadowRoot?.activeElement ?? active;
};

/** The control with this label, found as a person finds it; within a group, where one is named. */
export function control<Control extends HTMLElement = HTMLInputElement>(label: string, group?: string): Control {
  const scope = group
    ? [...document.querySelectorAll('fieldset')].find((set) => textOf(set.querySelector('legend')) === group)
    : document;
  const found = [...(scope?.querySelectorAll('label') ?? [])].find((each) => textOf(each) === label)?.control;
  if (!found) throw new Error(`There is no “${label}”${group ? ` in “${group}”` : ''}.`);
  return found as Control;
}

/** Whether there is such a control. */
export function has(label: string): boolean {
  return [...document.querySelectorAll('label')].some((each) => textOf(each) === label);
}

/** The button or link with this name. */
export function button(name: string): HTMLElement {
  const shells = [...document.querySelectorAll('*')].flatMap((node) => node.shadowRoot ?? []);
  const all = [document, ...shells].flatMap((root) => [...root.querySelectorAll<HTMLElement>('button, a')]);
  const found = all.find((each) => textOf(each) === name && each.offsetParent);
  if (!found) throw new Error(`There is no button “${name}”.`);
  return found;
}

/** Types into a control, key by key, in place of what it held. */
export async function type(label: string, text: string, group?: string): Promise<void> {
  const field = control(label, group);
  field.focus();
  field.select();
  await sendKeys(text ? { type: text } : { press: 'Backspace' });
}

/** Presses a key where the focus is. */
export const press = (key: string): Promise<void> => sendKeys({ press: key });

/** Comes back to the page by Tab from the browser's own controls, where Firefox leads behind the last one of the page. */
export async function comeBack(): Promise<void> {
  for (let presses = 0; presses < 5 && !document.hasFocus(); presses += 1) await press('Tab');
  if (!document.hasFocus()) throw new Error('Tab doesn’t lead back to the page.');
}

/** Types a birthdate, as month, day and year. */
export async function typeBirthdate(iso: string): Promise<void> {
  const [year, month, day] = iso.split('-') as [string, string, string];
  await type('Month', month, 'Birthdate');
  await type('Day', day, 'Birthdate');
  await type('Year', year, 'Birthdate');
}

/** What the alert says; waits for it. */
export async function alertText(): Promise<string> {
  const shown = (): string | undefined =>
    [...document.querySelectorAll('[role="alert"]')].map(textOf).find((text) => text !== '');
  await waitUntil(shown, 'no alert');
  return shown()!;
}

/** Waits until a step with this heading is shown. */
export async function reach(element: PortalElement, heading: string): Promise<void> {
  await waitUntil(() => headingOf(element) === heading, `never came to “${heading}”, but to “${headingOf(element)}”`);
}

/** The error at a field, as it describes the control to somebody who doesn't see it. */
export function descriptionOf(field: HTMLElement): string {
  const ids = (field.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean);
  const root = field.getRootNode() as Document;
  return ids
    .map((id) => {
      const node = root.getElementById(id);
      if (!node) throw new Error(`#${id} describes a control, and isn’t there.`);
      return textOf(node);
    })
    .join(' ');
}

/** The bodies that were sent to a path. */
export const bodies = (calls: Request[], path: string): Promise<unknown[]> =>
  Promise.all(
    calls.filter(({ url, method }) => method !== 'GET' && url.endsWith(path)).map((request) => request.clone().json()),
  );

/** Where a link leads when it is pressed. */
export function whereTo(element: HTMLElement, name: string): string {
  const link = button(name) as HTMLAnchorElement;
  let followed = '';
  element.addEventListener('click', (event) => {
    event.preventDefault();
    followed = link.href;
  });
  link.click();
  return followed;
}
