import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { Demo } from '../support/demo.js';
import { configWith, linkIn, returning } from '../support/returning.js';
import { launch, PASSWORD, Visitor } from '../support/visitor.js';

let browser: Browser;
let demo: Demo;
before(async () => {
  browser = await launch();
  // A portal on which a new address waits for its confirmation: one step more to walk.
  demo = await Demo.start({ PORTAL_CONFIG: configWith({ confirmNewEmail: true }) });
});
after(() => Promise.all([browser?.close(), demo?.stop()]));

test('settings by keyboard alone: a phone, a new address with its confirmation, a consent withdrawn, other sessions ended', async (t) => {
  const { visitor, email } = await returning(browser, demo);
  const elsewhere = await Visitor.enter(browser, demo.origin);
  t.after(() => Promise.all([visitor.context.close(), elsewhere.context.close()]));
  const { page } = visitor;
  await elsewhere.page.goto(`${demo.origin}/login`);
  await elsewhere.logIn(email);
  await elsewhere.at('/');

  await page.goto(`${demo.origin}/settings`);
  const contact = page.getByRole('region', { name: 'Contact information' });
  await visitor.typeInto(contact.getByLabel(/Mobile phone/), '(202) 555-0177');
  await page.keyboard.press('Enter');
  await contact.getByText('Contact information saved').waitFor();

  await t.test('a new address is asked for with the current password, and counts once it is confirmed', async () => {
    await page.reload();
    await visitor.typeInto(contact.locator('input[autocomplete=email]'), `moved-${email}`);
    await visitor.typeInto(contact.getByLabel('Current password', { exact: true }), PASSWORD);
    await page.keyboard.press('Enter');
    await contact.getByRole('status').filter({ hasText: 'link we sent' }).waitFor();
    const mail = await demo.mailTo(`moved-${email}`, /#confirm=/);
    await page.goto(linkIn(mail.text, '#confirm='));
    await visitor.enterOn(visitor.button('Confirm email'));
    await page.getByRole('status').filter({ hasText: 'Your email is confirmed' }).waitFor();
    await visitor.typeInto(visitor.field(/^Email\/Username/), `moved-${email}`);
    await page.keyboard.press('Enter');
    await visitor.typeInto(visitor.field('Password'), PASSWORD);
    await page.keyboard.press('Enter');
    await visitor.at('/');
  });

  await t.test('a consent is withdrawn, after a question', async () => {
    await page.goto(`${demo.origin}/settings`);
    const consents = page.getByRole('region', { name: 'Consents' });
    await visitor.enterOn(consents.getByRole('button', { name: 'Withdraw Telehealth consent' }));
    await visitor.enterOn(consents.getByRole('group').getByRole('button', { name: 'Withdraw' }));
    await consents
      .getByText(/Withdrawn/)
      .first()
      .waitFor();
  });

  await t.test('the other sessions end', async () => {
    const sessions = page.getByRole('region', { name: 'Sessions' });
    await visitor.enterOn(sessions.getByRole('button', { name: 'Log out everywhere else' }));
    await sessions.getByRole('button', { name: 'Log out everywhere else' }).waitFor({ state: 'detached' });
    await elsewhere.page.reload();
    await elsewhere.at('/login');
  });
  assert.deepEqual(visitor.wrongs, []);
});
