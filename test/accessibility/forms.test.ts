import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { people } from '../../mock-server/clinic.js';
import { codes } from '../../mock-server/scenarios.js';
import { launch } from '../support/visitor.js';
import { reach, stateOf } from './states.js';
import { PortalPage } from './support/portal-page.js';
import { describe, flat, focusedNode, line, treeOf } from './support/tree.js';

const { dana } = people;
const TAG = (name: string): string => `<portal-${name} heading-level="1"></portal-${name}>`;

let browser: Browser;
let portal: PortalPage;
before(async () => {
  browser = await launch();
  portal = await PortalPage.enter(browser);
});
beforeEach(() => portal.page.evaluate(() => window.inPage?.told()));
after(async () => {
  assert.deepEqual(portal?.visitor.wrongs, []);
  await browser?.close();
});

const calls = () => portal.page.evaluate(() => window.inPage.calls);

const dates: [month: string, day: string, year: string, says: string, at: string][] = [
  ['', '', '', 'Enter the birthdate', 'Month'],
  ['3', '', '1980', 'Birthdate must include a day', 'Day'],
  ['', '27', '1980', 'Birthdate must include a month', 'Month'],
  ['3', '27', '', 'Birthdate must include a year', 'Year'],
  ['3', '27', '80', 'Birthdate must include a year with 4 digits', 'Year'],
  ['2', '30', '1980', 'Birthdate must be a real date', 'Day'],
  ['13', '1', '1980', 'Birthdate must be a real date', 'Month'],
  ['3', '27', '2080', 'Birthdate must be in the past', 'Year'],
];

test('X-6: the summary has the focus, says how to put it right, and leads to the part of the date that is wrong', async () => {
  const { visitor, page } = portal;
  await portal.open({ body: TAG('activate'), hash: `#code=${codes.fresh}` });
  for (const [month, day, year, says, at] of dates) {
    for (const [label, text] of Object.entries({ Month: month, Day: day, Year: year }))
      await visitor.field(label).fill(text);
    await visitor.next();
    await portal.settled();
    const alert = await focusedNode(page);
    assert.equal(alert?.role, 'alert', says);
    assert.match(await visitor.alert('There is a problem').innerText(), new RegExp(says));
    await visitor.enterOn(page.getByRole('link', { name: says, exact: true }));
    const node = await focusedNode(page);
    assert.deepEqual([node?.name, node?.description, node?.states['invalid']], [at, `Error: ${says}`, 'true'], says);
    assert.deepEqual(await Promise.all(['Month', 'Day', 'Year'].map((label) => visitor.field(label).inputValue())), [
      month,
      day,
      year,
    ]);
  }
  assert.ok(!(await calls()).includes('POST /activation/verify'));
});

test('X-6: a seed phrase stays where it was: “Email is invalid”, with what one looks like', async () => {
  await reach(portal, 'activate', stateOf('activate', 'second step, nothing filled in'));
  const node = await describe(portal.page, 'document.querySelector("input[autocomplete=username]")');
  assert.match(node!.description, /Error: Email is invalid\. Enter an email address like name@example\.com$/);
});

test('X-7: rules and hints stand there before anything is typed; the day of the example can be no month', async () => {
  const { page, visitor } = portal;
  await portal.open({ body: TAG('activate'), hash: `#code=${codes.fresh}` });
  const group = page.getByRole('group', { name: 'Birthdate' });
  const [, month, day, year] = /for example (\d+)\s(\d+)\s(\d{4})/.exec(await group.innerText())!.map(Number);
  assert.ok(month! <= 12 && day! > 12 && year! > 1900);
  assert.deepEqual(
    await group.locator('input').evaluateAll((inputs) => inputs.map((input) => input.getAttribute('inputmode'))),
    ['numeric', 'numeric', 'numeric'],
  );
  await visitor.fillBirthdate(dana.birthdate);
  await visitor.next();
  await visitor.field('Password').waitFor();
  const rules = page.getByRole('list').filter({ hasText: 'At least 1 digit' });
  assert.equal(await rules.isVisible(), true);
  const before = await rules.evaluate(
    (list, field) => list.compareDocumentPosition(document.querySelector(field)!),
    'input[autocomplete=new-password]',
  );
  assert.equal(before & 4, 4, 'the rules come before the field');
});

test('X-8: nothing is agreed to before it was checked; answers stay, and an optional one can be taken back', async () => {
  const { page, visitor } = portal;
  await portal.open({ scenario: 'strict-consent', body: TAG('consent') });
  await visitor.button('House rules').click();
  await visitor.button('Submit').waitFor();
  for (const choice of await page.locator('input:is([type=radio], [type=checkbox])').all())
    assert.equal(await choice.isChecked(), false);
  await visitor.field('I have read the rules').check();
  await visitor.field('By phone').check();
  await visitor.field('Whom may we call in an emergency?').fill('Sam');
  await visitor.button('Submit').click();
  await visitor.alert('There is a problem').waitFor();
  assert.ok(!(await calls()).some((call) => call.startsWith('POST')));
  assert.equal(await visitor.field('I have read the rules').isChecked(), true);
  assert.equal(await visitor.field('By phone').isChecked(), true);
  assert.equal(await visitor.field('Whom may we call in an emergency?').inputValue(), 'Sam');
  assert.equal(await visitor.button('Submit').count(), 1);

  await reach(portal, 'settings', stateOf('settings', 'a consent, about to be withdrawn'));
  assert.equal((await focusedNode(page))?.name, 'Withdraw your answer to “Telehealth consent”?');
  assert.ok(!(await calls()).some((call) => call.startsWith('DELETE')));
  await visitor.button('Cancel').click();
  await portal.settled();
  assert.equal((await focusedNode(page))?.name, 'Withdraw Telehealth consent');
});

test('X-9: what is done is told in its region, and is not told by its color alone', async () => {
  const { page } = portal;
  await reach(portal, 'link-code', stateOf('link-code', 'added'));
  const told = (await page.evaluate(() => window.inPage.told())).flatMap((one) =>
    'said' in one ? [[one.by, one.said]] : [],
  );
  assert.deepEqual(told.at(-1), ['status', 'The activation code has been added successfully']);
  const status = page.getByRole('status').filter({ hasText: 'added successfully' });
  assert.equal(await status.locator('svg').isVisible(), true);
});

test('X-12: what was pressed in an alert goes away with it, and the focus stays in the form', async () => {
  await reach(portal, 'activate', stateOf('activate', 'a new code is on its way'));
  assert.equal((await focusedNode(portal.page))?.name, 'Next');
});

test('X-10: “Myself” is chosen from the start, and the button by a password says in its name what it does', async () => {
  const { visitor, page } = portal;
  await reach(portal, 'activate', stateOf('activate', 'second step'));
  const radios = flat(await treeOf(page)).filter(({ role }) => role === 'radio');
  assert.deepEqual(radios.map(line), ['radio "Myself" checked', 'radio "Someone else" not checked']);
  for (const [before, after, type] of [
    ['Show', 'Hide', 'text'],
    ['Hide', 'Show', 'password'],
  ] as const) {
    await visitor.enterOn(visitor.button(`${before} password`));
    assert.equal((await focusedNode(page))?.name, `${after} password`);
    assert.equal(await visitor.field('Password').getAttribute('type'), type);
  }
});
