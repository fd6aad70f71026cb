/// <reference types="vite/client" />
import type { StoryContext, StoryObj } from '@storybook/web-components-vite';
import { configure, expect, userEvent, waitFor, within } from 'storybook/test';
import { createMockBackend, mockPortal, scenarios, type MockBackend, type ScenarioName } from '../mock-server/index.js';
import { configurePortal, type Messages } from '../src/elements/index.js';

// A busy machine may take its time.
configure({ asyncUtilTimeout: 10_000 });

/** What somebody does in front of an element. Labels and buttons are named by words, so that it works in every language. */
export interface Person {
  /** The words of the page's language. */
  words: Messages;
  /** Types into a field, in place of what it held. */
  type(label: string, text: string, group?: string): Promise<void>;
  typeBirthdate(iso: string): Promise<void>;
  /** Chooses among radio buttons, or ticks a box. */
  choose(label: string, group?: string): Promise<void>;
  select(label: string, value: string): Promise<void>;
  /** Presses a button, or follows a link. */
  press(name: string): Promise<void>;
  /** Waits until this can be read. */
  see(text: string): Promise<void>;
}

type Acts = (person: Person, context: StoryContext) => Promise<unknown>;

interface More {
  /** Attributes of the tag. */
  args?: StoryObj['args'];
  render?: StoryObj['render'];
  /** What happens before the page is opened; returns what its address carries. */
  before?: (backend: MockBackend) => Promise<string>;
  /** For reading, in place of what the scenario says about itself. */
  about?: string;
}

/** A story: a tag in a world, and what somebody has done there. */
export function story(scenario: ScenarioName, acts?: Acts, { args, render, before, about }: More = {}): StoryObj {
  return {
    args: { 'base-url': basePath(scenario), ...args },
    parameters: { docs: { description: { story: about ?? scenarios[scenario].about } } },
    beforeEach: (context) => enter(context, scenario, before),
    ...(acts && { play: async (context) => void (await acts(await personOn(context), context)) }),
    ...(render && { render }),
  };
}

// A path for each: elements read the config behind a path once, and stories follow each other on one page.
const basePath = (scenario: ScenarioName): string => `/api/${scenario}`;

// By the signal of one visit to a story: what somebody changes in the controls doesn't start the world anew.
const worlds = new WeakMap<AbortSignal, MockBackend>();

async function enter(
  { abortSignal, msw }: StoryContext,
  scenario: ScenarioName,
  before?: More['before'],
): Promise<(() => void) | undefined> {
  const known = worlds.get(abortSignal);
  const backend = known ?? (await createMockBackend(scenario));
  msw.use(mockPortal(backend, basePath(scenario)));
  if (known) return undefined;
  worlds.set(abortSignal, backend);
  forgetLastStory();
  if (!before) return undefined;
  await follow(await before(backend));
  // What an address carried holds for the page: the next story gets a page of its own.
  return () => location.reload();
}

function forgetLastStory(): void {
  configurePortal({ locale: undefined });
  for (const key of Object.keys(sessionStorage)) if (key.startsWith('portal')) sessionStorage.removeItem(key);
}

async function follow(fragment: string): Promise<void> {
  const followed = new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }));
  location.replace(fragment);
  await followed;
}

/** The fragment of the link in the last mail. */
export async function mailedLink({ mailbox }: MockBackend): Promise<string> {
  const fragment = /#\w+=[\w%.-]+/.exec((await mailbox()).at(-1)?.text ?? '');
  if (!fragment) throw new Error('No mail holds a link.');
  return fragment[0];
}

const languages = import.meta.glob<Messages>('../src/locale/*.ts', { import: 'default' });

async function wordsIn(language: string): Promise<Messages> {
  const file = (name: string) => languages[`../src/locale/${name}.ts`];
  return (file(language) ?? file(language.split('-')[0]!) ?? file('en')!)();
}

const textOf = (node: Node): string => (node.textContent ?? '').replace(/\s+/g, ' ').trim();

async function personOn({ args, canvasElement, globals }: StoryContext): Promise<Person> {
  const words = await wordsIn(String(args.lang ?? globals.language));
  const roots = (): ParentNode[] => [
    canvasElement,
    ...[...canvasElement.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? []),
  ];
  const control = async (label: string, group?: string): Promise<HTMLElement> => {
    const page = within(canvasElement);
    const scope = group ? within(await page.findByRole('group', { name: group })) : page;
    return scope.findByLabelText(label, { selector: 'input, select' });
  };
  const person: Person = {
    words,
    async type(label, text, group) {
      const field = await control(label, group);
      await userEvent.clear(field);
      await userEvent.type(field, text.replace(/[[{]/g, '$&$&'));
    },
    async typeBirthdate(iso) {
      const [year, month, day] = iso.split('-') as [string, string, string];
      await person.type(words.date.month, month, words.birthdate.label);
      await person.type(words.date.day, day, words.birthdate.label);
      await person.type(words.date.year, year, words.birthdate.label);
    },
    choose: async (label, group) => userEvent.click(await control(label, group)),
    select: async (label, value) => userEvent.selectOptions(await control(label), value),
    async press(name) {
      const button = await waitFor(() => {
        const all = roots().flatMap((root) => [...root.querySelectorAll<HTMLElement>('button, a')]);
        const found = all.find((each) => textOf(each) === name && each.checkVisibility());
        if (!found) throw new Error(`There is no button “${name}”.`);
        return found;
      });
      await userEvent.click(button);
    },
    see: (text) =>
      waitFor(() =>
        expect(
          roots()
            .map((root) => textOf(root as Node))
            .join(' '),
        ).toContain(text),
      ),
  };
  return person;
}
