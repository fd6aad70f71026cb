import { readFile } from 'node:fs/promises';
import { defaultReporter } from '@web/test-runner';
import {
  a11ySnapshotPlugin,
  emulateMediaPlugin,
  sendKeysPlugin,
  setViewportPlugin,
} from '@web/test-runner-commands/plugins';
import { bundledTests } from './test/support/bundled-tests.mjs';
import { devToolsPlugin } from './test/support/dev-tools.mjs';
import { launcherOf } from './test/support/launchers.mjs';
import { countTests } from './test/support/wtr-reporter.mjs';

const mockServiceWorker = {
  name: 'mock-service-worker',
  async serve({ path }) {
    if (path !== '/mockServiceWorker.js') return undefined;
    return { body: await readFile('node_modules/msw/lib/mockServiceWorker.js', 'utf8'), type: 'js' };
  },
};

// `BROWSERS=firefox,webkit npx web-test-runner` runs the tests in those engines.
const engines = (process.env.BROWSERS ?? 'chromium').split(',');

const FOLDERS = ['elements', 'forms', 'field'];

export default {
  files: FOLDERS.map((folder) => `test/${folder}/**/*.test.ts`),
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
    devToolsPlugin(),
    emulateMediaPlugin(),
    sendKeysPlugin(),
    setViewportPlugin(),
    bundledTests(FOLDERS),
  ],
  browsers: await Promise.all(engines.map(launcherOf)),
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
  reporters: [defaultReporter({ reportTestResults: true, reportTestProgress: false }), countTests()],
};
