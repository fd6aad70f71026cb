import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import { configurePortal } from '../../src/adapter/configure.js';
import { unsupported, type PortalAdapter } from '../../src/adapter/portal-adapter.js';
import { PortalError } from '../../src/contract/portal-error.js';
import '../../src/elements/login/portal-login.js';
import type { PortalLogin } from '../../src/elements/login/portal-login.js';
import { define } from '../../src/elements/define.js';
import { waitUntil } from '../support/wait-until.js';
import { alertText, button, control, focused, headingOf, heard, press, reach, type } from './person.js';

/** A backend of somebody else: as good or as bad as the test wants it. */
const foreign = (operations: Partial<Record<keyof PortalAdapter, unknown>> = {}): PortalAdapter =>
  ({
    readConfig: () => Promise.resolve({ name: 'Larkfield Clinic', support: { phone: '(555) 555-0142' } }),
    ...operations,
  }) as PortalAdapter;

const drawn = (element: Element | null): Promise<void> =>
  waitUntil(() => element?.querySelector('form, .portal-alert'), 'nothing was drawn');

async function logInWith(logIn: unknown): Promise<PortalLogin> {
  heard.length = 0;
  const element = await fixture<PortalLogin>(html`<portal-login .adapter=${foreign({ logIn })}></portal-login>`);
  await drawn(element);
  await type('Email/Username', 'ann@example.org');
  await press('Enter');
  await reach(element, 'Enter your password');
  await type('Password', 'x');
  await press('Enter');
  return element;
}

describe('an element and its backend', () => {
  for (const [what, logIn] of [
    [
      'throws at once',
      () => {
        throw new TypeError('x');
      },
    ],
    ['rejects with nonsense', () => Promise.reject(new Error('<b>x</b>'))],
    ['answers with nothing', () => Promise.resolve(undefined)],
    ['answers with HTML', () => Promise.resolve('<!doctype html>')],
    ['answers with a step that doesn’t exist', () => Promise.resolve({ step: 'admin' })],
    [
      'knows a code that nobody knows',
      () => Promise.reject(Object.assign(new Error(), { name: 'PortalError', code: 'login_limit_exceeded' })),
    ],
    ['lacks the operation', undefined],
  ] as const)
    it(`fails closed, in general words, where the adapter ${what}`, async () => {
      const element = await logInWith(logIn);
      expect(await alertText())
        .to.contain('Something went wrong')
        .and.to.contain('(555) 555-0142');
      expect(element.textContent).not.to.contain('login_limit').and.not.to.contain('<b>');
      expect(headingOf(element)).to.equal('Enter your password');
      expect(heard.map((event) => event.type)).not.to.contain('portal-logged-in');
      button('Try again');
    });

  it('knows an error of another copy of the class', async () => {
    await logInWith(() =>
      Promise.reject(Object.assign(new Error(), { name: 'PortalError', code: 'invalid_credentials' })),
    );
    expect(await alertText()).to.contain('The username or the password is wrong');
  });

  it('tries again with what was typed', async () => {
    let tries = 0;
    await logInWith(() =>
      ++tries === 1 ? Promise.reject(new PortalError('network')) : Promise.resolve({ step: 'landing' }),
    );
    await alertText();
    button('Try again').click();
    await waitUntil(() => heard.some((event) => event.type === 'portal-logged-in'));
  });

  it('lets the page show a failure by itself', async () => {
    const prevent = (event: Event): void => event.preventDefault();
    document.addEventListener('portal-error', prevent);
    const element = await logInWith(() => Promise.reject(new PortalError('invalid_credentials')));
    await waitUntil(() => heard.some((event) => event.type === 'portal-error'));
    await element.updateComplete;
    document.removeEventListener('portal-error', prevent);
    expect(heard.find((event) => event.type === 'portal-error')).to.include({
      code: 'invalid_credentials',
      operation: 'logIn',
    });
    expect(element.querySelector('.portal-alert')).to.equal(null);
  });

  it('draws by the defaults where the backend has no config', async () => {
    const element = await fixture<PortalLogin>(
      html`<portal-login .adapter=${foreign({ readConfig: unsupported('readConfig') })}></portal-login>`,
    );
    await drawn(element);
    expect(control('Email/Username')).to.exist;
  });

  it('says when the config can’t be read, and reads it again', async () => {
    let online = false;
    const readConfig = (): Promise<unknown> =>
      online ? Promise.resolve({}) : Promise.reject(new PortalError('network'));
    const element = await fixture<PortalLogin>(html`<portal-login .adapter=${foreign({ readConfig })}></portal-login>`);
    expect(await alertText()).to.contain('The portal can’t be reached');
    online = true;
    button('Try again').click();
    await waitUntil(() => element.querySelector('form'));
  });

  it('keeps the focus of whoever reads the config again, whether that fails or not', async () => {
    let tries = 0;
    const readConfig = (): Promise<unknown> =>
      ++tries > 2 ? Promise.resolve({}) : Promise.reject(new PortalError('network'));
    const element = await fixture<PortalLogin>(html`<portal-login .adapter=${foreign({ readConfig })}></portal-login>`);
    await alertText();
    expect(focused(), 'nobody has pressed anything').to.equal(document.body);
    button('Try again').focus();
    await press('Enter');
    await waitUntil(() => tries === 2 && element.querySelector('.portal-alert'), 'it never failed again');
    await waitUntil(() => focused() === button('Try again'), 'the focus is lost');
    await press('Enter');
    await drawn(element);
    await waitUntil(() => focused()?.matches('.portal-heading'), 'the focus is lost');
  });

  it('takes its adapter from a provider that comes later', async () => {
    await customElements.whenDefined('portal-login');
    const page = await fixture(html`<div></div>`);
    const provider = document.createElement('portal-provider');
    provider.append(document.createElement('portal-login'));
    page.append(provider);
    await aTimeout(20);
    Object.assign(provider, { adapter: foreign() });
    await import('../../src/elements/provider/portal-provider.js');
    await drawn(page);
    expect(control('Email/Username')).to.exist;
  });

  it('takes what was said for the whole document, whenever it is said', async () => {
    const element = await fixture<PortalLogin>(html`<portal-login></portal-login>`);
    await aTimeout(20);
    expect(element.querySelector('form')).to.equal(null);
    configurePortal({ adapter: foreign(), config: { name: 'Harbor Works' } });
    await drawn(element);
    expect(element.shadowRoot!.textContent).to.contain('Harbor Works');
    configurePortal({ adapter: undefined, config: undefined });
  });

  it('tells the developer when nobody gave it a backend', async () => {
    const said: unknown[] = [];
    const { error } = console;
    console.error = (...args) => said.push(...args);
    const element = await fixture<PortalLogin>(html`<portal-login></portal-login>`);
    await waitUntil(() => element.querySelector('.portal-alert'), 'no word', { timeout: 4_000 });
    console.error = error;
    expect(element.textContent).to.contain('<portal-login> has no backend');
    expect(said.join()).to.contain('base-url');
  });
});

