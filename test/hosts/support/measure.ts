import type { Page } from 'playwright-core';

/** One node of an element as it stands on the page. */
export interface Measured {
  node: string;
  /** Left, top, width, height, from the stage’s corner. */
  box: number[];
  style: Record<string, string>;
}

/** What can be seen of a node, by property. */
export const VISIBLE = [
  ...['display', 'position', 'float', 'visibility', 'opacity', 'overflow-x', 'overflow-y', 'z-index', 'order'],
  ...[
    'margin',
    'padding',
    'border-width',
    'border-style',
    'border-color',
    'border-radius',
    'border-image-source',
    'inset',
    'gap',
  ],
  ...['width', 'height', 'min-width', 'min-height', 'max-width', 'max-height'],
  ...[
    'background-color',
    'background-image',
    'color',
    'fill',
    'stroke',
    'stroke-width',
    'box-shadow',
    'filter',
    'mix-blend-mode',
  ],
  ...['outline-width', 'outline-style', 'outline-color', 'outline-offset'],
  ...[
    'font-family',
    'font-size',
    'font-weight',
    'font-style',
    'font-stretch',
    'font-variant',
    'line-height',
    'letter-spacing',
    'word-spacing',
  ],
  ...['text-align', 'text-transform', 'text-indent', 'text-shadow', 'text-decoration', 'white-space', 'list-style'],
  ...['transform', 'rotate', 'scale', 'translate', 'cursor', 'pointer-events', 'clip-path', 'direction', 'columns'],
];

/** Measures every node of the elements on the stage, in their shadow roots too, and what stands before and after it. */
export const measure = (page: Page): Promise<Measured[]> =>
  page.evaluate((properties) => {
    const stage = document.querySelector('#stage')!;
    const origin = stage.getBoundingClientRect();
    const found: { node: string; box: number[]; style: Record<string, string> }[] = [];
    const read = (element: Element, pseudo?: string): Record<string, string> => {
      const computed = getComputedStyle(element, pseudo);
      if (pseudo && computed.content === 'none') return {};
      const seen = properties.map((name) => [name, computed.getPropertyValue(name)] as const);
      return Object.fromEntries(seen.filter(([name]) => name !== 'list-style' || computed.display === 'list-item'));
    };
    const visit = (element: Element, path: string): void => {
      const node = `${path} ${element.localName}${element.classList.length > 0 ? `.${[...element.classList].join('.')}` : ''}`;
      const { left, top, width, height } = element.getBoundingClientRect();
      const drawn = width > 0 || height > 0;
      const box = drawn
        ? [left - origin.left, top - origin.top, width, height].map((length) => Math.round(length * 10) / 10)
        : [];
      // Elements themselves are the page's to style, and what stands around the page's own nodes in a session looks like
      // the page. A slot and an option are not drawn where they stand.
      const itsOwn =
        element.localName.includes('-') || (element.parentNode as ShadowRoot).host?.localName === 'portal-session';
      if (!itsOwn && !element.matches('slot, option')) {
        found.push({ node, box, style: read(element) });
        for (const pseudo of ['::before', '::after'])
          found.push({ node: node + pseudo, box: [], style: read(element, pseudo) });
      }
      if (element.localName === 'svg') return;
      const { shadowRoot } = element;
      for (const child of [...(shadowRoot?.children ?? []), ...element.children])
        visit(child, node.split(' ').slice(-2).join(' '));
    };
    for (const element of stage.children) visit(element, '');
    return found;
  }, VISIBLE);

/** Where two measurings differ, in words. */
export function differences(bare: Measured[], host: Measured[]): string[] {
  if (bare.length !== host.length) return [`${bare.length} nodes have become ${host.length}`];
  return bare.flatMap(({ node, box, style }, index) => {
    const other = host[index]!;
    const moved =
      box.length !== other.box.length || box.some((length, side) => Math.abs(length - other.box[side]!) > 0.5)
        ? [`${node}: box ${box.join()} → ${other.box.join()}`]
        : [];
    const names = [...new Set([...Object.keys(style), ...Object.keys(other.style)])].filter(
      (name) => style[name] !== other.style[name],
    );
    return [...moved, ...names.map((name) => `${node}: ${name} ${style[name]} → ${other.style[name]}`)];
  });
}

/** The share of pixels that differ between two pictures of the same size; 1 where the size does. */
export const compare = (page: Page, one: Buffer, other: Buffer): Promise<number> =>
  page.evaluate(
    async (pictures) => {
      const [a, b] = await Promise.all(
        pictures.map(async (base64) => {
          const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob());
          const context = new OffscreenCanvas(image.width, image.height).getContext('2d')!;
          context.drawImage(image, 0, 0);
          return context.getImageData(0, 0, image.width, image.height);
        }),
      );
      if (a!.width !== b!.width || a!.height !== b!.height) return 1;
      let differing = 0;
      for (let at = 0; at < a!.data.length; at += 4)
        if ([0, 1, 2].some((channel) => Math.abs(a!.data[at + channel]! - b!.data[at + channel]!) > 16)) differing += 1;
      return differing / (a!.width * a!.height);
    },
    [one.toString('base64'), other.toString('base64')],
  );
