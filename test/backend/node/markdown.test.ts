import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { blockSchema } from '../../../src/contract/rich-text.js';
import { readMarkdown } from '../../../src/backend/node/markdown.js';

const paragraph = (...content: unknown[]) => [{ type: 'paragraph', content }];

describe('Markdown', () => {
  test('becomes headings, paragraphs, lists, strong words and links', () => {
    const text = [
      '# One',
      '',
      'Soft',
      'break, **strong** and *emphasized*, a [link](https://a.example/x) and [mail](mailto:a@b.example).  ',
      'Hard break.',
      '',
      'Two',
      '---',
      '',
      '- a',
      '- **b** c',
      '',
      '1. x',
      '2. y',
    ].join('\n');
    assert.deepEqual(readMarkdown(text), [
      { type: 'heading', content: ['One'] },
      {
        type: 'paragraph',
        content: [
          'Soft break, ',
          { strong: 'strong' },
          ' and ',
          { strong: 'emphasized' },
          ', a ',
          { text: 'link', href: 'https://a.example/x' },
          ' and ',
          { text: 'mail', href: 'mailto:a@b.example' },
          '. Hard break.',
        ],
      },
      { type: 'heading', content: ['Two'] },
      { type: 'list', ordered: false, items: [['a'], [{ strong: 'b' }, ' c']] },
      { type: 'list', ordered: true, items: [['x'], ['y']] },
    ]);
  });

  test('flattens nested lists and joins what one item holds', () => {
    assert.deepEqual(readMarkdown('- a\n  - b\n    - c\n- d\n\n  e'), [
      { type: 'list', ordered: false, items: [['a'], ['b'], ['c'], ['d e']] },
    ]);
  });

  test('keeps links inside of strong words, and the words of quotations, code and pictures', () => {
    assert.deepEqual(
      readMarkdown('**see [this](/terms) now**'),
      paragraph({ strong: 'see ' }, { text: 'this', href: '/terms' }, { strong: ' now' }),
    );
    assert.deepEqual(readMarkdown('> quoted'), paragraph('quoted'));
    assert.deepEqual(readMarkdown('`x` ![a picture](https://a.example/p.png)'), paragraph('x a picture'));
    assert.deepEqual(readMarkdown('```\na\nb\n```'), paragraph('a b'));
  });

  test('turns unsafe links into their words', () => {
    for (const href of [
      'javascript:alert(1)',
      'JaVaScRiPt:x',
      'data:text/html,x',
      'http://a.example',
      '//evil.example',
      'ftp://a',
      '<\u0001javascript:x>',
    ]) {
      assert.deepEqual(readMarkdown(`[go](${href})`), paragraph('go'), href);
    }
  });

  test('never lets HTML through, whole or in pieces', () => {
    const texts = [
      '<script>alert(1)</script>',
      'a <b onclick=x>bold</b> <img src=x onerror=y> c',
      '<!-- x -->',
      '<div>\nx\n</div>',
    ];
    assert.deepEqual(readMarkdown(texts[1]!), paragraph('a bold c'));
    for (const text of texts) assert.doesNotMatch(JSON.stringify(readMarkdown(text)), /[<>]|onerror|onclick/, text);
  });

  test('has nothing to say for nothing, and always says what the contract can carry', () => {
    assert.deepEqual(readMarkdown(' \n\n'), []);
    assert.deepEqual(readMarkdown('---'), []);
    const odd =
      '# \n\n-\n- [](https://a.example)\n\n[x][y]\n\n[y]: https://a.example\n\n&copy; \\* ***all***\n\n| a | b |';
    for (const block of readMarkdown(odd)) assert.ok(blockSchema.safeParse(block).success, JSON.stringify(block));
  });
});
