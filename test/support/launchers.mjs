import { chromeLauncher } from '@web/test-runner-chrome';
import puppeteer from 'puppeteer-core';
import { browserArgs, findOrFetchBrowser } from './browser.mjs';
import { engines } from './engines.mjs';
import { webkitLauncher } from './webkit.mjs';

// Each page in a context of its own, told that it has the focus: else keys never arrive in the page behind.
async function createPage({ browser }) {
  const page = await (await browser.createBrowserContext()).newPage();
  const devTools = await page.createCDPSession();
  await devTools.send('Emulation.setFocusEmulationEnabled', { enabled: true });
  return page;
}

const launchers = {
  chromium: (executablePath) =>
    chromeLauncher({
      puppeteer,
      createPage,
      concurrency: 2,
      // `shell`: the headless Chromium that npm carries knows no other way; every other one takes it too.
      launchOptions: { executablePath, headless: 'shell', args: browserArgs },
    }),
  // One page at a time: only the one in front has the focus.
  firefox: (executablePath) =>
    chromeLauncher({ puppeteer, concurrency: 1, launchOptions: { browser: 'firefox', executablePath } }),
  webkit: (driver) => webkitLauncher({ driver }),
};

/** What starts the engine of this name for Web Test Runner. */
export async function launcherOf(engine) {
  if (!engines[engine])
    throw new Error(`There is no engine named ${engine}. There are: ${Object.keys(engines).join(', ')}.`);
  const { name, find, advice } = engines[engine];
  const program = engine === 'chromium' ? await findOrFetchBrowser() : find();
  if (!program) throw new Error(`${name} is not on this machine: ${advice}.`);
  return launchers[engine](program);
}
