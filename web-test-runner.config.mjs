import { readFile } from 'node:fs/promises';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import {
  a11ySnapshotPlugin,
  emulateMediaPlugin,
  sendKeysPlugin,
  setViewportPlugin,
} from '@web/test-runner-commands/plugins';
import { browserArgs, findOrFetchBrowser } from './test/support/browser.mjs';
import { countTests } from './test/support/wtr-reporter.mjs';

const mockServiceWorker = {
  name: 'mock-service-worker',
  async serve({ path }) {
    if (path !== '/mockServiceWorker.js') return undefined;
    return { body: await readFile('node_modules/msw/lib/mockServiceWorker.js', 'utf8'), type: 'js' };
  },
};

// Each page in a context of its own, told that it has the focus: else keys never arrive in the page behind.
async function createPage({ browser }) {
  const page = await (await browser.createBrowserContext()).newPage();
  const devTools = await page.createCDPSession();
  await devTools.send('Emulation.setFocusEmulationEnabled', { enabled: true });
  return page;
}

export default {
  files: ['test/{elements,forms,styles}/**/*.test.ts'],
  nodeResolve: { exportConditions: ['browser', 'development'] },
  concurrency: 2,
  testFramework: { config: { timeout: 10_000 } },
  // A page as a client should write one: axe looks at all of it.
  testRunnerHtml: (testFramework) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Portal Elements</title>
  </head>
  <body>
    <script>
      // Mocha only looks at errors; a promise that nobody caught shall fail the test too.
      addEventListener('unhandledrejection', (event) => {
        throw event.reason;
      });
    </script>
    <script type="module" src="${testFramework}"></script>
  </body>
</html>`,
  plugins: [
    mockServiceWorker,
    a11ySnapshotPlugin(),
    emulateMediaPlugin(),
    sendKeysPlugin(),
    setViewportPlugin(),
    esbuildPlugin({ ts: true, target: 'es2022', tsconfig: './tsconfig.json' }),
  ],
  browsers: [
    chromeLauncher({
      createPage,
      concurrency: 2,
      // `shell`: the headless Chromium that npm carries knows no other way; every other one takes it too.
      launchOptions: { executablePath: await findOrFetchBrowser(), headless: 'shell', args: browserArgs },
    }),
  ],
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
  reporters: [defaultReporter({ reportTestResults: true, reportTestProgress: false }), countTests()],
};
