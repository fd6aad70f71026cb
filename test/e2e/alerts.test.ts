import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { Demo, type Invited } from '../support/demo.js';
import { launch, PASSWORD, Visitor } from '../support/visitor.js';

let browser: Browser;
let demo: Demo;
let used: Invited;
before(async () => {
  [browser, demo] = await Promise.all([launch(), Demo.start()]);
  used = await demo.invite();
  const visitor = await Visitor.enter(browser, demo.origin);
  await visitor.page.goto(used.activateUrl);
  await visitor.verify();
  await visitor.createAccount(used.email);
  await visitor.at('/consent');
  await visitor.context.close();
});
after(() => Promise.all([browser?.close(), demo?.stop()]));

test('the three alerts of the help page, each with a way on', async (t) => {
  const visitor = await Visitor.enter(browser, demo.origin);
  const { page } = visitor;
  t.after(() => visitor.context.close());
  const activate = page.locator('portal-activate');

  await t.test('No records found: the code was used, which only its person is told', async () => {
    await page.goto(used.activateUrl);
    await visitor.field(/^Activation code/).waitFor();
    await visitor.fillBirthdate('1981-01-01');
    await visitor.next();
    const alert = visitor.alert('No records found');
    await alert.waitFor();
    const before = await alert.innerText();
    assert.doesNotMatch(before, /already used/i);
    await visitor.fillBirthdate();
    await visitor.next();
    await visitor.alert(/used/i).waitFor();
    assert.ok((await alert.innerText()).startsWith('No records found'));
    assert.ok(
      await activate
        .getByRole('link', { name: /log in/i })
        .first()
        .isVisible(),
    );
    assert.ok(await activate.getByText('555-0142').first().isVisible(), 'the support contact is shown');
  });

  await t.test('No records found: an unknown code and a wrong birthdate look alike', async () => {
    const fresh = await demo.invite();
    const texts: string[] = [];
    for (const url of [fresh.activateUrl, `${demo.origin}/activate#code=01231-14567-89ABJ`]) {
      await page.goto('about:blank');
      await page.goto(url);
      await visitor.field(/^Activation code/).waitFor();
      await visitor.fillBirthdate('1981-01-01');
      await visitor.next();
      await visitor.alert('No records found').waitFor();
      texts.push(await visitor.alert('No records found').innerText());
    }
    assert.equal(texts[0], texts[1]);
  });

  await t.test('Email is invalid, then Email has been taken, and the journey goes on', async () => {
    const fresh = await demo.invite();
    await page.goto('about:blank');
    await page.goto(fresh.activateUrl);
    await visitor.verify();
    await visitor.createAccount('not-an-address');
    const username = visitor.field(/^Email\/Username/);
    await page.getByText('Email is invalid').first().waitFor();
    assert.equal(await username.getAttribute('aria-invalid'), 'true');
    assert.equal(await visitor.field('Password').inputValue(), PASSWORD, 'a refused create keeps the password');
    await username.fill(used.email);
    await visitor.next();
    await visitor.alert('Email has been taken').waitFor();
    assert.equal(await visitor.field('Password').inputValue(), PASSWORD);
    const way = activate.getByRole('link', { name: /log in/i }).first();
    assert.equal(new URL((await way.getAttribute('href'))!, demo.origin).pathname, '/login');
    await username.fill(fresh.email);
    await visitor.next();
    await visitor.at('/consent');
  });

  await t.test('Email has been taken leads to the log-in, and the code goes along to Settings', async () => {
    await visitor.context.clearCookies();
    const fresh = await demo.invite();
    await page.goto('about:blank');
    await page.goto(fresh.activateUrl);
    await visitor.verify();
    await visitor.createAccount(used.email);
    await visitor.alert('Email has been taken').waitFor();
    await activate
      .getByRole('link', { name: /log in/i })
      .first()
      .click();
    await visitor.at('/login');
    await visitor.logIn(used.email);
    await visitor.at('/consent');
    await visitor.agreeToAll();
    await visitor.at('/settings');
    const code = visitor.field(/^Activation code/);
    await code.waitFor();
    assert.equal((await code.inputValue()).replace(/\W/g, ''), fresh.code.replace(/\W/g, ''));
  });

  await t.test('after five wrong birthdates the right one is refused too', async () => {
    await visitor.context.clearCookies();
    const { activateUrl } = await demo.invite();
    await page.goto('about:blank');
    await page.goto(activateUrl);
    await visitor.field(/^Activation code/).waitFor();
    for (const date of ['1981-01-01', '1981-01-02', '1981-01-03', '1981-01-04', '1981-01-05', '1980-02-29']) {
      await visitor.fillBirthdate(date);
      const answered = page.waitForResponse((response) => response.url().endsWith('/activation/verify'));
      await visitor.next();
      assert.equal((await answered).status(), 404, date);
    }
    await visitor.alert('No records found').waitFor();
  });
  assert.deepEqual(visitor.wrongs, []);
});

test('opening a mailed link, however often, changes nothing', async (t) => {
  const visitor = await Visitor.enter(browser, demo.origin);
  t.after(() => visitor.context.close());
  const { activateUrl, linkUrl } = await demo.invite();
  for (const url of [activateUrl, linkUrl]) {
    for (const method of ['GET', 'HEAD']) {
      const opened = await Promise.all(
        Array.from({ length: 20 }, () => fetch(url, { method }).then(({ status }) => status)),
      );
      assert.deepEqual(new Set(opened), new Set([200]));
    }
    await visitor.page.goto(url);
    await visitor.page.waitForLoadState('networkidle');
  }
  await visitor.page.goto('about:blank');
  await visitor.page.goto(activateUrl);
  await visitor.verify();
});

test('password managers', async (t) => {
  const visitor = await Visitor.enter(browser, demo.origin);
  const { page } = visitor;
  t.after(() => visitor.context.close());
  await page.goto(`${demo.origin}/login`);
  await visitor.field(/^Email\/Username/).waitFor();

  await t.test('write without an event, and what they wrote is taken', async () => {
    await page.evaluate((address) => {
      document.querySelector<HTMLInputElement>('portal-login input[autocomplete~=username]')!.value = address;
    }, used.email);
    await visitor.next();
    await visitor.field('Password').waitFor();
    assert.equal(
      await page.evaluate(() => document.querySelectorAll('portal-login form input[type=password]').length),
      1,
    );
    assert.ok(
      await page.evaluate(
        (address) =>
          [...document.querySelectorAll<HTMLInputElement>('portal-login input[autocomplete~=username]')].some(
            (input) => input.value === address && input.type !== 'hidden',
          ),
        used.email,
      ),
    );
  });
  await t.test('submit from outside, and three submits make one request', async () => {
    const bodies: unknown[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST' && request.url().endsWith('/session')) bodies.push(request.postDataJSON());
    });
    await page.route('**/session', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 500));
      await route.continue();
    });
    await page.evaluate((password) => {
      const form = document.querySelector<HTMLFormElement>('portal-login form')!;
      document.querySelector<HTMLInputElement>('portal-login input[autocomplete=current-password]')!.value = password;
      form.requestSubmit();
      form.requestSubmit();
      form.requestSubmit();
    }, PASSWORD);
    await page.waitForURL((url) => url.pathname !== '/login');
    assert.deepEqual(bodies, [{ username: used.email, password: PASSWORD }]);
  });
  assert.deepEqual(visitor.wrongs, []);
});
