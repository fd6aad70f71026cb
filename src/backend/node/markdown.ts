import type { List, Nodes, PhrasingContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { isSafeHref, type Block, type Inline } from '../../contract/rich-text.js';

/**
 * Reads Markdown as blocks of the contract: headings, paragraphs, lists, strong or emphasized words, and links that may
 * be shown.
 *
 * Everything else keeps its words and loses its form: quotations become paragraphs, code and pictures their text, an
 * unsafe link its label, the items of nested lists items of the outer one. Raw HTML is left out.
 */
export const readMarkdown = (text: string): Block[] => blocksOf(fromMarkdown(text));

function blocksOf(node: Nodes): Block[] {
  switch (node.type) {
    case 'heading':
    case 'paragraph':
      return block(node.type, inlinesOf(node.children));
    case 'list': {
      const items = itemsOf(node);
      return items.length > 0 ? [{ type: 'list', ordered: node.ordered ?? false, items }] : [];
    }
    case 'code':
      return block('paragraph', tidy([node.value]));
    case 'root':
    case 'blockquote':
      return node.children.flatMap(blocksOf);
    default:
      return [];
  }
}

const block = (type: 'heading' | 'paragraph', content: Inline[]): Block[] =>
  content.length > 0 ? [{ type, content }] : [];

function itemsOf(list: List): Inline[][] {
  return list.children.flatMap((item) => {
    const nested = item.children.flatMap((child) => (child.type === 'list' ? itemsOf(child) : []));
    const own = item.children.flatMap((child) =>
      blocksOf(child).flatMap((found) => ('content' in found ? [found.content] : [])),
    );
    const content = tidy(own.flatMap((part, i) => (i > 0 ? [' ', ...part] : part)));
    return content.length > 0 ? [content, ...nested] : nested;
  });
}

/** The words of a node and of all that is in it. */
function textOf(node: Nodes | PhrasingContent): string {
  if (node.type === 'html') return '';
  if (node.type === 'break') return ' ';
  if (node.type === 'image' || node.type === 'imageReference') return node.alt ?? '';
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

const inlinesOf = (nodes: readonly PhrasingContent[]): Inline[] => tidy(nodes.flatMap((node) => inlineOf(node)));

function inlineOf(node: PhrasingContent, strong = false): Inline[] {
  const text = oneLine(textOf(node));
  if (text === '') return [];
  if (node.type === 'link' && isSafeHref(node.url)) return [{ text, href: node.url }];
  // A link may stand inside of strong words: it stays a link.
  if (node.type === 'strong' || node.type === 'emphasis')
    return node.children.flatMap((child) => inlineOf(child, true));
  if (node.type === 'link') return node.children.flatMap((child) => inlineOf(child, strong));
  return [strong ? { strong: text } : text];
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ');

// Neighboring words become one piece, so that a line break in the source is no border; the ends are bare.
function tidy(parts: readonly Inline[]): Inline[] {
  const joined: Inline[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (typeof part === 'string' && typeof last === 'string') joined[joined.length - 1] = oneLine(last + part);
    else joined.push(typeof part === 'string' ? oneLine(part) : part);
  }
  if (typeof joined[0] === 'string') joined[0] = joined[0].trimStart();
  const end = joined.at(-1);
  if (typeof end === 'string') joined[joined.length - 1] = end.trimEnd();
  return joined.filter((part) => part !== '');
}
