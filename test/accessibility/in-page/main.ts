import { told } from './record.js';
import '../../../src/elements/index.js';
import { createMockBackend, type MockBackend } from '../../../mock-server/create-mock-backend.js';
import type { Scenario, ScenarioName } from '../../../mock-server/scenarios.js';
import { createHttpAdapter } from '../../../src/adapter/http-adapter.js';
import { measure } from '../../stories/layout.mjs';
import { configurePortal } from '../../../src/adapter/configure.js';
import { factsOf, stoppedPastes } from './facts.js';
import { focused, keepFocus } from './focus.js';
import { leaveAlone } from './leave-alone.js';
import { logInAgain } from './log-in-again.js';
import { followMail } from './mail.js';
import { animations } from './motion.js';
import { locksAndDrags } from './orientation.js';
import { changedArea, edgeContrast } from './pixels.js';
import { helpAstray, lowControls, modal, outOfOrder, smallTargets } from './places.js';
import { restyle } from './restyle.js';
import { settled } from './settled.js';
import { deselect, focusBox, isFocusHidden, refocus, unfocus } from './stops.js';
import { tokenContrasts } from './tokens.js';

const NAVIGATING = [
  'portal-activated',
  'portal-logged-in',
  'portal-consents-completed',
  'portal-password-reset',
  'portal-logged-out',
];
// A test stays on its page.
for (const type of NAVIGATING) document.addEventListener(type, (event) => event.preventDefault());

const calls: string[] = [];
let backend: MockBackend;

/** Puts markup on the page, in front of a backend in the state that a scenario names. */
async function open(scenario: ScenarioName | Scenario, body: string): Promise<void> {
  sessionStorage.clear();
  calls.length = 0;
  backend = await createMockBackend(scenario);
  const adapter = createHttpAdapter({
    baseUrl: `${location.origin}/api/portal`,
    fetch: (input, init) => {
      const request = new Request(input, init);
      calls.push(`${request.method} ${new URL(request.url).pathname.replace('/api/portal', '')}`);
      return backend.handler(request);
    },
  });
  configurePortal({ adapter });
  document.querySelector('main')!.innerHTML = body;
}

const inPage = {
  open,
  settled,
  factsOf,
  stoppedPastes,
  animations,
  helpAstray,
  locksAndDrags,
  lowControls,
  measure,
  modal,
  outOfOrder,
  restyle,
  smallTargets,
  changedArea,
  edgeContrast,
  deselect,
  focusBox,
  isFocusHidden,
  refocus,
  unfocus,
  told,
  tokenContrasts,
  logInAgain: () => logInAgain(backend),
  followMail: () => followMail(backend),
  leaveAlone,
  focused,
  keepFocus,
  calls,
  get backend() {
    return backend;
  },
};

declare global {
  interface Window {
    inPage: typeof inPage;
  }
}
window.inPage = inPage;
