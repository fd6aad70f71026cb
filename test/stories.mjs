// Opens every story of the built Storybook in a browser: none may throw, write an error to the console, fail in its play
// function or break a rule of accessibility. Build it first: `npm run build-storybook`.
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { chromium } from 'playwright-core';
import { browserArgs, findOrFetchBrowser } from './support/browser.mjs';
import { record, summary } from './support/results.mjs';

const folder = 'storybook-static';
if (!existsSync(`${folder}/index.json`)) throw new Error('There is no built Storybook: npm run build-storybook.');
const stories = Object.values(JSON.parse(readFileSync(`${folder}/index.json`, 'utf8')).entries).filter(
  ({ type }) => type === 'story',
);
if (stories.length === 0) throw new Error('Storybook holds no story.');

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

const server = createServer(serve).listen(0, '127.0.0.1');
await new Promise((resolve) => server.once('listening', resolve));
const origin = `http://localhost:${server.address().port}`;
const browser = await chromium.launch({ executablePath: await findOrFetchBrowser(), args: browserArgs });
const counts = { passed: 0, failed: 0, skipped: 0 };
try {
  const queue = [...stories];
  const worker = async () => {
    for (let story = queue.shift(); story; story = queue.shift()) await test(story);
  };
  await Promise.all([worker(), worker()]);
} finally {
  await browser.close();
  server.close();
}
console.log(summary(counts));
process.exitCode = counts.failed > 0 ? 1 : 0;

async function test(story) {
  const name = `${story.title}: ${story.name}`;
  if (!story.tags.includes('test')) return done('skipped', name, 'its tags say "!test"');
  const mistakes = await open(story.id);
  done(mistakes.length > 0 ? 'failed' : 'passed', name, mistakes.join('\n    '));
}

function done(outcome, name, reason) {
  counts[outcome] += 1;
  const mark = { passed: '✔', failed: '✖', skipped: '﹣' }[outcome];
  console.log(`${mark} ${name}${reason ? `\n    ${reason}` : ''}`);
  record({ outcome, name, ...(reason && { reason: reason.split('\n')[0] }) });
}

/** Opens one story, each in a context of its own, so that no session, language or service worker goes over to the next. */
async function open(id) {
  const context = await browser.newContext({ viewport: { width: 800, height: 900 } });
  const mistakes = [];
  try {
    const page = await context.newPage();
    page.on('pageerror', (error) => mistakes.push(`page error: ${error.message}`));
    page.on('console', (message) => {
      // The browser itself writes this one for every refusal of the backend, and those belong to the stories.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
        mistakes.push(`console: ${message.text()}`);
    });
    await page.addInitScript(listenToStorybook);
    await page.goto(`${origin}/iframe.html?viewMode=story&id=${encodeURIComponent(id)}`);
    await page.waitForFunction(() => window.storyEnd, undefined, { timeout: 30_000 });
    mistakes.push(...(await page.evaluate(() => window.storyEnd)));
  } catch (error) {
    mistakes.push(error.message.split('\n')[0]);
  } finally {
    await context.close();
  }
  return mistakes;
}

/** Runs in the page: keeps what Storybook's channel says about the end of the story, from its first word on. */
function listenToStorybook() {
  const errors = [];
  const end = () => (window.storyEnd = errors);
  const listeners = {
    storyMissing: () => (errors.push('the story is missing'), end()),
    storyErrored: ({ title, description }) => (errors.push(`${title}: ${description}`), end()),
    storyThrewException: ({ message }) => (errors.push(`render: ${message}`), end()),
    playFunctionThrewException: ({ message }) => errors.push(`play: ${message}`),
    unhandledErrorsWhilePlaying: (list) => errors.push(...list.map(({ message }) => `play: ${message}`)),
    storyFinished({ status, reporters }) {
      for (const { type, result, status } of reporters)
        if (status === 'failed')
          errors.push(
            `${type}: ${result?.violations?.map(({ id, nodes }) => `${id} (${nodes[0]?.html})`).join('; ') ?? 'failed'}`,
          );
      if (status === 'error' && errors.length === 0) errors.push('Storybook reports an error');
      end();
    },
  };
  let channel;
  Object.defineProperty(window, '__STORYBOOK_ADDONS_CHANNEL__', {
    configurable: true,
    get: () => channel,
    set(given) {
      channel = given;
      for (const [event, listener] of Object.entries(listeners)) channel.on(event, listener);
    },
  });
}

function serve({ url }, response) {
  const path = normalize(decodeURIComponent(new URL(url, 'http://localhost').pathname));
  const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
  if (!existsSync(file) || !statSync(file).isFile()) return response.writeHead(404).end();
  response.writeHead(200, { 'Content-Type': types[extname(file)] ?? 'application/octet-stream' });
  createReadStream(file).pipe(response);
}
