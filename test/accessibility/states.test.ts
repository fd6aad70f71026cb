import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { axeMistakes } from '../stories/axe.mjs';
import { launch } from '../support/visitor.js';
import type { Facts } from './in-page/facts.js';
import { reach, SMALL_TAGS, STATES, type State } from './states.js';
import * as checks from './support/checks.js';
import { sameAsFixture } from './support/fixtures.js';
import { PortalPage } from './support/portal-page.js';
import { printTree } from './support/print-tree.js';
import { factsOf, flat, treeOf } from './support/tree.js';

const BIRTHDATE = { 'birthdate-month': 'bday-month', 'birthdate-day': 'bday-day', 'birthdate-year': 'bday-year' };

/** The token of each field that is typed into or chosen from, by tag and by name. */
const TOKENS: Record<string, Record<string, string | null>> = {
  activate: {
    code: 'one-time-code',
    ...BIRTHDATE,
    phone: 'tel',
    email: 'email',
    // Questions of the portal’s own: nobody knows what belongs there.
    'answer-number': 'off',
    'answer-site': 'off',
    'answer-since-month': 'off',
    'answer-since-day': 'off',
    'answer-since-year': 'off',
    username: 'username',
    password: 'new-password',
    confirm: 'new-password',
  },
  login: { username: 'username', password: 'current-password' },
  consent: { 'answer-contact': 'off', 'answer-remarks': 'off', 'answer-mobilePhone': 'tel', signature: 'name' },
  'link-code': { code: 'one-time-code', ...BIRTHDATE },
  settings: {
    code: 'one-time-code',
    email: 'email',
    mobilePhone: 'mobile tel',
    homePhone: 'home tel',
    workPhone: 'work tel',
    language: 'language',
    username: 'username',
    currentPassword: 'current-password',
    newPassword: 'new-password',
    confirm: 'new-password',
  },
  'reset-password': { username: 'username', password: 'new-password', confirm: 'new-password' },
  // The page’s language, not the person’s.
  language: { '': null },
};

/** What was found in one state of a tag. */
interface Found {
  tree: string;
  fields: Facts[];
  /** By what was looked for. */
  mistakes: Record<string, string[]>;
}

const found = new Map<string, Found>();
let browser: Browser;
before(async () => {
  browser = await launch();
  const queue = Object.entries(STATES).flatMap(([tag, states]) => states.map((state) => ({ tag, state })));
  const work = async (): Promise<void> => {
    const portal = await PortalPage.enter(browser);
    for (let next = queue.shift(); next; next = queue.shift())
      found.set(`${next.tag}: ${next.state.name}`, await look(portal, next.tag, next.state));
    assert.deepEqual(portal.visitor.wrongs, []);
    await portal.leave();
  };
  await Promise.all([work(), work(), work()]);
});
after(() => browser?.close());

async function look(portal: PortalPage, tag: string, state: State): Promise<Found> {
  const { page } = portal;
  await reach(portal, tag, state);
  const tree = await treeOf(page);
  const main = tree[0]!.children.filter(({ role }) => !['banner', 'contentinfo'].includes(role));
  const fields = flat(tree).filter(({ role }) => checks.FIELDS.includes(role));
  return {
    tree: printTree(main).join('\n'),
    fields: await Promise.all(fields.map((field) => factsOf(page, field))),
    mistakes: {
      fields: await checks.fieldMistakes(portal),
      labels: await checks.labelMistakes(portal),
      names: await checks.nameMistakes(portal),
      regions: await checks.regionMistakes(portal),
      controls: await checks.controlMistakes(portal),
      structure: await checks.structureMistakes(portal),
      pastes: await page.evaluate(() => window.inPage.stoppedPastes()),
      targets: await page.evaluate(() => [...window.inPage.smallTargets(24), ...window.inPage.lowControls()]),
      help: SMALL_TAGS.includes(tag) ? [] : await page.evaluate(() => window.inPage.helpAstray()),
      motion: await page.evaluate(() => window.inPage.animations()),
      locks: await page.evaluate(() => window.inPage.locksAndDrags()),
      small: await checks.layoutMistakes(portal, 320, 256),
      wide: await checks.layoutMistakes(portal, 844, 390),
      large: await checks.textMistakes(portal, 'large'),
      spaced: await checks.textMistakes(portal, 'spaced'),
      light: await axeMistakes(page, 'light', 'html'),
      dark: await axeMistakes(page, 'dark', 'html'),
      // Last, since it moves on.
      summary: await checks.summaryMistakes(portal),
    },
  };
}

