import type { PortalPage } from './portal-page.js';
import { factsOf, flat, focusedNode, line, treeOf, type TreeNode } from './tree.js';

export const FIELDS = ['textbox', 'radio', 'checkbox', 'combobox'];

const all = (nodes: readonly TreeNode[], roles: readonly string[]): TreeNode[] =>
  flat(nodes).filter(({ role }) => roles.includes(role));

/** The group that each field stands in, if any. */
function groups(nodes: readonly TreeNode[], around?: TreeNode): Map<TreeNode, TreeNode | undefined> {
  const found = new Map<TreeNode, TreeNode | undefined>();
  for (const each of nodes) {
    found.set(each, around);
    for (const [node, group] of groups(each.children, each.role === 'group' ? each : around)) found.set(node, group);
  }
  return found;
}

/**
 * Each field has the name that stands beside it, and is described by its hint, its rules and its error; of several in a
 * group, the group may have them.
 */
export async function fieldMistakes({ page }: PortalPage): Promise<string[]> {
  const tree = await treeOf(page);
  const around = groups(tree);
  const mistakes: string[] = [];
  for (const node of all(tree, FIELDS)) {
    const { label, hint, rules, error } = await factsOf(page, node);
    const group = around.get(node);
    const heard = `${node.description} ${group?.description ?? ''}`;
    if (!node.name) mistakes.push(`${line(node)} has no name`);
    if (label && node.name !== label) mistakes.push(`${line(node)} is labelled “${label}”`);
    for (const [what, words] of Object.entries({ hint, rules, error }))
      if (words && !heard.includes(words)) mistakes.push(`${line(node)} isn’t described by its ${what} “${words}”`);
    if (error && !group && node.states['invalid'] !== 'true') mistakes.push(`${line(node)} isn’t told to be invalid`);
    if (!error && !group && node.states['invalid'] === 'true') mistakes.push(`${line(node)} is invalid without a word`);
  }
  for (const group of all(tree, ['group'])) {
    const { tag, label } = await factsOf(page, group);
    if (tag === 'fieldset' && (!label || group.name !== label))
      mistakes.push(`${line(group)} has the legend “${label}”`);
    const fields = all(group.children, FIELDS);
    const wrong = (await factsOf(page, group)).error !== '';
    if (tag === 'fieldset' && fields.some(({ states }) => states['invalid'] === 'true') !== wrong)
      mistakes.push(`${line(group)} and its fields don’t agree on whether they are wrong`);
  }
  return mistakes;
}

/** Each field has a label that can be seen, and nothing in it stands for one. */
export async function labelMistakes({ page }: PortalPage): Promise<string[]> {
  const mistakes: string[] = [];
  for (const node of all(await treeOf(page), FIELDS)) {
    const { label, labelSeen, placeholder, outOfReach } = await factsOf(page, node);
    // There for password managers; a menu of languages shows what is chosen, in that language.
    const spared = outOfReach || (node.role === 'combobox' && node.name === 'Language' && node.value !== '');
    if (placeholder) mistakes.push(`${line(node)} has a placeholder`);
    if (!spared && !(label && labelSeen)) mistakes.push(`${line(node)} has no label that can be seen`);
  }
  return mistakes;
}

/** What can be read on a button or a link is part of its name. */
export async function nameMistakes({ page }: PortalPage): Promise<string[]> {
  const mistakes: string[] = [];
  const plain = (words: string): string => words.toLowerCase().replace(/\s+/g, ' ');
  for (const node of all(await treeOf(page), ['button', 'link'])) {
    const { seen } = await factsOf(page, node);
    if (!node.name) mistakes.push(`${line(node)} has no name`);
    if (!plain(node.name).includes(plain(seen))) mistakes.push(`${line(node)} reads “${seen}”`);
  }
  return mistakes;
}

