// One tag alone, an adapter of the page's own, a few words of its own, and what the page is told.
import 'portal-elements/login.js';
import { configurePortal, createHttpAdapter, PortalError, type PortalAdapter } from 'portal-elements/adapter';
import { ERROR_CODES, type Step } from 'portal-elements/contract';
import german from 'portal-elements/locales/de.js';

const http = createHttpAdapter({ baseUrl: '/api/returning' });
const adapter: PortalAdapter = {
  ...http,
  async logIn({ username, password }, options) {
    if (username === '') throw new PortalError('invalid_credentials');
    const { step }: { step: Step } = await http.logIn({ username, password }, options);
    return { step };
  },
};
configurePortal({ adapter });

const login = document.querySelector('portal-login');
if (!login) throw new Error('The page has no log-in.');
login.headingLevel = 1;
login.messages = { logIn: { heading: 'Welcome back' } };
login.addEventListener('portal-step', ({ step }) => {
  const name: string = step;
  document.body.dataset.step = name;
});
login.addEventListener('portal-logged-in', (event) => {
  event.preventDefault();
  document.querySelector('#told')!.textContent = `Hello from ${event.type}`;
});
document.addEventListener('portal-error', ({ code, operation }) => {
  if (ERROR_CODES.includes(code)) console.info(operation, code);
});
console.info(Object.keys(german));

export function wrong(element: NonNullable<typeof login>): void {
  // @ts-expect-error An adapter's answer is held to the contract.
  adapter.logIn = async () => ({ step: 'elsewhere' });
  // @ts-expect-error A level is a number.
  element.headingLevel = 'one';
  // @ts-expect-error There are no such words.
  element.messages = { logIn: { headline: 'Welcome back' } };
}
