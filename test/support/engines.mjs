// The engines that the element tests run in, and where this machine has them. Plain Node, as `test/run.mjs` reads it.
import { findBrowser, findProgram } from './browser.mjs';

const firefoxPlaces = [
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  `${process.env.PROGRAMFILES}\\Mozilla Firefox\\firefox.exe`,
];

/** The Firefox of this machine: `FIREFOX_PATH`, else an installed one. Undefined where there is none. */
export const findFirefox = () => findProgram('FIREFOX_PATH', ['firefox-esr', 'firefox'], firefoxPlaces);

/** The driver of WebKitGTK, where a screen for it can be had too. */
export function findWebKit() {
  const [driver, screen] = ['WebKitWebDriver', 'xvfb-run'].map((command) => findProgram(undefined, [command]));
  return screen && findProgram(undefined, ['xauth']) ? driver : undefined;
}

/** Each engine by the name that `BROWSERS` calls it: how it is found, and what to do where it isn't. */
export const engines = {
  chromium: { name: 'Chromium', find: findBrowser, advice: 'install Chromium or Chrome, or name one in CHROME_PATH' },
  firefox: {
    name: 'Firefox',
    find: findFirefox,
    advice: 'install Firefox (Debian: firefox-esr), or name one in FIREFOX_PATH',
  },
  webkit: {
    name: 'WebKit',
    find: findWebKit,
    advice: 'install the driver of WebKitGTK and a virtual screen (Debian: webkit2gtk-driver xvfb xauth)',
  },
};
