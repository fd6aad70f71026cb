import type { Inline } from '../../contract/rich-text.js';
import type { ComposedLetter, LetterPart } from './compose-letter.js';

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => ESCAPES[character]!);

// Mail programs drop style sheets as they like, so what matters stands on the elements; this adds the dark colors.
const STYLES = `
    :root { color-scheme: light dark }
    @media (prefers-color-scheme: dark) {
      body { background: #0f1719 !important; color: #e7eeee !important }
      .sheet { background: #192427 !important; border-color: #2a383c !important }
      .code { background: #14323a !important; color: #e7eeee !important }
      .go { background: #6fd3d8 !important; color: #06282c !important }
      .other, .plain, .name { color: #6fd3d8 !important }
      .other { border-color: #73888d !important }
      .small { color: #a9bbbe !important; border-color: #2a383c !important }
    }
    @media (max-width: 480px) {
      .sheet { padding: 28px 20px !important }
      .go, .other { display: block !important; margin-inline: 0 !important; text-align: center !important }
      .code { font-size: 22px !important }
    }`;

const BUTTON = 'display: inline-block; padding: 12px 24px; border-radius: 8px; font-weight: 600; text-decoration: none';
const GO = `${BUTTON}; margin: 0 0 12px; margin-inline-end: 8px; border: 1px solid transparent; background: #0b6b74; color: #ffffff`;
const OTHER = `${BUTTON}; margin: 0 0 12px; border: 1px solid #718489; color: #0b6b74`;
const CODE =
  'margin: 0 0 12px; padding: 16px 12px; border-radius: 8px; background: #eaf4f4; font-size: 26px; line-height: 1.3; font-weight: 600; letter-spacing: .06em; text-align: center';

function inlineHtml(piece: Inline): string {
  if (typeof piece === 'string') return escape(piece);
  if ('strong' in piece) return `<strong>${escape(piece.strong)}</strong>`;
  // Phones and addresses read from left to right, whatever stands around them.
  return `<a class="plain" dir="ltr" href="${escape(piece.href)}" style="color: #0b6b74; white-space: nowrap">${escape(piece.text)}</a>`;
}

function partHtml(part: LetterPart): string {
  switch (part.type) {
    case 'paragraph':
      return `<p style="margin: 0 0 20px">${part.content.map(inlineHtml).join('')}</p>`;
    case 'code':
      return `<p class="code" id="code" dir="ltr" style="${CODE}">${escape(part.code)}</p>`;
    case 'links':
      return `<p style="margin: 0 0 16px">
      ${part.links.map(({ text, href }, i) => linkHtml(text, href, i === 0)).join('\n      ')}
    </p>`;
  }
}

const linkHtml = (text: string, href: string, first: boolean): string =>
  `<a class="${first ? 'go' : 'other'}" href="${escape(href)}" style="${first ? GO : OTHER}">${escape(text)}</a>`;

const SMALL = 'margin: 0; padding-top: 20px; border-top: 1px solid #e5e1d7; color: #4b5e63; font-size: 15px';

const closingHtml = (closing: readonly Inline[]): string =>
  closing.length > 0 ? `<p class="small" style="${SMALL}">${closing.map(inlineHtml).join('')}</p>` : '';

/** A letter as an HTML document that mail programs show alike, light or dark, from left or from right. */
export function htmlOf(
  { subject, heading, parts, closing }: ComposedLetter,
  { name, language, direction }: { name: string; language: string; direction: 'ltr' | 'rtl' },
): string {
  return `<!doctype html>
<html lang="${escape(language)}" dir="${direction}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <title>${escape(subject)}</title>
  <style>${STYLES}
  </style>
</head>
<body dir="${direction}" style="margin: 0; padding: 24px 12px; background: #f7f5f0; color: #16272b; font: 16px/1.5 system-ui, -apple-system, 'Segoe UI', Arial, sans-serif">
  <main class="sheet" style="box-sizing: border-box; max-width: 560px; margin: 0 auto; padding: 40px; border: 1px solid #e5e1d7; border-radius: 12px; background: #ffffff">
    <p class="name" style="margin: 0 0 24px; color: #0b6b74; font-weight: 600">${escape(name)}</p>
    <h1 style="margin: 0 0 12px; font-size: 24px; line-height: 1.25; font-weight: 600">${escape(heading)}</h1>
    ${parts.map(partHtml).join('\n    ')}
    ${closingHtml(closing)}
  </main>
</body>
</html>
`;
}

/** A letter as plain text: codes and links each on a line of their own. */
export function textOf(
  { heading, parts, closing }: ComposedLetter,
  { direction }: { direction: 'ltr' | 'rtl' },
): string {
  // Isolated, a phone number stays whole among words that run from right to left.
  const word = (piece: Inline): string => {
    if (typeof piece === 'string') return piece;
    if ('strong' in piece) return piece.strong;
    return direction === 'rtl' ? `\u2066${piece.text}\u2069` : piece.text;
  };
  const lines = (part: LetterPart): string[] => {
    switch (part.type) {
      case 'paragraph':
        return [part.content.map(word).join('')];
      case 'code':
        return [part.code];
      case 'links':
        return part.links.map(({ text, href }) => `${text}:\n${href}`);
    }
  };
  return `${[heading, ...parts.flatMap(lines), closing.map(word).join('')].filter(Boolean).join('\n\n')}\n`;
}
