import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { launch } from '../support/visitor.js';
import { JOURNEYS, type Journey } from './journeys.js';
import { sameAsFixture } from './support/fixtures.js';
import { told, toldLines, walk, type Told } from './support/journey.js';
import { PortalPage } from './support/portal-page.js';
import { focusedNode, line } from './support/tree.js';

/** What was met by Tab and what was heard after each act. */
interface Heard {
  does: string;
  forward: string[];
  back: string[];
  told: Told[];
  focus: string;
  title: string;
}

let heard: Record<string, Heard[]>;
let browser: Browser;
before(async () => {
  browser = await launch();
  const taken = Object.entries(JOURNEYS).map(async ([name, journey]) => [name, await take(journey)] as const);
  heard = Object.fromEntries(await Promise.all(taken));
});
after(() => browser?.close());

async function take({ tag, scenario, attributes = '', hash, acts }: Journey): Promise<Heard[]> {
  const portal = await PortalPage.enter(browser);
  const { page } = portal;
  const body = `<portal-${tag} heading-level="1" ${attributes}></portal-${tag}>`;
  await portal.open({ scenario, body, ...(hash && { hash }) });
  const all: Heard[] = [];
  const listen = async (does: string): Promise<void> => {
    await portal.settled();
    const entries = await told(portal);
    const focused = await focusedNode(page);
    await page.evaluate(() => window.inPage.keepFocus());
    const [forward, back] = [await walk(portal, 'Tab'), await walk(portal, 'Shift+Tab')];
    await page.evaluate(() => window.giveFocusBack?.());
    await told(portal);
    all.push({ does, forward, back, told: entries, focus: focused ? line(focused) : '', title: await page.title() });
  };
  await listen('opens the page');
  for (const { does, act } of acts) {
    await act(portal);
    await listen(does);
  }
  assert.deepEqual(portal.visitor.wrongs, []);
  await portal.leave();
  return all;
}

const all = (): [string, Heard][] =>
  Object.entries(heard).flatMap(([name, acts]) => acts.map((act): [string, Heard] => [`${name}: ${act.does}`, act]));
const indented = (lines: readonly string[]): string => lines.map((each) => `  ${each}`).join('\n');

test('X-12: Tab comes to the same stops as ever in each journey, in order, forward and back, and out again', () => {
  for (const [name, acts] of Object.entries(heard))
    sameAsFixture(`keyboard/${name}`, acts.map(({ does, forward }) => `> ${does}\n${indented(forward)}`).join('\n\n'));
  for (const [act, { forward, back }] of all()) assert.deepEqual(back.toReversed(), forward, act);
});

test('X-9 X-25: what is told in each journey, by regions that speak and by moves of the focus, is as ever', () => {
  for (const [name, acts] of Object.entries(heard))
    sameAsFixture(`told/${name}`, acts.map(({ does, told }) => `> ${does}\n${indented(toldLines(told))}`).join('\n\n'));
});

test('X-9: a region is there before its words, and nothing that is put right is read out once more', () => {
  let words = 0;
  for (const [act, { told }] of all()) {
    for (const entry of told) {
      if (!('said' in entry) || entry.said === 'Working') continue;
      words += 1;
      assert.equal(entry.appeared, false, `${act}: “${entry.said}” came with its region`);
    }
    const alerts = told.filter((entry) => 'said' in entry && entry.by === 'alert');
    assert.ok(alerts.length <= 1, `${act}: ${alerts.length} alerts`);
  }
  assert.ok(words > 20);
});

test('X-25: a step is told once, by the focus on its heading; the title stays the page’s own', () => {
  const steps: string[] = [];
  for (const [act, { told, title }] of all()) {
    assert.equal(title, 'Patient portal', act);
    const moves = told.flatMap((entry) => ('focused' in entry ? [entry.focused] : []));
    assert.ok(moves.length <= 1, `${act}: the focus moves ${moves.length} times`);
    if (moves[0]?.role !== 'heading') continue;
    steps.push(moves[0].name);
    assert.equal(moves[0].states['level'], 1, act);
    assert.ok(
      told.every((entry) => !('said' in entry) || entry.by === 'status'),
      `${act}: an alert as well`,
    );
  }
  assert.deepEqual(steps, [
    ...['Create your account', 'Your account is ready'],
    ...['Enter your password', 'You are logged in'],
    ...[
      'Portal Consent',
      'Read and agree',
      'Text message agreement',
      'Read and agree',
      'Everything required is answered',
    ],
    ...['Check your email', 'Choose a new password', 'Your new password is saved'],
  ]);
});

test('X-12: help keeps the focus inside, Esc and X close it, and the focus is where it was', () => {
  const [first, esc, pressed, closed] = heard['help']!;
  for (const open of [first!, pressed!])
    assert.deepEqual([open.focus, open.forward], ['button "Close"', ['button "Close"']]);
  for (const shut of [esc!, closed!]) {
    assert.equal(shut.focus, 'button "Help" hasPopup dialog');
    assert.deepEqual(shut.forward, ['button "Help" hasPopup dialog']);
  }
});

test('X-12: the warning keeps the focus inside, and gives it back', () => {
  const [, warned, stayed] = heard['idle']!;
  assert.equal(warned!.focus, 'button "Stay logged in"');
  assert.deepEqual(warned!.forward.toSorted(), ['button "Log out now"', 'button "Stay logged in"']);
  assert.equal(stayed!.focus, 'button "Log out"');
});
