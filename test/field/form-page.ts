import { aTimeout, fixtureCleanup } from '@open-wc/testing';
import type { MockBackend, Scenario, ScenarioName } from '../../mock-server/index.js';
import '../../src/elements/index.js';
import type { PortalElement } from '../../src/elements/portal-element.js';
import { button, visit } from '../elements/person.js';
import { waitUntil } from '../support/wait-until.js';
import { leave } from './screens.js';

/** A form on a page, in front of a backend whose calls are noted. */
export interface Page {
  element: PortalElement;
  backend: MockBackend;
  calls: Request[];
  form: HTMLFormElement;
}

type Tag = Exclude<Extract<keyof HTMLElementTagNameMap, `portal-${string}`>, 'portal-provider'>;

/** A form of an element: how one gets to it, and what it sends once it is filled in. */
export interface Form {
  what: string;
  open(): Promise<Page>;
  /** What is filled in, by the name of the control. */
  typed: Record<string, string>;
  /** What has gone out so far. */
  sent(page: Page): Promise<object[]>;
  /** What goes out, or part of it. */
  body: object;
}

/** Writes into native controls as a password manager does that tells nobody. */
export function write(form: HTMLFormElement, values: Record<string, string>): void {
  for (const [name, value] of Object.entries(values)) {
    const field = form.elements.namedItem(name);
    if (!field) throw new Error(`There is no field “${name}”.`);
    if (field instanceof HTMLInputElement && field.type === 'checkbox') field.checked = field.value === value;
    else (field as HTMLInputElement | RadioNodeList).value = value;
  }
}

const formWith = async (selector: string): Promise<HTMLFormElement> => {
  const find = (): HTMLFormElement | undefined =>
    [...document.querySelectorAll('form')].find((form) => form.querySelector(selector));
  await waitUntil(find, `never came to a form with ${selector}`);
  return find()!;
};

/** Opens an element and walks on to the form that holds this; each step is what was filled in before it. */
export const opens =
  (
    tag: Tag,
    scenario: ScenarioName | Scenario,
    holds: string,
    {
      steps = [],
      properties = {},
      press,
    }: { steps?: Record<string, string>[]; properties?: object; press?: string } = {},
  ) =>
  async (): Promise<Page> => {
    const page = await visit(tag, scenario, properties);
    for (const step of steps) {
      const form = await formWith(`[name="${Object.keys(step)[0]}"]`);
      write(form, step);
      form.requestSubmit();
    }
    if (press) {
      await waitUntil(() => page.element.textContent?.includes(press), `there is no “${press}”`);
      button(press).click();
    }
    return { ...page, form: await formWith(holds) };
  };

/** The same, for who comes by a mailed link. */
export const opensByLink =
  (fragment: string, ...rest: Parameters<typeof opens>): (() => Promise<Page>) =>
  async () => {
    const read = new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }));
    location.hash = fragment;
    await read;
    return opens(...rest)();
  };

/** The bodies of the calls of an operation, such as `POST /session`. */
export const requests =
  (operation: string) =>
  ({ calls }: Page): Promise<object[]> => {
    const [method, path] = operation.split(' ');
    const made = calls.filter((call) => call.method === method && new URL(call.url).pathname === `/api/portal${path}`);
    return Promise.all(
      made.map(async (call) => {
        const text = await call.clone().text();
        return (text ? JSON.parse(text) : {}) as object;
      }),
    );
  };

/** The button that sends a form. */
export const submitOf = (form: HTMLFormElement): HTMLButtonElement => form.querySelector('[type=submit]')!;

/** What is typed into, of a form. */
export const textFields = (form: HTMLFormElement): HTMLInputElement[] =>
  [...form.querySelectorAll('input')].filter(({ type }) => !['radio', 'checkbox'].includes(type));

/** What a field says belongs in it. As written: Firefox's property knows only some of the words. */
export const autocompleteOf = (field: HTMLInputElement): string => field.getAttribute('autocomplete') ?? '';

/** Whether somebody can see it and hit it. */
export const isSeen = (node: HTMLElement): boolean => {
  const { width, height } = node.getBoundingClientRect();
  return node.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && width >= 24 && height >= 24;
};

/** Fills in a form without a word, sends it that way, and waits for what goes out. */
export async function send(page: Page, { typed, sent }: Form, act: () => unknown): Promise<object[]> {
  write(page.form, typed);
  await act();
  let gone: object[] = [];
  await waitUntil(async () => (gone = await sent(page)).length > 0, 'nothing was sent');
  return gone;
}

/** Whether a request is under way. */
export const isPending = ({ form }: Page): boolean => form.ariaBusy === 'true';

/** What has the focus when somebody presses Enter: the last field of a form, or its button where it has none. */
export const enterAt = ({ form }: Page): HTMLElement =>
  textFields(form)
    .filter(({ tabIndex }) => tabIndex === 0)
    .at(-1) ?? submitOf(form);

/** Keeps every answer back until it is let go. */
export function holdAnswers({ backend }: Page): () => void {
  const answer = backend.handler.bind(backend);
  let letGo!: () => void;
  const gate = new Promise<void>((resolve) => (letGo = resolve));
  backend.handler = async (request) => {
    await gate;
    return answer(request);
  };
  return letGo;
}

/** Waits until nothing is under way any longer, and what follows would have gone out too. */
export async function settled(page: Page): Promise<void> {
  await waitUntil(() => !page.form.isConnected || !isPending(page));
  await aTimeout(20);
}

/** Leaves nothing of a page behind. */
export function clearAway(): void {
  fixtureCleanup();
  leave();
}
