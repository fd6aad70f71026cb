// The few commands of WebDriver (https://www.w3.org/TR/webdriver2/) that the element tests need.
import { setTimeout } from 'node:timers/promises';

/** The keys that have a name, as WebDriver writes them. */
const namedKeys = {
  Backspace: '\ue003',
  Tab: '\ue004',
  Enter: '\ue007',
  Shift: '\ue008',
  Escape: '\ue00c',
  End: '\ue010',
  Home: '\ue011',
  ArrowLeft: '\ue012',
  ArrowUp: '\ue013',
  ArrowRight: '\ue014',
  ArrowDown: '\ue015',
  Delete: '\ue017',
};

const cannot = (what) => async () => {
  throw new Error(`WebDriver has no command that ${what}: skip the test on this engine with its reason.`);
};

/**
 * Opens a browser by the driver that listens at `origin`.
 *
 * What it answers is, as far as it goes, a page of Puppeteer: the commands of the test runner are written for one.
 */
export async function openPage(origin, capabilities) {
  const { sessionId } = await send(`${origin}/session`, { capabilities: { alwaysMatch: capabilities } });
  const command = (path, body) => send(`${origin}/session/${sessionId}${path}`, body);
  const keys = (actions) => command('/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  const run = (script) => command('/execute/sync', { script, args: [] });

  return {
    goto: (url) => command('/url', { url }),
    url: () => command('/url'),
    keyboard: {
      type: (text) => keys([...text].flatMap((value) => [key('keyDown', value), key('keyUp', value)])),
      press: (name) => keys([key('keyDown', name), key('keyUp', name)]),
      down: (name) => keys([key('keyDown', name)]),
      up: (name) => keys([key('keyUp', name)]),
    },
    /**
     * The size of the page, where WebDriver only knows that of the window around it. The window goes to the middle of
     * the screen, where the pointer rests: nothing else would give it the focus on a screen without a window manager.
     */
    async setViewport(page) {
      const [around, above, screenWidth, screenHeight] = await run(
        'return [outerWidth - innerWidth, outerHeight - innerHeight, screen.width, screen.height]',
      );
      const [outerWidth, outerHeight] = [page.width + around, page.height + above];
      await command('/window/rect', {
        x: Math.max(0, Math.floor((screenWidth - outerWidth) / 2)),
        y: Math.max(0, Math.floor((screenHeight - outerHeight) / 2)),
        width: outerWidth,
        height: outerHeight,
      });
      // The page follows its window a moment later.
      for (let tries = 0; tries < 100; tries += 1) {
        const [width, height] = await run('return [innerWidth, innerHeight]');
        if (width === page.width && height === page.height) return;
        await setTimeout(20);
      }
      throw new Error(`The page never came to be ${page.width} × ${page.height}.`);
    },
    emulateMediaFeatures: cannot('emulates media features'),
    emulateMediaType: cannot('emulates media'),
    accessibility: { snapshot: cannot('reads the accessibility tree') },
  };
}

async function send(url, body) {
  const answer = await fetch(url, body && { method: 'POST', body: JSON.stringify(body) });
  const { value } = await answer.json();
  if (!answer.ok) throw new Error(`${value.error}: ${value.message}`);
  return value;
}

function key(type, name) {
  const value = namedKeys[name] ?? name;
  if ([...value].length !== 1)
    throw new Error(`There is no key named ${name} yet: add it to test/support/webdriver.mjs.`);
  return { type, value };
}
