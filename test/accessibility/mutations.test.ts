import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { launch } from '../support/visitor.js';
import { reach, stateOf } from './states.js';
import { bundle, type Change } from './support/bundle.js';
import * as checks from './support/checks.js';
import { PortalPage } from './support/portal-page.js';
import { ringMistakes } from './support/rings.js';
import { focusedNode, line } from './support/tree.js';

type Check = (portal: PortalPage) => Promise<string[]>;

/** A line of the product that somebody might lose, and the check that has to tell. */
interface Mutation extends Change {
  loses: string;
  tag: string;
  state: string;
  check: Check;
}

const focusIsOn = async ({ page }: PortalPage, role: string): Promise<string[]> => {
  const node = await focusedNode(page);
  return node?.role === role ? [] : [`the focus is on ${node ? line(node) : 'nothing'}`];
};
const onAlert: Check = (portal) => focusIsOn(portal, 'alert');
const onButton: Check = (portal) => focusIsOn(portal, 'button');
const onHeading: Check = (portal) => focusIsOn(portal, 'heading');
const modal: Check = async ({ page }) =>
  (await page.evaluate(() => window.inPage.modal())) ? [] : ['no dialog is modal'];
const targets: Check = ({ page }) =>
  page.evaluate(() => [...window.inPage.smallTargets(24), ...window.inPage.lowControls()]);
const rings: Check = async (portal) => (await ringMistakes(portal)).mistakes;

const wrong = { tag: 'activate', state: 'nothing filled in' };
const second = { tag: 'activate', state: 'second step' };

const MUTATIONS: Mutation[] = [
  {
    ...wrong,
    loses: 'the label of a field',
    file: 'src/forms/field.ts',
    from: ' for=${controlId(parts.flow, parts.name)}',
    to: '',
    check: checks.fieldMistakes,
  },
  {
    ...wrong,
    loses: 'the description of a field',
    file: 'src/forms/text-field.ts',
    from: 'aria-describedby=${describedBy(parts, ...(parts.describedBy ?? []))}',
    to: '',
    check: checks.fieldMistakes,
  },
  {
    ...wrong,
    loses: 'the error in the description',
    file: 'src/forms/field.ts',
    from: '...(flow.fieldErrors[name] ? [`${id}-error`] : [])',
    to: '',
    check: checks.fieldMistakes,
  },
  {
    ...wrong,
    loses: 'what tells that a field is wrong',
    file: 'src/forms/text-field.ts',
    from: 'aria-invalid=${invalid(flow, name)}',
    to: '',
    check: checks.fieldMistakes,
  },
  {
    ...wrong,
    loses: 'the description of a date',
    file: 'src/forms/date-field.ts',
    from: '<fieldset class=${fieldClass(flow, name)} aria-describedby=${describedBy(parts)}>',
    to: '<fieldset class=${fieldClass(flow, name)}>',
    check: checks.fieldMistakes,
  },
  {
    ...second,
    loses: 'the rules in the description of a password',
    file: 'src/forms/new-password.ts',
    from: '[`${id}-needs`, `${id}-rules`]',
    to: '[]',
    check: checks.fieldMistakes,
  },
  {
    ...wrong,
    loses: 'the name of a group',
    file: 'src/forms/date-field.ts',
    from: '<legend class="portal-label">${label}</legend>',
    to: '<p class="portal-label">${label}</p>',
    check: checks.fieldMistakes,
  },
  {
    ...wrong,
    loses: 'the focus on what went wrong',
    file: 'src/forms/flow-controller.ts',
    from: 'moveFocus(this.host, `#${this.id}-alert`);',
    to: '',
    check: onAlert,
  },
  {
    tag: 'activate',
    state: 'a new code is on its way',
    loses: 'the focus when what was pressed in an alert goes away with it',
    file: 'src/forms/flow-controller.ts',
    from: '    this.#leaveAlert();',
    to: '',
    check: onButton,
  },
  {
    ...second,
    loses: 'the focus on the next step',
    file: 'src/elements/shell.ts',
    from: '  heading?.focus();',
    to: '',
    check: onHeading,
  },
  {
    ...wrong,
    loses: 'the way from the summary to the field',
    file: 'src/forms/alert.ts',
    from: 'href=${href} @click=${focus(at)}',
    to: 'href=${href} @click=${(event: Event) => event.preventDefault()}',
    check: checks.summaryMistakes,
  },
  {
    ...wrong,
    loses: 'the region for what is done',
    file: 'src/forms/form.ts',
    from: ' role="status"',
    to: '',
    check: checks.regionMistakes,
  },
  {
    ...wrong,
    loses: 'the region for what went wrong',
    file: 'src/forms/alert.ts',
    from: 'role="alert"',
    to: '',
    check: checks.regionMistakes,
  },
  {
    tag: 'help',
    state: 'at the first visit',
    loses: 'what keeps the focus in the dialog',
    file: 'src/elements/help/portal-help.ts',
    from: 'dialog.showModal()',
    to: 'dialog.show()',
    check: modal,
  },
  {
    ...second,
    loses: 'the size of what can be pressed',
    file: 'src/styles/tokens.ts',
    from: 'var(--portal-control-size, 2.75rem)',
    to: '1rem',
    check: targets,
  },
  {
    ...second,
    loses: 'the ring around what has the focus',
    file: 'src/styles/text-styles.ts',
    from: '    outline: 3px solid var(--_focus);',
    to: '    outline: 1px solid var(--_line);',
    check: rings,
  },
];

let browser: Browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

async function ask({ tag, state, check }: Mutation, script?: string): Promise<string[]> {
  const portal = await PortalPage.enter(browser, script === undefined ? {} : { script });
  await reach(portal, tag, stateOf(tag, state));
  const mistakes = await check(portal);
  await portal.leave();
  return mistakes;
}

test(
  'X-2 X-6 X-9 X-12 X-13 X-14 X-25: each check tells when the product has lost what it looks for',
  { concurrency: 2 },
  async (t) => {
    const once = new Map(MUTATIONS.map((each) => [`${each.tag} ${each.state} ${each.check.name}`, each]));
    for (const mutation of once.values()) assert.deepEqual(await ask(mutation), [], 'the product as it is');
    await Promise.all(
      MUTATIONS.map((mutation) =>
        t.test(mutation.loses, async () => {
          assert.notDeepEqual(await ask(mutation, await bundle([mutation])), [], 'nothing was told');
        }),
      ),
    );
  },
);
