import { line, type TreeNode } from './tree.js';

/** What stands in a field’s name, or in the lines of a text, already. */
const LEFT_OUT = ['InlineTextBox', 'LabelText', 'Legend', 'LineBreak', 'MenuListPopup', 'ListMarker'];
/** What only holds others. */
const HOISTED = ['generic', 'none', 'paragraph', 'RootWebArea', 'GenericContainer', 'strong'];
const NAMED_BY_CONTENTS = ['heading', 'link', 'button', 'option', 'radio', 'checkbox', 'textbox', 'combobox', 'term'];

/** A tree in plain text: a line for each node, what describes it in brackets below, and a line for each piece of text. */
export function printTree(nodes: readonly TreeNode[], indent = ''): string[] {
  const lines: string[] = [];
  let words: string[] = [];
  let chosen = '';
  const flush = (): void => {
    if (words.length > 0) lines.push(`${indent}${words.join(' ')}`);
    words = [];
  };
  for (const each of unfolded(nodes)) {
    if (each.role === 'StaticText') {
      // Of a radio or a box the label is its name; now and then the tree holds it once more.
      if (each.name !== chosen) words.push(each.name);
      continue;
    }
    flush();
    chosen = ['radio', 'checkbox'].includes(each.role) ? each.name : '';
    const below = `${indent}  `;
    lines.push(`${indent}${line(each)}`);
    if (each.description) lines.push(`${below}(${each.description})`);
    if (!NAMED_BY_CONTENTS.includes(each.role)) lines.push(...printTree(each.children, below));
  }
  flush();
  return lines;
}

const unfolded = (nodes: readonly TreeNode[]): TreeNode[] =>
  nodes.flatMap((each) => {
    if (LEFT_OUT.includes(each.role) || (each.role === 'StaticText' && !each.name)) return [];
    return HOISTED.includes(each.role) ? unfolded(each.children) : [each];
  });
