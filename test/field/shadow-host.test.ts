import { expect, fixture, html } from '@open-wc/testing';
import { createMockBackend, MOCK_PASSWORD, people } from '../../mock-server/index.js';
import { heard } from '../elements/person.js';
import { waitUntil } from '../support/wait-until.js';
import { clearAway, submitOf, write } from './forms.js';

describe('a form in somebody else’s shadow root', () => {
  afterEach(clearAway);

  it('A7 A25: works, and the developer is told that some managers find nothing there', async () => {
    heard.length = 0;
    const { adapter } = await createMockBackend('returning');
    const host = await fixture(html`<div></div>`);
    const root = host.attachShadow({ mode: 'open' });
    const login = Object.assign(document.createElement('portal-login'), { adapter });
    const said: string[] = [];
    const { warn } = console;
    console.warn = (text: string) => said.push(text);
    try {
      root.append(login);
    } finally {
      console.warn = warn;
    }
    expect(said).to.have.length(1);
    expect(said[0]).to.match(/<portal-login> stands inside a shadow root, where some password managers find no fields/);

    const sendNext = async (holds: string, values: Record<string, string>): Promise<void> => {
      await waitUntil(() => root.querySelector(`form ${holds}`), `never came to ${holds}`);
      const form = root.querySelector('form')!;
      write(form, values);
      submitOf(form).click();
    };
    await sendNext('[name=username]:not([readonly])', { username: people.dana.email });
    await sendNext('[name=password]', { password: MOCK_PASSWORD });
    await waitUntil(() => heard.some(({ type }) => type === 'portal-logged-in'), 'never logged in');
  });

  it('A7 A25: is what the README advises against', async () => {
    const readme = await (await fetch('/README.md')).text();
    expect(readme.replace(/\s+/g, ' ')).to.match(/shadow root of your own[^.]*some password managers find no field/);
  });
});
