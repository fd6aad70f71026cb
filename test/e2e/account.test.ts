import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { Demo } from '../support/demo.js';
import { configWith, linkIn, returning } from '../support/returning.js';
import { launch, PASSWORD, Visitor } from '../support/visitor.js';

let browser: Browser;
let demo: Demo;
before(async () => {
  [browser, demo] = await Promise.all([launch(), Demo.start()]);
});
after(() => Promise.all([browser?.close(), demo?.stop()]));

test('a forgotten password, from the request to the log-in, by keyboard alone', async (t) => {
  const { visitor, email } = await returning(browser, demo);
  const { page } = visitor;
  t.after(() => visitor.context.close());
  await visitor.context.clearCookies();
  await page.goto(`${demo.origin}/login`);
  await page.getByRole('link', { name: 'Forgot your password?' }).focus();
  await page.keyboard.press('Enter');
  await visitor.at('/reset-password');
  await visitor.field(/^Email\/Username/).focus();
  await page.keyboard.type(email);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Check your email' }).waitFor();

  const mail = await demo.mailTo(email, /#reset=/);
  await page.goto(linkIn(mail.text, '#reset='));
  const password = visitor.field(/^(New )?[Pp]assword$/);
  await password.waitFor();
  assert.doesNotMatch(page.url(), /reset=/);
  await password.focus();
  await page.keyboard.type('weak');
  await page.keyboard.press('Enter');
  await visitor.alert(/./).waitFor();
  await password.fill('Greenfield8+');
  await page.keyboard.press('Enter');
  await page
    .getByRole('heading', { name: 'Your new password is saved' })
    .or(visitor.field(/^Email\/Username/))
    .first()
    .waitFor();
  await demo.mailTo(email, /password/i);

  // The element goes there by itself.
  await visitor.at('/login');
  await visitor.field(/^Email\/Username/).focus();
  await page.keyboard.type(email);
  await page.keyboard.press('Enter');
  await visitor.field('Password').waitFor();
  await visitor.field('Password').focus();
  await page.keyboard.type('Greenfield8+');
  await page.keyboard.press('Enter');
  await visitor.at('/');

  await page.goto('about:blank');
  await page.goto(linkIn(mail.text, '#reset='));
  await visitor.field(/^(New )?[Pp]assword$/).fill('Another-pass9');
  await page.keyboard.press('Enter');
  await visitor.alert('The link no longer works').waitFor();
  assert.deepEqual(visitor.wrongs, []);
});

test('contact information: a phone, then another address with the current password, which both addresses hear of', async (t) => {
  const { visitor, email } = await returning(browser, demo);
  const { page } = visitor;
  t.after(() => visitor.context.close());
  await page.goto(`${demo.origin}/settings`);
  const contact = page.getByRole('region', { name: 'Contact information' });
  await contact.getByLabel(/Mobile phone/).fill('(202) 555-0177');
  await contact.getByRole('button', { name: 'Save' }).click();
  await contact.getByText('Contact information saved').waitFor();
  await contact.getByLabel(/Mobile phone/).fill('12');
  await contact.getByRole('button', { name: 'Save' }).click();
  await contact.getByText('Enter a phone number with its area code').first().waitFor();
  await contact.getByLabel(/Mobile phone/).fill('');

  const moved = `moved-${email}`;
  await contact.locator('input[autocomplete=email]').fill(moved);
  await contact.getByLabel('Current password', { exact: true }).fill(PASSWORD);
  await contact.getByRole('button', { name: 'Save' }).click();
  await contact.getByText('Contact information saved').waitFor();
  await demo.mailTo(email, /address/i);
  await demo.mailTo(moved, /address/i);
  await visitor.context.clearCookies();
  await page.goto(`${demo.origin}/login`);
  await visitor.logIn(moved);
  await visitor.at('/');
  assert.deepEqual(visitor.wrongs, []);
});

test('consents can be read again, and optional ones withdrawn', async (t) => {
  const { visitor } = await returning(browser, demo);
  const { page } = visitor;
  t.after(() => visitor.context.close());
  await page.goto(`${demo.origin}/settings`);
  const consents = page.getByRole('region', { name: 'Consents' });
  await consents.getByRole('button', { name: 'Read Portal Consent' }).click();
  await consents.getByText('What the portal is for').waitFor();
  const download = page.waitForEvent('download');
  await consents
    .getByRole('link', { name: /Download/ })
    .or(consents.getByRole('button', { name: /Download/ }))
    .first()
    .click();
  assert.match(readFileSync(await (await download).path(), 'utf8'), /Portal Consent/);
  assert.equal(
    await consents.getByRole('button', { name: 'Withdraw Portal Consent' }).count(),
    0,
    'a required one stays',
  );

  await consents.getByRole('button', { name: 'Withdraw Telehealth consent' }).click();
  await consents.getByRole('group').getByRole('button', { name: 'Withdraw' }).click();
  await consents
    .getByText(/Withdrawn/)
    .first()
    .waitFor();
  assert.deepEqual(visitor.wrongs, []);
});

test('logging out everywhere else ends the other browser’s session', async (t) => {
  const { visitor, email } = await returning(browser, demo);
  const elsewhere = await Visitor.enter(browser, demo.origin);
  t.after(() => Promise.all([visitor.context.close(), elsewhere.context.close()]));
  await elsewhere.page.goto(`${demo.origin}/login`);
  await elsewhere.logIn(email);
  await elsewhere.at('/');
  await visitor.page.goto(`${demo.origin}/settings`);
  const sessions = visitor.page.getByRole('region', { name: 'Sessions' });
  await sessions.getByRole('button', { name: 'Log out everywhere else' }).click();
  await sessions.getByRole('button', { name: 'Log out everywhere else' }).waitFor({ state: 'detached' });
  await elsewhere.page.reload();
  await elsewhere.at('/login');
  assert.deepEqual(visitor.wrongs, []);
});

test('an expired code is replaced from the page by one that works, by keyboard alone', async (t) => {
  // Four seconds: long enough to be issued, short enough to be waited for.
  const short = await Demo.start({ PORTAL_CONFIG: configWith({ validity: { codeDays: 4 / 86_400 } }) });
  const visitor = await Visitor.enter(browser, short.origin);
  t.after(() => Promise.all([visitor.context.close(), short.stop()]));
  const { page } = visitor;
  const { activateUrl, email, code } = await short.invite();
  await page.waitForTimeout(4_000);
  await page.goto(activateUrl);
  await visitor.field(/^Activation code/).waitFor();
  const date = page.getByRole('group', { name: 'Birthdate' });
  for (const [part, typed] of [
    ['Month', '2'],
    ['Day', '29'],
    ['Year', '1980'],
  ] as const) {
    await visitor.typeInto(date.getByLabel(part), typed);
  }
  await page.keyboard.press('Enter');
  await visitor.alert('This code has expired').waitFor();
  await visitor.enterOn(visitor.button('Send me a new code'));
  await page.getByRole('status').filter({ hasText: 'A new code is on its way' }).waitFor();
  let renewed: string | undefined;
  for (let i = 0; i < 50 && !renewed; i++) {
    renewed = (await short.mails())
      .filter(({ to }) => to === email)
      .map(({ text }) => /^([0-9A-Z]{5}-[0-9A-Z]{5}-[0-9A-Z]{5})$/m.exec(text)?.[1])
      .find((found) => found && found !== code);
    if (!renewed) await page.waitForTimeout(100);
  }
  assert.ok(renewed);
});

test('the session warns before it ends, one key extends it, and what was typed survives its end', async (t) => {
  const idle = await Demo.start({ PORTAL_CONFIG: configWith({ sessions: { idleMinutes: 0.4 } }) });
  const { visitor, email } = await returning(browser, idle);
  t.after(() => Promise.all([visitor.context.close(), idle.stop()]));
  const { page } = visitor;
  await page.goto(`${idle.origin}/settings`);
  await page
    .getByRole('region', { name: 'Contact information' })
    .getByLabel(/Work phone/)
    .fill('(202) 555-0166');
  const warning = page.getByRole('alertdialog');
  // It comes a minute before the end, or halfway where there are no two minutes.
  await warning.waitFor({ timeout: 30_000 });
  const extended = page.waitForResponse((response) => response.url().endsWith('/session') && response.ok());
  await page.keyboard.press('Enter');
  await extended;
  await warning.waitFor({ state: 'hidden' });

  await visitor.context.clearCookies();
  const contact = page.getByRole('region', { name: 'Contact information' });
  await contact.getByRole('button', { name: 'Save' }).click();
  await contact
    .getByRole('link', { name: /log in/i })
    .first()
    .click();
  await visitor.at('/login');
  await visitor.logIn(email);
  await visitor.at('/settings');
  await page
    .getByRole('region', { name: 'Contact information' })
    .getByLabel(/Work phone/)
    .waitFor();
  assert.equal(
    await page
      .getByRole('region', { name: 'Contact information' })
      .getByLabel(/Work phone/)
      .inputValue(),
    '(202) 555-0166',
  );
});
