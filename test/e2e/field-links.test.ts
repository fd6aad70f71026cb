import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { Demo } from '../support/demo.js';
import { linkIn, returning } from '../support/returning.js';
import { launch, PASSWORD, Visitor } from '../support/visitor.js';

let browser: Browser;
let demo: Demo;
before(async () => {
  [browser, demo] = await Promise.all([launch(), Demo.start()]);
});
after(() => Promise.all([browser?.close(), demo?.stop()]));

/** Whatever opens links before a person does. */
const SCANNERS = [
  'Mozilla/5.0 (compatible; MSIE 9.0; SafeLinks)',
  'Mimecast-URL-Defense',
  'Proofpoint Targeted Attack Protection',
  'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)',
  'WhatsApp/2.23.20.0',
  'facebookexternalhit/1.1',
  'SkypeUriPreview',
];

/** Opens a link as a scanner does that runs scripts: it waits, scrolls and moves about, but presses nothing. */
async function scan(url: string): Promise<{ visitor: Visitor; changing: string[] }> {
  const visitor = await Visitor.enter(browser, demo.origin);
  const changing: string[] = [];
  visitor.page.on('request', (request) => {
    if (request.method() !== 'GET') changing.push(`${request.method()} ${request.url()}`);
  });
  await visitor.page.goto(url);
  await visitor.page.waitForLoadState('networkidle');
  await visitor.page.mouse.move(200, 200);
  await visitor.page.mouse.wheel(0, 2_000);
  await visitor.page.reload();
  await visitor.page.waitForLoadState('networkidle');
  return { visitor, changing };
}

test('E1 case 54 case 61: a link that scanners and previews have opened works for its person, and a code that was used says so', async (t) => {
  const { activateUrl, linkUrl, email, code } = await demo.invite();
  for (const url of [activateUrl, linkUrl, activateUrl.replace('#code=', '?code=')])
    for (const agent of SCANNERS)
      for (const method of ['HEAD', 'GET', 'GET']) {
        const { status } = await fetch(url, { method, headers: { 'user-agent': agent } });
        assert.equal(status, 200, `${method} by ${agent}`);
      }
  const visitor = await Visitor.enter(browser, demo.origin);
  t.after(() => visitor.context.close());
  await visitor.page.goto(activateUrl);
  await visitor.verify();
  await visitor.createAccount(email);
  await visitor.at('/consent');

  const again = await Visitor.enter(browser, demo.origin);
  t.after(() => again.context.close());
  await again.page.goto(activateUrl);
  await again.field(/^Activation code/).waitFor();
  assert.equal(await again.field(/^Activation code/).inputValue(), code);
  await again.fillBirthdate();
  await again.next();
  await again.alert(/has been used already.*log in/i).waitFor();
  await again.page.locator('portal-activate').getByRole('link', { name: 'Log in instead' }).click();
  await again.at('/login');
  assert.deepEqual([...visitor.wrongs, ...again.wrongs], []);
});

test('case 55: no link of any mail does anything by itself, also where scripts run', async (t) => {
  const { activateUrl, linkUrl } = await demo.invite();
  const { visitor: owner, email } = await returning(browser, demo);
  t.after(() => owner.context.close());
  await owner.page.evaluate(async (username) => {
    await fetch('/api/portal/password-reset', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username }),
    });
  }, email);
  const resetUrl = linkIn((await demo.mailTo(email, /#reset=/)).text, '#reset=');
  for (const [url, then] of [
    [activateUrl, async (person: Visitor) => person.verify()],
    [linkUrl, async (person: Visitor) => person.field(/^Email\/Username/).waitFor()],
    [
      resetUrl,
      async (person: Visitor) => {
        await person.field('New password').fill('Greenfield8+');
        await person.button('Save').click();
        await person.at('/login');
      },
    ],
  ] as const) {
    const { visitor: scanner, changing } = await scan(url);
    assert.deepEqual(changing, [], url.replace(/=.*/, ''));
    assert.deepEqual(scanner.wrongs, []);
    await scanner.context.close();
    const person = await Visitor.enter(browser, demo.origin);
    await person.page.goto(url);
    await then(person);
    await person.context.close();
  }
});

test('case 60: what was begun in a mail app’s own browser goes on in another, by the link or by the code alone', async (t) => {
  for (const byHand of [true, false]) {
    const { activateUrl, code, email } = await demo.invite();
    const inMail = await Visitor.enter(browser, demo.origin);
    await inMail.page.goto(activateUrl);
    await inMail.verify();
    await inMail.field(/^Email\/Username/).fill(email);
    // The person changes to the real browser here: nothing of the first is there.
    const visitor = await Visitor.enter(browser, demo.origin);
    t.after(() => Promise.all([inMail.context.close(), visitor.context.close()]));
    assert.deepEqual(await visitor.context.cookies(), []);
    await visitor.page.goto(byHand ? `${demo.origin}/activate` : activateUrl);
    const field = visitor.field(/^Activation code/);
    await field.waitFor();
    if (byHand) await field.fill(code.toLowerCase().replaceAll('-', ' '));
    await visitor.verify();
    await visitor.createAccount(email, PASSWORD);
    await visitor.at('/consent');
    assert.deepEqual(visitor.wrongs, []);
  }
});

test('E8: the log-in page leads nowhere else, whatever its address says', async (t) => {
  const { visitor, email } = await returning(browser, demo);
  t.after(() => visitor.context.close());
  for (const next of [
    '//evil.example/x',
    'javascript:document.title="run"',
    '/\\evil.example',
    'https://evil.example',
  ]) {
    await visitor.context.clearCookies();
    await visitor.page.goto(`${demo.origin}/login?next=${encodeURIComponent(next)}`);
    await visitor.logIn(email);
    await visitor.at('/');
    assert.equal(new URL(visitor.page.url()).origin, demo.origin);
    assert.notEqual(await visitor.page.title(), 'run');
  }
  assert.deepEqual(visitor.wrongs, []);
});
