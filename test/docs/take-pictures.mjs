// Takes the pictures of README.md anew, after `npm run build`: `node test/docs/take-pictures.mjs`. Somebody with an
// invitation visits the demo’s pages, always on the same day and with the same names, so that only what has changed changes.
import { writeFileSync } from 'node:fs';
import { tsImport } from 'tsx/esm/api';

const take = (path) => tsImport(path, import.meta.url);
const [{ startServer }, { launch, Visitor }, { addPerson, issueInvitation }, { codes }] = await Promise.all(
  ['../support/server.ts', '../support/visitor.ts', '../../src/backend/index.ts', '../../mock-server/index.ts'].map(
    take,
  ),
);

const FOLDER = new URL('../../docs/pictures/', import.meta.url);
const NOW = new Date('2026-03-09T09:30:00');
const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 1.5, hasTouch: true, isMobile: true };
const DESK = { viewport: { width: 1000, height: 644 }, deviceScaleFactor: 1.5 };

const server = await startServer({ pages: 'demo/pages' });
const browser = await launch();
let people = 0;

/** Somebody new with a code, in front of the demo. */
async function enter(colorScheme, device) {
  people += 1;
  const email = `dana${people}@example.org`;
  const person = await addPerson(server.portal.deps, {
    email,
    birthdate: '1980-02-29',
    givenName: 'Dana',
    familyName: 'Reyes',
  });
  const { code } = await issueInvitation(server.portal.deps, { personId: person.id, mail: false });
  const visitor = await Visitor.enter(browser, server.origin, { colorScheme, reducedMotion: 'reduce', ...device });
  await visitor.page.clock.setFixedTime(NOW);
  return { visitor, page: visitor.page, email: 'dana.reyes@example.com', code, own: email };
}

/** What can be seen of a page, as WebP: a tenth of the same as PNG. */
async function shot(page, quality = 82) {
  await page.evaluate(() => document.fonts.ready);
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality });
  return data;
}

const screens = {
  async activate({ visitor, page }) {
    await page.goto(`${server.origin}/activate#code=${codes.fresh}`);
    await visitor.field(/^Activation code/).waitFor();
    await visitor.fillBirthdate();
  },
  async refused({ visitor, page }) {
    await page.goto(`${server.origin}/activate#code=${codes.fresh}`);
    await visitor.field(/^Activation code/).waitFor();
    await visitor.fillBirthdate('1981-02-28');
    await visitor.next();
    await visitor.alert('No records found').waitFor();
    await page.evaluate(() => scrollTo(0, 0));
  },
  async account({ visitor, page, code, email }) {
    await page.goto(`${server.origin}/activate#code=${code}`);
    await visitor.verify();
    await visitor.field(/^Email\/Username/).fill(email);
    await visitor.field('Password').fill('Bluewater7');
  },
  async consent({ visitor, page, code, own }) {
    await page.goto(`${server.origin}/activate#code=${code}`);
    await visitor.verify();
    await visitor.createAccount(own);
    await visitor.at('/consent');
    await visitor.button('Portal Consent').waitFor();
  },
  async settings(given) {
    const { visitor, page } = given;
    await screens.consent(given);
    await visitor.agreeToAll();
    await visitor.at('/');
    await visitor.closeHelp();
    await page.goto(`${server.origin}/settings`);
    await page
      .getByRole('region', { name: 'Contact information' })
      .getByLabel(/^Mobile phone/)
      .waitFor();
    await visitor.field(/^Activation code/).waitFor();
  },
  async 'login-ar'({ page, own }) {
    await page.goto(`${server.origin}/login`);
    await page.locator('portal-language select').selectOption('ar');
    await page.locator('portal-login .portal-root[dir=rtl] input').first().fill(own);
    await page.evaluate(() => document.activeElement.blur());
  },
  async help(given) {
    const { visitor, page } = given;
    await screens.consent(given);
    await visitor.agreeToAll();
    await visitor.at('/');
    await page.getByRole('dialog').waitFor();
  },
};

/** The first picture of the README: a desk, and a phone before it. */
const together = (desk, phone, dark) => `<!doctype html><meta charset="utf-8"><style>
  body { margin: 0; inline-size: 1200px; block-size: 720px; position: relative; overflow: hidden; background: ${dark ? '#0b1214' : '#e8edec'} }
  img { position: absolute; display: block; box-shadow: 0 24px 60px rgb(0 20 24 / 0.18) }
  .desk { inset: 36px auto auto 36px; inline-size: 1000px; block-size: 644px; border-radius: 12px }
  .phone { inset: 36px 36px auto auto; inline-size: 292px; block-size: 632px; border: 8px solid ${dark ? '#3a4c50' : '#14262a'}; border-radius: 26px }
</style><img class="desk" src="data:image/webp;base64,${desk}"><img class="phone" src="data:image/webp;base64,${phone}">`;

try {
  for (const colorScheme of ['light', 'dark']) {
    const save = (name, data) =>
      writeFileSync(new URL(`${name}${colorScheme === 'dark' ? '-dark' : ''}.webp`, FOLDER), data, 'base64');
    const taken = {};
    for (const [name, open] of Object.entries(screens)) {
      const given = await enter(colorScheme, name === 'help' ? DESK : PHONE);
      await open(given);
      taken[name] = await shot(given.page);
      if (name !== 'help') save(name, taken[name]);
      await given.visitor.context.close();
    }
    const context = await browser.newContext({ viewport: { width: 1200, height: 720 } });
    const page = await context.newPage();
    await page.setContent(together(taken.help, taken.account, colorScheme === 'dark'));
    await page.waitForFunction(() => [...document.images].every(({ complete }) => complete));
    save('portal', await shot(page));
    await context.close();
  }
} finally {
  await browser.close();
  await server.stop();
}