/** One heading for what is shown, no level left out, and everything in a landmark. */
export async function structureMistakes({ page }: PortalPage): Promise<string[]> {
  const tree = await treeOf(page);
  const levels = all(tree, ['heading']).map(({ states }) => Number(states['level']));
  const skipped = levels.slice(1).filter((level, index) => level > levels[index]! + 1);
  const inDialog = all(tree, ['dialog', 'alertdialog']).length > 0;
  const landmarks = ['banner', 'main', 'contentinfo', 'dialog', 'alertdialog'];
  const outside = tree[0]!.children
    .flatMap((each) => (each.role === 'generic' ? each.children : [each]))
    .filter(({ role }) => !landmarks.includes(role));
  return [
    ...(!inDialog && levels[0] !== 1 ? [`the first heading is of level ${levels[0]}`] : []),
    ...(levels.filter((level) => level === 1).length > 1 ? ['there are several headings of level 1'] : []),
    ...skipped.map((level) => `a level is left out before one of ${level}`),
    ...outside.map((each) => `${line(each)} stands in no landmark`),
    ...(await page.evaluate(() => window.inPage.outOfOrder())),
  ];
}

/** Radios stand in a group that has a name; what shows a password says so, and of which. */
export async function controlMistakes({ page }: PortalPage): Promise<string[]> {
  const tree = await treeOf(page);
  const around = groups(tree);
  const mistakes = all(tree, ['radio', 'checkbox'])
    .filter((node) => !around.get(node)?.name)
    .map((node) => `${line(node)} stands in no group with a name`);
  for (const node of all(tree, ['radio', 'checkbox', 'combobox', 'textbox', 'button'])) {
    const { tag } = await factsOf(page, node);
    if (!['input', 'select', 'button'].includes(tag)) mistakes.push(`${line(node)} is a <${tag}>`);
  }
  return mistakes;
}

/** Each form has its two regions, whether or not they say something. */
export async function regionMistakes({ page }: PortalPage): Promise<string[]> {
  return all(await treeOf(page), ['form'])
    .filter((form) => !['alert', 'status'].every((role) => all(form.children, [role]).length > 0))
    .map((form) => `${line(form)} has no region for what is to be said`);
}

/** On a small screen, and whatever is done to the text, everything is there and nothing sticks out. */
export async function layoutMistakes({ page }: PortalPage, width: number, height: number): Promise<string[]> {
  const before = page.viewportSize()!;
  await page.setViewportSize({ width, height });
  const mistakes = await page.evaluate(() => [
    ...window.inPage.measure('main'),
    ...(document.scrollingElement!.scrollWidth > document.scrollingElement!.clientWidth
      ? ['the page scrolls sideways']
      : []),
  ]);
  await page.setViewportSize(before);
  return mistakes;
}

/** The same with other letters: twice as large, or as far apart as a reader may want them. */
export async function textMistakes(portal: PortalPage, which: 'large' | 'spaced'): Promise<string[]> {
  await portal.page.evaluate((style) => window.inPage.restyle(style), which);
  const mistakes = [
    ...(await layoutMistakes(portal, 800, 900)),
    ...(await layoutMistakes(portal, which === 'large' ? 640 : 320, 900)),
  ];
  await portal.page.evaluate(() => window.inPage.restyle());
  return mistakes.map((mistake) => `${which}: ${mistake}`);
}

/** Each link of the summary leads to a field that is wrong, and says what is said there. */
export async function summaryMistakes({ page }: PortalPage): Promise<string[]> {
  const links = page.locator('.portal-alert a[href^="#"]');
  const mistakes: string[] = [];
  for (const link of await links.all()) {
    const words = (await link.innerText()).trim();
    await link.focus();
    await page.keyboard.press('Enter');
    const node = await focusedNode(page);
    if (!node || !FIELDS.includes(node.role)) {
      mistakes.push(`“${words}” leads to ${node ? line(node) : 'nothing'}`);
      continue;
    }
    const { error } = await factsOf(page, node);
    if (error !== `Error: ${words}`) mistakes.push(`“${words}” leads to ${line(node)}, which says “${error}”`);
    if (node.states['invalid'] !== 'true') mistakes.push(`${line(node)} isn’t told to be invalid`);
  }
  return mistakes;
}
