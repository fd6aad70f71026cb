/// <reference types="vite/client" />
import type { StoryContext } from '@storybook/web-components-vite';
import { configure, userEvent, waitFor, within } from 'storybook/test';
import type { Messages } from '../src/elements/index.js';

// A busy machine may take its time. What couldn't be found is said in one line, without all of the page.
configure({ asyncUtilTimeout: 10_000, getElementError: (message) => new Error(message ?? 'It is not there.') });

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
  /** Presses a button, or follows a link; the last of several that have the same name. */
  press(name: string): Promise<void>;
  /** Waits until this can be read. */
  see(text: string): Promise<void>;
  /** Waits until it can't any longer. */
  seeGone(text: string): Promise<void>;
}

const languages = import.meta.glob<Messages>('../src/locale/*.ts', { import: 'default' });

async function wordsIn(language: string): Promise<Messages> {
  const file = (name: string) => languages[`../src/locale/${name}.ts`];
  return (file(language) ?? file(language.split('-')[0]!) ?? file('en')!)();
}

/** Without its blanks: where a template breaks a line, and where a language has none, a text is the same text. */
const squeeze = (text: string): string => text.replace(/\s+/g, '');

/** What can be read there, in the order of the page: of a shadow root what it shows, of a slot what is put into it. */
function textOf(node: Node): string {
  if (node instanceof Text) return node.data;
  if (node instanceof HTMLElement && getComputedStyle(node).display === 'none') return '';
  const inside =
    node instanceof HTMLSlotElement
      ? node.assignedNodes({ flatten: true })
      : ((node as Partial<Element>).shadowRoot ?? node).childNodes;
  return [...inside].map(textOf).join('');
}

/** Somebody in front of a story. */
export async function personOn({ args, canvasElement, globals }: StoryContext): Promise<Person> {
  const words = await wordsIn(String(args.lang ?? globals.language));
  const user = userEvent.setup({ delay: null });
  const roots = (): ParentNode[] => [
    canvasElement,
    ...[...canvasElement.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? []),
  ];
  const control = async (label: string, group?: string): Promise<HTMLElement> => {
    const page = within(canvasElement);
    const scope = group ? within(await page.findByRole('group', { name: group })) : page;
    return scope.findByLabelText(label, { selector: 'input, select' });
  };
  const canRead = (text: string): boolean => squeeze(textOf(canvasElement)).includes(squeeze(text));
  const person: Person = {
    words,
    async type(label, text, group) {
      const field = await control(label, group);
      await user.clear(field);
      if (text) await user.type(field, text.replace(/[[{]/g, '$&$&'));
    },
    async typeBirthdate(iso) {
      const [year, month, day] = iso.split('-') as [string, string, string];
      await person.type(words.date.month, month, words.birthdate.label);
      await person.type(words.date.day, day, words.birthdate.label);
      await person.type(words.date.year, year, words.birthdate.label);
    },
    choose: async (label, group) => user.click(await control(label, group)),
    select: async (label, value) => user.selectOptions(await control(label), value),
    async press(name) {
      const button = await waitFor(() => {
        const all = roots().flatMap((root) => [...root.querySelectorAll<HTMLElement>('button, a')]);
        const found = all.findLast((each) => squeeze(textOf(each)) === squeeze(name) && each.checkVisibility());
        if (!found) throw new Error(`There is no button “${name}”.`);
        return found;
      });
      await user.click(button);
    },
    see: (text) =>
      waitFor(() => {
        if (!canRead(text)) throw new Error(`Nowhere can be read: ${text}`);
      }),
    seeGone: (text) =>
      waitFor(() => {
        if (canRead(text)) throw new Error(`It can still be read: ${text}`);
      }),
  };
  return person;
}
