import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { MOCK_PASSWORD, people } from '../../mock-server/clinic.js';
import { codes, scenarios } from '../../mock-server/scenarios.js';
import { launch } from '../support/visitor.js';
import { PortalPage } from './support/portal-page.js';
import { flat, focusedNode, line, treeOf } from './support/tree.js';

const { dana } = people;
const TAG = (name: string, attributes = ''): string =>
  `<portal-${name} heading-level="1" ${attributes}></portal-${name}>`;

let browser: Browser;
let portal: PortalPage;
before(async () => {
  browser = await launch();
  portal = await PortalPage.enter(browser, { permissions: ['clipboard-read', 'clipboard-write'] });
});
after(async () => {
  assert.deepEqual(portal?.visitor.wrongs, []);
  await browser?.close();
});

const calls = () => portal.page.evaluate(() => window.inPage.calls);
const heading = () => portal.page.getByRole('heading', { level: 1 }).innerText();

async function paste(text: string): Promise<void> {
  await portal.page.evaluate((words) => navigator.clipboard.writeText(words), text);
  await portal.page.keyboard.press('Control+V');
}

test('X-4: the code is one field, filled in from the link, and takes a paste in any grouping', async () => {
  const { visitor, page } = portal;
  await portal.open({ body: TAG('activate'), hash: `#code=${codes.fresh.toLowerCase()}` });
  const field = visitor.field('Activation code');
  assert.equal(await field.count(), 1);
  assert.equal(await field.inputValue(), codes.fresh);
  assert.equal(await field.getAttribute('maxlength'), null);
  for (const grouped of [
    'k7qm2xrt9wbd3fs',
    'K7QM2 XRT9W BD3FS',
    ' k7qm2–xrt9w—bd3fs\n',
    'K 7 Q M 2 X R T 9 W B D 3 F S',
    'K7Q-M2X-RT9-WBD-3FS',
    'Ｋ７ＱＭ２ＸＲＴ９ＷＢＤ３ＦＳ',
  ]) {
    await field.fill('');
    await field.focus();
    await paste(grouped);
    await page.keyboard.press('Tab');
    assert.equal(await field.inputValue(), codes.fresh, JSON.stringify(grouped));
  }
});

test('X-4: passwords can be pasted, there is no puzzle, and a forgotten one is asked for by its address alone', async () => {
  const { visitor } = portal;
  await portal.open({ scenario: 'returning', body: TAG('login') });
  await visitor.field('Email/Username').focus();
  await paste(dana.email);
  await visitor.next();
  await visitor.field('Password').focus();
  await paste(MOCK_PASSWORD);
  await visitor.next();
  await visitor.page.getByRole('heading', { name: 'You are logged in' }).waitFor();

  await portal.open({ scenario: 'returning', body: TAG('reset-password') });
  const fields = flat(await treeOf(portal.page)).filter(({ role }) =>
    ['textbox', 'checkbox', 'image', 'Iframe'].includes(role),
  );
  assert.deepEqual(fields.map(line), ['textbox "Email/Username" required']);
});

