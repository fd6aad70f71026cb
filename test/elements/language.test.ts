import { expect, fixture, html } from '@open-wc/testing';
import { createMockBackend } from '../../mock-server/index.js';
import { configurePortal, documentSettings } from '../../src/adapter/configure.js';
import '../../src/elements/language/portal-language.js';
import '../../src/elements/link-code/portal-link-code.js';
import type { PortalLanguage } from '../../src/elements/language/portal-language.js';
import { waitUntil } from '../support/wait-until.js';
import { control, focused, press } from './person.js';

async function visit(languages: string[]): Promise<PortalLanguage> {
  const { adapter } = await createMockBackend({ about: 'Anybody.', config: { languages } });
  const element = document.createElement('portal-language');
  element.adapter = adapter;
  await fixture(html`<main><h1>Home</h1>${element}</main>`);
  await waitUntil(() => element.querySelector('select'));
  await element.updateComplete;
  return element;
}

const menu = (): HTMLSelectElement => control<HTMLSelectElement>('Language');

describe('portal-language', () => {
  afterEach(() => {
    sessionStorage.clear();
    configurePortal({ locale: undefined });
  });

  it('passes axe', async () => {
    await expect(await visit(['en', 'es', 'ar'])).to.be.accessible();
  });

  it('names every language as its speakers do, and has the current one chosen', async () => {
    await visit(['es', 'en', 'ar', 'pt-BR']);
    expect([...menu().options].map(({ text }) => text)).to.deep.equal([
      'Español',
      'English',
      'العربية',
      'Português (Brasil)',
    ]);
    expect([...menu().options].map(({ lang }) => lang)).to.deep.equal(['es', 'en', 'ar', 'pt-BR']);
    expect(menu().value).to.equal('en');
  });

  it('changes the language of all tags by keyboard alone, and remembers it', async () => {
    const element = await visit(['en', 'es']);
    await press('Tab');
    expect(focused()).to.equal(menu());
    await press('ArrowDown');
    await waitUntil(() => documentSettings().locale === 'es');
    await element.updateComplete;
    const select = element.querySelector('select')!;
    expect(select.value).to.equal('es');
    expect(focused(), 'the focus stays').to.equal(select);
    expect(document.documentElement.lang, 'the page is the page’s').to.equal('en');
    element.remove();

    configurePortal({ locale: undefined });
    const next = await visit(['en', 'es']);
    expect(next.querySelector('select')!.value).to.equal('es');
  });

  it('follows a language that is chosen elsewhere', async () => {
    const element = await visit(['en', 'es']);
    configurePortal({ locale: 'es-MX' });
    await element.updateComplete;
    await waitUntil(() => element.querySelector('select')!.value === 'es');
  });

  it('hides itself where there is nothing to choose, and comes back when there is', async () => {
    const alone = await visit(['en']);
    expect(alone.offsetParent).to.equal(null);
    alone.adapter = (await createMockBackend({ about: 'Anybody.', config: { languages: ['en', 'es'] } })).adapter;
    await waitUntil(() => alone.offsetParent !== null);
  });

  it('is as wide as its menu', async () => {
    const element = await visit(['en', 'es', 'ar']);
    element.parentElement!.style.display = 'flex';
    expect(element.getBoundingClientRect().width).to.be.closeTo(menu().getBoundingClientRect().width, 1);
    expect(menu().getBoundingClientRect().width).to.be.lessThan(240);
  });
});
