import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const options = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  // An experimental one, and a criterion all the same: what is seen on a control is what its name begins with.
  rules: { 'label-content-name-mismatch': { enabled: true } },
  resultTypes: ['violations', 'incomplete'],
};

/** What axe has against the story that is shown; what it leaves open counts as well. */
export async function axeMistakes(page, colorScheme, within = '#storybook-root') {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  return page.evaluate(
    async ([colorScheme, options, within]) => {
      document.documentElement.style.colorScheme = colorScheme;
      const { violations, incomplete } = await window.axe.run(within, options);
      const tell =
        (kind) =>
        ({ id, nodes }) =>
          nodes.map(
            ({ html, any, all, none }) =>
              `${colorScheme}: ${kind} ${id}: ${html} ${[...any, ...all, ...none].map(({ message }) => message).join('; ')}`,
          );
      return [...violations.flatMap(tell('breaks')), ...incomplete.flatMap(tell('leaves open'))];
    },
    [colorScheme, options, within],
  );
}