test('X-5: nothing is asked twice, and the way back finds what was typed, but for the password', async () => {
  const { visitor, page } = portal;
  await portal.open({ scenario: 'confirm-password', body: TAG('activate'), hash: `#code=${codes.fresh}` });
  await visitor.fillBirthdate(dana.birthdate);
  await visitor.next();
  await visitor.field('Password').waitFor();
  assert.equal(await page.getByLabel(/code/i).and(page.locator('input:not([type=radio])')).count(), 0);
  await visitor.field('Someone else').check();
  await visitor.field('Email/Username').fill('somebody@example.org');
  await visitor.field('Password').fill(MOCK_PASSWORD);
  await visitor.button('Back').click();

  await visitor.field('Activation code').waitFor();
  const first = ['Activation code', 'Month', 'Day', 'Year'];
  assert.deepEqual(await Promise.all(first.map((label) => visitor.field(label).inputValue())), [
    codes.fresh,
    '03',
    '27',
    '1980',
  ]);
  await visitor.next();
  await visitor.field('Password').waitFor();
  assert.equal(await visitor.field('Email/Username').inputValue(), 'somebody@example.org');
  assert.equal(await visitor.field('Someone else').isChecked(), true);
  assert.equal(await visitor.field('Password').inputValue(), '');

  // Typed twice only where the portal wants that, and an address nowhere.
  assert.equal(await visitor.field(/confirm/i).count(), 1);
  await portal.open({ body: TAG('activate'), hash: `#code=${codes.fresh}` });
  await visitor.fillBirthdate(dana.birthdate);
  await visitor.next();
  await visitor.field('Password').waitFor();
  assert.equal(await visitor.field(/confirm/i).count(), 0);
});

test('X-5: the user name stays in sight beside the password, and the code of the link is there after the log-in', async () => {
  const { visitor, page } = portal;
  await portal.open({ scenario: 'returning-with-code', body: TAG('login'), hash: `#code=${codes.second}` });
  await visitor.field('Email/Username').fill(dana.email);
  await visitor.next();
  await visitor.field('Password').fill(MOCK_PASSWORD);
  assert.equal(await visitor.field('Email/Username').inputValue(), dana.email);
  await visitor.next();
  await page.getByRole('heading', { name: 'You are logged in' }).waitFor();
  await page.evaluate(() => (document.querySelector('main')!.innerHTML = '<portal-link-code></portal-link-code>'));
  await visitor.field('Activation code').waitFor();
  assert.equal(await visitor.field('Activation code').inputValue(), codes.second);
});

test('X-18: where the time for the second step is over, all that was typed in the first is there again', async () => {
  const { visitor, page } = portal;
  await portal.open({ body: TAG('activate'), hash: `#code=${codes.fresh}` });
  await visitor.fillBirthdate(dana.birthdate);
  await visitor.next();
  await visitor.field('Password').waitFor();
  await page.evaluate(() => window.inPage.backend.clock.advance(16 * 60_000));
  await visitor.createAccount(dana.email, MOCK_PASSWORD);
  await visitor.alert('Enter the code once more').waitFor();
  const typed = ['Activation code', 'Month', 'Day', 'Year'].map((label) => visitor.field(label).inputValue());
  assert.deepEqual(await Promise.all(typed), [codes.fresh, '03', '27', '1980']);
  await visitor.next();
  await visitor.field('Password').waitFor();
  assert.equal(await visitor.field('Email/Username').inputValue(), dana.email);
});

test('X-22: nothing is sent, and nothing moves on, while somebody goes from field to field, types and chooses', async () => {
  const { visitor, page } = portal;
  await portal.open({ scenario: 'choice-of-proof', body: TAG('activate') });
  const before = await calls();
  const first = await heading();
  const month = visitor.field('Month');
  await month.focus();
  await page.keyboard.type('12');
  assert.equal((await focusedNode(page))?.name, 'Month', 'a full part doesn’t move the focus on');
  await page.keyboard.type('3');
  assert.equal(await month.inputValue(), '123', 'and isn’t cut');
  const methods = page.getByRole('group', { name: 'How do you want' });
  await methods.getByLabel('Birthdate').focus();
  await page.keyboard.press('ArrowDown');
  assert.equal((await focusedNode(page))?.name, 'Phone number');
  for (const field of await page.locator('main :is(input, button, a):visible').all()) await field.focus();
  assert.deepEqual([await calls(), await heading()], [before, first]);

  await portal.open({ scenario: { ...scenarios['logged-in'] }, body: TAG('settings', 'sections="contact"') });
  const after = await calls();
  await page.getByLabel('Language').selectOption('es');
  await portal.settled();
  assert.deepEqual(await calls(), after, 'a language is chosen, and saved by the button');
});