describe('an element and the page around it', () => {
  const adapter = foreign();

  it('lends its styles to the root it stands in, once, and takes them along', async () => {
    const page = await fixture(
      html`<div>
        <portal-login .adapter=${adapter}></portal-login><portal-login .adapter=${adapter}></portal-login>
      </div>`,
    );
    const before = document.adoptedStyleSheets.length;
    const [first, second] = page.querySelectorAll('portal-login');
    const host = document.createElement('div');
    page.append(host);
    const root = host.attachShadow({ mode: 'open' });
    const { warn } = console;
    console.warn = () => undefined;
    root.append(first!);
    console.warn = warn;
    expect(root.adoptedStyleSheets).to.have.length(1);
    expect(document.adoptedStyleSheets).to.have.length(before);
    second!.remove();
    expect(document.adoptedStyleSheets).to.have.length(before - 1);
    first!.remove();
    expect(root.adoptedStyleSheets).to.have.length(0);
  });

  it('leaves the page’s own children alone, and shows them in their slots', async () => {
    const element = await fixture<PortalLogin>(
      html`<portal-login .adapter=${adapter}>
        <p id="fallback">No script</p>
        <h2 slot="heading">Welcome</h2>
      </portal-login>`,
    );
    await drawn(element);
    element.requestUpdate();
    await element.updateComplete;
    expect(element.querySelector<HTMLElement>('#fallback')!.offsetParent).to.equal(null);
    expect(element.querySelector<HTMLElement>('[slot="heading"]')!.offsetParent).not.to.equal(null);
    await type('Email/Username', 'a@example.org');
    await press('Enter');
    await waitUntil(() => focused()?.getAttribute('part') === 'heading');
  });

  it('goes on with what was typed into the page’s own form, which stands inside until its own does', async () => {
    let arrive: (config: object) => void = () => undefined;
    const adapter = foreign({ readConfig: () => new Promise((resolve) => (arrive = resolve)) });
    const element = await fixture<PortalLogin>(html`
      <portal-login .adapter=${adapter}>
        <form action="/log-in" method="post">
          <input name="username" aria-label="Name" />
          <input name="password" type="password" aria-label="Secret" />
        </form>
      </portal-login>
    `);
    const [name, secret] = element.querySelectorAll('input');
    expect(name!.checkVisibility()).to.equal(true);
    expect(element.shadowRoot!.querySelector('.portal-waiting')).to.equal(null);
    secret!.value = 'hunter2!';
    name!.focus();
    name!.value = 'ann@exam';
    arrive({});
    await waitUntil(() => element.querySelector('.portal-form'), 'nothing was drawn');
    const own = control('Email/Username');
    expect(own.value).to.equal('ann@exam');
    expect(document.activeElement).to.equal(own);
    expect([name!.checkVisibility(), name!.value, secret!.value]).to.deep.equal([false, '', '']);
  });

  it('keeps what the page has put inside in sight where nothing of its own can stand', async () => {
    const adapter = foreign({ readConfig: () => Promise.reject(new PortalError('network')) });
    const element = await fixture<PortalLogin>(
      html`<portal-login .adapter=${adapter}><a href="/hosted">Log in elsewhere</a></portal-login>`,
    );
    await drawn(element);
    expect(await alertText()).to.contain('can’t be reached');
    expect(element.querySelector('a')!.checkVisibility()).to.equal(true);
  });

  it('puts its form back where a framework has thrown it out', async () => {
    const element = await fixture<PortalLogin>(html`<portal-login .adapter=${adapter}></portal-login>`);
    await drawn(element);
    element.querySelector('.portal-root')!.remove();
    element.requestUpdate();
    await element.updateComplete;
    expect(element.querySelector('form')).to.exist;
  });

  it('never sends the form of the page around it', async () => {
    let sent = 0;
    const page = await fixture(
      html`<form
        @submit=${(event: Event) => {
          if (event.target === event.currentTarget) sent++;
          event.preventDefault();
        }}
      >
        <portal-login .adapter=${adapter}></portal-login>
      </form>`,
    );
    await drawn(page);
    await type('Email/Username', 'a@example.org');
    await press('Enter');
    await aTimeout(50);
    expect(sent).to.equal(0);
  });

  it('takes other words, and the language of the page', async () => {
    const element = await fixture<PortalLogin>(
      html`<portal-login
        heading-level="3"
        .adapter=${adapter}
        .messages=${{ logIn: { heading: 'Welcome back' } }}
      ></portal-login>`,
    );
    await drawn(element);
    expect(element.shadowRoot!.querySelector('h3')).to.have.text('Welcome back');
    expect(element.querySelector('.portal-root')).to.have.attribute('lang', 'en');
  });

  it('gives two of a kind ids of their own', async () => {
    await fixture(
      html`<div>
        <portal-login .adapter=${adapter}></portal-login><portal-login .adapter=${adapter}></portal-login>
      </div>`,
    );
    await waitUntil(() => document.querySelectorAll('form').length === 2);
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    expect(new Set(ids).size).to.equal(ids.length);
  });

  it('doesn’t take the focus from somebody who is elsewhere', async () => {
    const page = await fixture(
      html`<div><input id="elsewhere" /><portal-login .adapter=${adapter}></portal-login></div>`,
    );
    await drawn(page);
    control('Email/Username').value = 'a@example.org';
    page.querySelector<HTMLElement>('#elsewhere')!.focus();
    page.querySelector('form')!.requestSubmit();
    await reach(page.querySelector('portal-login')!, 'Enter your password');
    await aTimeout(20);
    expect(focused()).to.have.attribute('id', 'elsewhere');
  });

  it('is registered once, however often it is loaded', () => {
    const said: string[] = [];
    const { error } = console;
    console.error = (text: string) => said.push(text);
    define('portal-login', customElements.get('portal-login')!);
    class Older extends HTMLElement {
      static version = '0.0.1';
    }
    customElements.define('portal-older', Older);
    define('portal-older', class extends HTMLElement {});
    console.error = error;
    expect(said).to.have.length(1);
    expect(said[0]).to.contain('0.0.1');
  });
});
