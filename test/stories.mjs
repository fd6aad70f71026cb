// Opens every story of the built Storybook in a browser: none may throw, write an error to the console, fail in its play
// function or break a rule of accessibility. Build it first: `npm run build-storybook`.
//
//   --axe      all stories in English and Arabic, each in light and in dark
//   --layout   all stories in English, German and Arabic, each on a phone and on a desk
//   --only X   those whose name or id contains X
//   --folder X a Storybook that was built elsewhere
import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { tsImport } from 'tsx/esm/api';
import { axeMistakes } from './stories/axe.mjs';
import { layoutMistakes } from './stories/layout.mjs';
import { serve } from './stories/serve.mjs';
import { StoryPage } from './stories/story-page.mjs';
import { browserArgs, findOrFetchBrowser } from './support/browser.mjs';
import { record, summary } from './support/results.mjs';

const { values: asked } = parseArgs({
  options: {
    axe: { type: 'boolean', default: false },
    layout: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    folder: { type: 'string', default: 'storybook-static' },
  },
});
if (!existsSync(`${asked.folder}/index.json`)) throw new Error('There is no built Storybook: npm run build-storybook.');
const stories = Object.values(JSON.parse(readFileSync(`${asked.folder}/index.json`, 'utf8')).entries)
  .filter(({ type }) => type === 'story')
  .filter(({ id, title, name }) => `${id} ${title}: ${name}`.includes(asked.only));
if (stories.length === 0) throw new Error('Storybook holds no such story.');

/** What is looked at in which language. */
const languages = asked.axe || asked.layout ? ['en', ...(asked.layout ? ['de'] : []), 'ar'] : ['en'];
const colorSchemes = (language) =>
  asked.axe && language !== 'de' ? ['light', 'dark'] : language === 'en' ? ['light'] : [];

/** What the stories have shown of their elements' operations, each checked by its own play function. */
const shown = new Map();
const counts = { passed: 0, failed: 0, skipped: 0 };
const server = await serve(asked.folder);
const browser = await chromium.launch({ executablePath: await findOrFetchBrowser(), args: browserArgs });
try {
  for (const language of languages) {
    const queue = [...stories];
    await Promise.all([work(queue, language), work(queue, language)]);
  }
} finally {
  await browser.close();
  server.close();
}
if (!asked.only) await compareWithClaims();
console.log(`${stories.length} stories in ${languages.join(', ')}.`);
console.log(summary(counts));
process.exitCode = counts.failed > 0 ? 1 : 0;

async function work(queue, language) {
  // What arrives late moves what stands there already; with answers at once it would go unseen.
  const answers = asked.layout && language === 'en' ? 50 : 0;
  const page = new StoryPage(browser, server.origin, { language, answers });
  for (let story = queue.shift(); story; story = queue.shift()) await test(page, story, language);
  await page.close();
}

async function test(page, story, language) {
  const name = `${story.title}: ${story.name}${languages.length > 1 ? ` (${language})` : ''}`;
  if (!story.tags.includes('test')) return done('skipped', name, ['its tags say "!test"']);
  const mistakes = [];
  let leave = true;
  try {
    const { shows, opensAddress } = await page.tell(story.id);
    if (shows && language === 'en') shown.set(story.id, shows);
    mistakes.push(...page.mistakes, ...(await look(page.page, language)));
    // What an address carried, and what went wrong, holds for the page.
    leave = opensAddress || page.mistakes.length > 0;
  } catch ({ message }) {
    mistakes.push(message);
  }
  if (leave) await page.close();
  done(mistakes.length > 0 ? 'failed' : 'passed', name, mistakes);
}

async function look(page, language) {
  const mistakes = asked.layout ? await layoutMistakes(page) : [];
  for (const scheme of colorSchemes(language)) mistakes.push(...(await axeMistakes(page, scheme)));
  return mistakes;
}

/** What the build has read in the sources of the stories, and what was told: the same. */
async function compareWithClaims() {
  const { shownStates } = await tsImport('./stories/states.ts', import.meta.url);
  for (const [element, claims] of await shownStates()) {
    const told = stories.flatMap(({ id, title }) => (title.split('/')[0] === element ? (shown.get(id) ?? []) : []));
    const mistakes = [...new Set([...claims, ...told])]
      .filter((state) => !claims.includes(state) || !told.includes(state))
      .map((state) => `${state} is claimed and not told, or told and not claimed`);
    done(mistakes.length > 0 ? 'failed' : 'passed', `${element}: what its stories claim to show`, mistakes);
  }
}

function done(outcome, name, reasons) {
  counts[outcome] += 1;
  const mark = { passed: '✔', failed: '✖', skipped: '﹣' }[outcome];
  console.log([`${mark} ${name}`, ...reasons.map((reason) => reason.split('\n')[0])].join('\n    '));
  record({ outcome, name, ...(reasons.length > 0 && { reason: reasons[0] }) });
}
