import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from './port.mjs';
import { openPage } from './webdriver.mjs';

/** WebKit for Web Test Runner: WebKitGTK on a virtual screen, one page after the other in the same window. */
export function webkitLauncher({ driver }) {
  let processes;
  let ended;
  let opening;
  let page;
  let active;

  async function open() {
    const port = await freePort();
    processes = startDriver(driver, port);
    ended = once(processes, 'exit');
    const origin = `http://127.0.0.1:${port}`;
    await untilItAnswers(`${origin}/status`);
    return openPage(origin, { browserName: 'MiniBrowser' });
  }

  return {
    name: 'WebKit',
    // The page answers to the runner's commands as one of Puppeteer does.
    type: 'puppeteer',
    getPage: () => page,
    concurrency: 1,
    isActive: (session) => session === active,
    getBrowserUrl: () => page.url(),
    async startSession(session, url) {
      page = await (opening ??= open());
      active = session;
      await page.setViewport({ width: 800, height: 600 });
      await page.goto(url);
    },
    async stopSession() {
      active = undefined;
      // On an empty page nothing of the last one goes on running.
      await page.goto('about:blank');
      return {};
    },
    async startDebugSession() {
      throw new Error(
        'There is no window to look into: debug in another engine, or open the page in a WebKit of your own.',
      );
    },
    async stop() {
      processes?.stdin.end();
      await ended;
    },
  };
}

/** Driver, screen and browser live as long as the pipe, and that closes with this process, whatever ends it. */
function startDriver(driver, port) {
  const untilThePipeCloses = '"$0" "$@" & cat; kill $!';
  return spawn('xvfb-run', ['-a', 'sh', '-c', untilThePipeCloses, driver, `--port=${port}`], {
    // A group of its own: an interrupt from the keyboard shall end the run, and the run this.
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
    env: { ...process.env, LANGUAGE: 'en_US', XDG_CONFIG_HOME: fileURLToPath(new URL('webkit', import.meta.url)) },
  });
}

async function untilItAnswers(url) {
  for (let tries = 0; tries < 100; tries += 1) {
    if (
      await fetch(url).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return;
    await setTimeout(100);
  }
  throw new Error('The driver of WebKitGTK does not answer.');
}
