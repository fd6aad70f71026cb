import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { Demo } from '../support/demo.js';
import { launch, PASSWORD, Visitor } from '../support/visitor.js';

let browser: Browser;
let demo: Demo;
before(async () => {
  [browser, demo] = await Promise.all([launch(), Demo.start()]);
});
after(() => Promise.all([browser?.close(), demo?.stop()]));

test('the whole help page, from the mail to the landing page and back', async (t) => {
  const visitor = await Visitor.enter(browser, demo.origin);
  const { page } = visitor;
  t.after(() => visitor.context.close());

  await page.goto(`${demo.origin}/mailbox`);
  const mail = (await demo.mails()).find(({ to }) => to === 'sam.whitcomb@example.com')!;
  const code = /^([0-9A-Z]{5}-[0-9A-Z]{5}-[0-9A-Z]{5})$/m.exec(mail.text)?.[1];
  assert.ok(code, 'the code stands alone on a line of the text part');
  assert.doesNotMatch(mail.text + mail.html, /Whitcomb|1991/);
  const item = page.locator('#mails > *').filter({ hasText: mail.to });
  if (!(await item.getByRole('link', { name: 'Create an account' }).isVisible())) await item.locator('summary').click();
  await item.getByRole('link', { name: 'Create an account' }).click();

  await visitor.at('/activate');
  assert.equal((await visitor.field(/^Activation code/).inputValue()).replace(/\W/g, ''), code.replace(/\W/g, ''));
  assert.doesNotMatch(page.url(), /code/);
  await page.reload();
  assert.equal((await visitor.field(/^Activation code/).inputValue()).replace(/\W/g, ''), code.replace(/\W/g, ''));
  await visitor.fillBirthdate('1991-11-02');
  await visitor.next();

  const who = page.getByRole('group', { name: 'Who is this activation code for?' });
  assert.ok(await who.getByLabel('Myself').isChecked());
  assert.ok(await who.getByLabel('Someone else').isVisible());
  assert.equal(await visitor.field(/^Email\/Username/).inputValue(), '', 'the invited address is only suggested');
  await visitor.createAccount(mail.to);

  await visitor.at('/consent');
  await visitor.agreeToAll();
  await visitor.at('/');
  await page.getByRole('heading', { name: /Sam/ }).waitFor();
  await visitor.closeHelp();
  await page.reload();
  await page.getByRole('heading', { name: /Sam/ }).waitFor();
  await page.waitForLoadState('networkidle');
  assert.equal(await page.getByRole('dialog').count(), 0, 'the help comes once');
  await page.getByRole('button', { name: 'Help' }).click();
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');

  const second = await demo.invite();
  await visitor.navigate('Settings');
  await visitor.at('/settings');
  await visitor.field(/^Activation code/).fill(second.code.toLowerCase());
  await page.locator('portal-link-code').getByRole('button', { name: 'Submit' }).click();
  await page.getByRole('status').filter({ hasText: 'The activation code has been added successfully' }).waitFor();
  await page.locator('portal-link-code').getByText('Pat Doe').first().waitFor();

  const passwords = page.locator('form').filter({ has: visitor.field('New password') });
  await passwords.getByLabel('Current password', { exact: true }).fill(PASSWORD);
  await passwords.getByLabel('New password', { exact: true }).fill('Greenfield8+');
  await passwords.getByRole('button', { name: 'Save' }).click();
  await passwords.getByText('Password changed').waitFor();

  await visitor.openMenu();
  await visitor.button('Log out').click();
  await visitor.at('/login');
  await visitor.logIn(mail.to);
  await visitor.alert(/./).waitFor();
  await visitor.field('Password').fill('Greenfield8+');
  await visitor.next();
  await visitor.at('/');
  await page.getByRole('heading', { name: /Sam/ }).waitFor();
  assert.deepEqual(visitor.wrongs, []);
});

test('the mail’s second link leads through the log-in to Settings with the code filled in', async (t) => {
  const visitor = await Visitor.enter(browser, demo.origin);
  const { page } = visitor;
  t.after(() => visitor.context.close());
  const first = await demo.invite();
  await page.goto(first.activateUrl);
  await visitor.verify();
  await visitor.createAccount(first.email);
  await visitor.at('/consent');
  await visitor.agreeToAll();
  await visitor.at('/');
  await visitor.context.clearCookies();

  const second = await demo.invite();
  await page.goto(second.linkUrl);
  await visitor.logIn(first.email);
  await visitor.at('/settings');
  const field = visitor.field(/^Activation code/);
  await field.waitFor();
  assert.equal((await field.inputValue()).replace(/\W/g, ''), second.code.replace(/\W/g, ''));
  assert.doesNotMatch(page.url(), /code/);
  await page.locator('portal-link-code').getByRole('button', { name: 'Submit' }).click();
  await page.getByRole('status').filter({ hasText: 'added successfully' }).waitFor();
  assert.deepEqual(visitor.wrongs, []);
});

test('a parent activates for somebody else', async (t) => {
  const visitor = await Visitor.enter(browser, demo.origin);
  const { page } = visitor;
  t.after(() => visitor.context.close());
  const { activateUrl, email } = await demo.invite({ 'given-name': 'Milo' });
  await page.goto(activateUrl);
  await visitor.verify();
  await page.getByLabel('Someone else').check();
  await visitor.createAccount(`parent-of-${email}`);
  await visitor.at('/consent');
  await visitor.agreeToAll();
  await visitor.at('/');
  await visitor.closeHelp();
  await visitor.navigate('Settings');
  const people = page.getByRole('region', { name: 'People' });
  await people.getByText('Milo Doe').waitFor();
  await demo.mailTo(email, /address/i);
  await demo.mailTo(`parent-of-${email}`, /address/i);
  assert.deepEqual(visitor.wrongs, []);
});

test('an employer’s portal asks for a phone number and has one consent', async (t) => {
  const works = await Demo.start({ PORTAL_CONFIG: 'demo/works.config.json' });
  const visitor = await Visitor.enter(browser, works.origin);
  t.after(() => Promise.all([visitor.context.close(), works.stop()]));
  const { page } = visitor;
  const { activateUrl, email } = await works.invite({ 'work-phone': '+12025550199' });
  await page.goto(activateUrl);
  await visitor.field('Phone number').fill('202 555 0100');
  await visitor.next();
  await visitor.alert('No records found').waitFor();
  await visitor.field('Phone number').fill('(202) 555-0199 ext. 5');
  await visitor.next();
  await page.getByRole('group', { name: 'Who is this activation code for?' }).waitFor();
  await visitor.createAccount(email);
  await visitor.at('/consent');
  await visitor.agreeToAll();
  await visitor.at('/');
  assert.deepEqual(visitor.wrongs, []);
});

test('a restart in the middle of the journey loses nothing', async (t) => {
  const own = await Demo.start();
  const visitor = await Visitor.enter(browser, own.origin);
  t.after(() => Promise.all([visitor.context.close(), own.stop()]));
  const { page } = visitor;
  const { activateUrl, email } = await own.invite();
  const restart = async () => {
    await own.kill();
    await own.start();
    // What a person does who sees that nothing can be reached.
    if (new URL(page.url()).pathname !== '/activate') await page.reload();
  };
  await page.goto(activateUrl);
  await visitor.verify();
  await restart();
  await visitor.createAccount(email);
  await visitor.at('/consent');
  await restart();
  await visitor.agreeToAll();
  await visitor.at('/');
  await restart();
  await page.getByRole('heading', { name: /Pat/ }).waitFor();
  await own.mailTo(email, /activation code/i);
});