/** All that is wrong of some kinds, with where it was seen. */
function wrong(...kinds: string[]): string[] {
  assert.equal(found.size, Object.values(STATES).flat().length);
  return [...found].flatMap(([state, { mistakes }]) =>
    kinds.flatMap((kind) => mistakes[kind]!.map((mistake) => `${state}: ${mistake}`)),
  );
}

test('X-2 X-7 X-10 X-11: what the browser tells of each state is as ever, to the last node', () => {
  for (const [tag, states] of Object.entries(STATES)) {
    const pictures = states.map(({ name }) => `# ${name}\n${found.get(`${tag}: ${name}`)!.tree}`);
    sameAsFixture(`tree/${tag}`, pictures.join('\n\n'));
  }
});

test('X-2: each field has its label for a name, and its hint, rules and error for a description', () => {
  assert.deepEqual(wrong('fields'), []);
  // There was something to look at.
  const fields = [...found.values()].flatMap((state) => state.fields);
  for (const what of ['label', 'hint', 'rules', 'error'] as const)
    assert.ok(fields.filter((field) => field[what]).length > 10, what);
});

test('X-1: each field is a real one in the page itself, in a form with a button that sends it', () => {
  for (const [state, { fields }] of found) {
    for (const { tag, name, inLight, sent } of fields) {
      if (state.startsWith('language')) continue;
      assert.ok(['input', 'select'].includes(tag) && inLight && sent, `${state}: ${tag} ${name}`);
    }
  }
});

test('X-7: each field has a label that can be seen, and no placeholder', () => {
  assert.deepEqual(wrong('labels'), []);
});

test('X-4: nothing stops a paste, a drop or a copy anywhere', () => {
  assert.deepEqual(wrong('pastes'), []);
});

test('X-6: each link of a summary leads to its field, and the same words stand there', () => {
  assert.deepEqual(wrong('summary'), []);
});

test('X-9: each form has a region for errors and one for what is done, from the beginning', () => {
  assert.deepEqual(wrong('regions'), []);
});

test('X-10: radios, boxes, menus and buttons are the browser’s own; radios and boxes stand in a group with a name', () => {
  assert.deepEqual(wrong('controls'), []);
});

test('X-11: one heading for each step, no level left out, all in landmarks, in the order in which it is seen', () => {
  assert.deepEqual(wrong('structure'), []);
});

test('X-14: whatever can be pressed is 24 pixels wide and high, and controls are 44 high', () => {
  assert.deepEqual(wrong('targets'), []);
});

test('X-16: at 320 by 256 pixels nothing scrolls sideways, overlaps or is cut off', () => {
  assert.deepEqual(wrong('small'), []);
});

test('X-17: with letters twice as large, and with letters, words and lines far apart, nothing is lost', () => {
  assert.deepEqual(wrong('large', 'spaced'), []);
});

test('X-20: nothing moves for whoever wants no motion', () => {
  assert.deepEqual(wrong('motion'), []);
});

test('X-21: whom to turn to stands last at each step, and last in each alert', () => {
  assert.deepEqual(wrong('help'), []);
});

test('X-23: what can be read on a button or a link is part of its name', () => {
  assert.deepEqual(wrong('names'), []);
});

test('X-26: no screen has to be held one way, and nothing has to be dragged', () => {
  assert.deepEqual(wrong('locks', 'wide'), []);
});

test('X-3 X-7 X-11 X-14 X-15 X-23 X-24: axe finds nothing, and leaves nothing open, in any state, light or dark', () => {
  assert.deepEqual(wrong('light', 'dark'), []);
});

test('X-3: each field has the token by which browsers know what belongs there', () => {
  const tokens: typeof TOKENS = {};
  for (const [state, { fields }] of found) {
    for (const { name, type, autocomplete } of fields) {
      if (['radio', 'checkbox'].includes(type)) continue;
      const known = (tokens[state.split(':')[0]!] ??= {});
      assert.ok(!(name in known) || known[name] === autocomplete, `${state}: ${name} has two tokens`);
      known[name] = autocomplete;
    }
  }
  assert.deepEqual(tokens, TOKENS);
});
