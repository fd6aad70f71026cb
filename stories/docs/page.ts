/** The pages of docs/ that stand in this guide too, by where they are here. */
const GUIDE: Record<string, string> = {
  'embedding.md': 'guide-embedding',
  'theming.md': 'guide-theming',
  'words.md': 'guide-words-and-languages',
  'adapters.md': 'guide-adapters',
  'mock.md': 'guide-mock',
};

/** A page of docs/ as it stands here: links to other pages of the guide lead there, those to other files are words. */
export const page = (markdown: string): string =>
  markdown
    .replaceAll(/<!--[^]*?-->\n*/g, (comment, at: number) => (isInCode(markdown, at) ? comment : ''))
    .replaceAll(/\[([^\]]+)\]\((?!https?:|#)([^)#]+)(?:#[^)]*)?\)/g, (_, words: string, file: string) =>
      GUIDE[file] ? `[${words}](?path=/docs/${GUIDE[file]}--docs)` : words,
    );

// An odd number of fences stands before what is inside of one.
const isInCode = (markdown: string, at: number): boolean =>
  (markdown.slice(0, at).match(/^```/gm)?.length ?? 0) % 2 === 1;
