import type { StoryContext, StoryObj } from '@storybook/web-components-vite';
import { waitFor } from 'storybook/test';
import {
  createMockBackend,
  mockPortal,
  scenarios,
  type MockBackend,
  type Scenario,
  type ScenarioName,
} from '../mock-server/index.js';
import type { OperationName, PortalErrorCode } from '../src/contract/index.js';
import { configurePortal, type Messages, type PortalErrorEvent } from '../src/elements/index.js';
import { personOn, type Person } from './person.js';

export type { Person } from './person.js';

/** What a story shows of an operation: an error that it ends in, or that it is under way. The build asks for all of them. */
export type Shown = `${OperationName}: ${PortalErrorCode | 'pending'}`;

/** What somebody does; also with the backend, where something happens behind their back. */
export type Acts = (person: Person, context: StoryContext, backend: MockBackend) => Promise<unknown>;

export interface More {
  /** Attributes of the tag. */
  args?: StoryObj['args'];
  render?: StoryObj['render'];
  /** What happens before the page is opened; returns what its address carries. */
  before?: (backend: MockBackend) => Promise<string>;
  /** Whether somebody follows a link on the way that only then takes effect. */
  opensAddress?: boolean;
  /** For reading, in place of what the scenario says about itself. */
  about?: string;
  /** Which error of which operation can be seen at the end. */
  shows?: Shown;
  /** By which words, where it isn't the title that the error has everywhere. */
  says?: (words: Messages) => string;
}

/** A story: a tag in a world, and what somebody has done there. */
export function story(scenario: ScenarioName | Scenario, acts?: Acts, more: More = {}): StoryObj {
  const { args, render, before, about, shows, opensAddress = before !== undefined } = more;
  const world = typeof scenario === 'string' ? scenarios[scenario] : scenario;
  const path = basePath(scenario);
  return {
    args: { 'base-url': path, ...args },
    parameters: {
      docs: { description: { story: about ?? world.about } },
      ...(shows && { shows }),
      // Whoever opens many stories on one page needs a new one afterwards.
      ...(opensAddress && { opensAddress }),
    },
    beforeEach: async (context) => {
      const leave = await enter(context, world, path, before);
      // What an address carried holds for the page: the next story gets a page of its own.
      return () => (leave?.(), opensAddress && leave && location.reload());
    },
    ...((acts || shows) && { play: (context) => play(context, acts, more) }),
    ...(render && { render }),
  };
}

let unnamed = 0;

// A path for each: elements read the config behind a path once, and stories follow each other on one page.
const basePath = (scenario: ScenarioName | Scenario): string =>
  `/api/${typeof scenario === 'string' ? scenario : `world-${++unnamed}`}`;

interface Visit {
  backend: MockBackend;
  /** What has failed so far. */
  failures: Shown[];
}

// By the signal of one visit to a story: what somebody changes in the controls doesn't start the world anew.
const visits = new WeakMap<AbortSignal, Visit>();

async function enter(
  { abortSignal, globals, msw }: StoryContext,
  world: Scenario,
  path: string,
  before?: More['before'],
): Promise<(() => void) | undefined> {
  const known = visits.get(abortSignal);
  const delayMs = Number(globals.answers);
  const backend = known?.backend ?? (await createMockBackend({ ...world, ...(delayMs > 0 && { delayMs }) }));
  msw.use(mockPortal(backend, path));
  if (known) return undefined;
  const failures: Shown[] = [];
  visits.set(abortSignal, { backend, failures });
  const note = ({ code, operation }: PortalErrorEvent): void => void failures.push(`${operation}: ${code}`);
  document.addEventListener('portal-error', note);
  forgetLastStory();
  if (before) await follow(await before(backend));
  return () => document.removeEventListener('portal-error', note);
}

async function play(context: StoryContext, acts: Acts | undefined, { shows, says }: More): Promise<void> {
  const person = await personOn(context);
  const { backend, failures } = visits.get(context.abortSignal)!;
  await acts?.(person, context, backend);
  if (!shows) return;
  // What a story claims to show has happened, and can be read.
  const code = shows.split(': ')[1] as PortalErrorCode | 'pending';
  if (code !== 'pending')
    await waitFor(() => {
      if (!failures.includes(shows))
        throw new Error(`No “${shows}” has happened, but ${failures.join(', ') || 'nothing'}.`);
    });
  const { errors, form } = person.words;
  await person.see(says?.(person.words) ?? (code === 'pending' ? form.working : errors[code].title));
}

function forgetLastStory(): void {
  configurePortal({ locale: undefined });
  for (const key of Object.keys(sessionStorage)) if (key.startsWith('portal')) sessionStorage.removeItem(key);
}

/** Follows a link of a mail while the page is open. */
export async function follow(fragment: string): Promise<void> {
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
