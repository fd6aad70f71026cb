const WIDTHS = [375, 1280];

/** What is wrong with how the story that is shown is laid out, on a phone and on a desk, and on the way there. */
export async function layoutMistakes(page) {
  const mistakes = await page.evaluate(async () => {
    // What the last act has moved is known after the next picture.
    for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame);
    return window.shifts().map((shift) => `moves by itself: ${shift}`);
  });
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    mistakes.push(...(await page.evaluate(measure)).map((mistake) => `${width} px: ${mistake}`));
  }
  await page.setViewportSize({ width: WIDTHS[0], height: 900 });
  return mistakes;
}

/**
 * Runs in the page, before anything else: notes what moves without anybody having done anything. Browsers leave out what
 * follows an input within half a second; the inputs of a play function are none to them, so they are left out here, and so
 * is what answers them, however late.
 */
export function watchShifts() {
  const INPUTS = ['pointerdown', 'click', 'keydown', 'input', 'change', 'submit'];
  const ANSWERS = ['portal-error', 'portal-code-linked', 'portal-settings-saved'];
  // Another step, or another page: what stands there isn't what stood there.
  const STEPS = ['step', 'activated', 'logged-in', 'consents-completed', 'password-reset', 'logged-out'];
  let reasons = [];
  let entries = [];
  const note = () => reasons.push(performance.now());
  for (const type of [...INPUTS, ...STEPS.map((name) => `portal-${name}`)]) addEventListener(type, note, true);
  for (const type of ANSWERS) addEventListener(type, () => reasons.length > 0 && note(), true);
  const observer = new PerformanceObserver((list) => entries.push(...list.getEntries()));
  observer.observe({ type: 'layout-shift', buffered: true });

  /** What has moved since this was asked last. */
  window.shifts = () => {
    const hasReason = ({ hadRecentInput, startTime }) =>
      hadRecentInput || reasons.some((time) => time <= startTime && startTime < time + 500);
    // Storybook gives its page another frame while a story is prepared. What stands in a shadow has no node here.
    const frame = 'html, body, #storybook-root, #root-inner';
    const moved = ({ sources }) => sources.filter(({ node }) => !(node instanceof Element && node.matches(frame)));
    const alone = [...entries, ...observer.takeRecords()].filter(
      (entry) => !hasReason(entry) && moved(entry).length > 0,
    );
    reasons = [];
    entries = [];
    return alone.map((entry) => {
      const [{ node, previousRect, currentRect }] = moved(entry);
      const what = (node instanceof Element ? node : node?.parentElement)?.closest('[class], [part]');
      const name = what ? what.className || `part ${what.getAttribute('part')}` : 'something';
      return `${name} from ${previousRect.y} to ${currentRect.y} (${entry.value.toFixed(4)})`;
    });
  };
}

/** Runs in the page: what overlaps, what is cut off, what sticks out. */
export function measure(within = '#storybook-root') {
  const mistakes = [];
  const texts = [];
  const controls = [];

  const short = (text) => `“${text.replace(/\s+/g, ' ').trim().slice(0, 40)}”`;
  const name = ({ localName, className, id }) =>
    `<${localName}${className ? ` class="${className}"` : ''}${id ? ` id="${id}"` : ''}>`;
  const childrenOf = (node) =>
    node instanceof HTMLSlotElement ? node.assignedNodes({ flatten: true }) : (node.shadowRoot ?? node).childNodes;

  // Behind a modal dialog everything may be covered.
  const everywhere = [
    document.querySelector(within),
    ...[...document.querySelectorAll(`${within} *`)].flatMap(({ shadowRoot }) => shadowRoot ?? []),
  ];
  const modal = everywhere.flatMap((root) => [...root.querySelectorAll('dialog:modal')])[0];
  walk(modal ?? everywhere[0], undefined, []);

  function walk(node, block, around) {
    if (node instanceof Text) {
      if (node.data.trim()) lay(node, block, around);
      return;
    }
    if (!(node instanceof Element) || node instanceof SVGElement) return;
    const style = getComputedStyle(node);
    // Out of sight on purpose: for those who listen.
    if (style.display === 'none' || style.visibility === 'hidden' || style.clipPath === 'inset(50%)') return;
    const inside = [...around, node];
    if (node.matches('input, select, button, a')) controls.push({ node, around, rects: [...node.getClientRects()] });
    if (node.matches('select')) fits(node, style);
    if (style.overflowX !== 'visible' && !node.matches('input, select')) clips(node, style);
    const isBlock = !/^(inline|contents)$/.test(style.display);
    if (!node.matches('select')) for (const child of childrenOf(node)) walk(child, isBlock ? node : block, inside);
  }

  function lay(text, block, around) {
    const range = document.createRange();
    range.selectNodeContents(text);
    const rects = [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
    const box = block.getBoundingClientRect();
    for (const { left, right, top, bottom } of rects) {
      if (left < box.left - 1 || right > box.right + 1)
        mistakes.push(`${short(text.data)} sticks out of ${name(block)}`);
      // Letters may be taller than their line.
      const slack = Math.max(6, (bottom - top) / 10);
      if (top < box.top - slack || bottom > box.bottom + slack)
        mistakes.push(`${short(text.data)} is taller than ${name(block)}`);
      if (left < -0.5 || right > innerWidth + 0.5) mistakes.push(`${short(text.data)} leaves the page`);
    }
    texts.push({ text, block, around, rects });
  }

  function clips(node, { overflowY }) {
    if (node.scrollWidth > node.clientWidth + 1) mistakes.push(`${name(node)} is cut off at its side`);
    const scrolls = /auto|scroll/.test(overflowY);
    if (!scrolls && node.scrollHeight > node.clientHeight + 1) mistakes.push(`${name(node)} is cut off below`);
  }

  function fits(select, style) {
    const pen = document.createElement('canvas').getContext('2d');
    pen.font = style.font;
    const room = select.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
    const chosen = select.selectedOptions[0]?.text ?? '';
    if (pen.measureText(chosen).width > room + 1) mistakes.push(`${short(chosen)} doesn’t fit into ${name(select)}`);
  }

  const overlap = (a, b, x, y) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > x &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > y;
  const meet = (some, others, x, y) => some.some((a) => others.some((b) => overlap(a, b, x, y)));
  // Boxes of lines may touch each other; letters don't, as long as a fifth of a line is between them.
  texts.forEach((one, index) => {
    for (const other of texts.slice(index + 1))
      if (one.block !== other.block && meet(one.rects, other.rects, 1, one.rects[0]?.height * 0.2))
        mistakes.push(`${short(one.text.data)} and ${short(other.text.data)} overlap`);
    for (const { node, rects } of controls)
      if (!one.around.includes(node) && meet(one.rects, rects, 1, 4))
        mistakes.push(`${short(one.text.data)} and ${name(node)} overlap`);
  });
  controls.forEach((one, index) => {
    for (const other of controls.slice(index + 1))
      if (!other.around.includes(one.node) && meet(one.rects, other.rects, 1, 1))
        mistakes.push(`${name(one.node)} and ${name(other.node)} overlap`);
  });

  const { scrollWidth } = document.documentElement;
  if (scrollWidth > innerWidth) mistakes.push(`the page scrolls sideways, by ${scrollWidth - innerWidth} px`);
  return [...new Set(mistakes)];
}
