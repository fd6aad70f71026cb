import { expect } from '@open-wc/testing';
import { codes } from '../../mock-server/index.js';
import { forget, fromAddress } from '../../src/adapter/page-state.js';
import { resolveNext } from '../../src/adapter/resolve-next.js';
import { DEFAULT_CONFIG } from '../../src/contract/config-defaults.js';
import { destination } from '../../src/elements/destination.js';
import '../../src/elements/index.js';
import { withCode } from '../../src/forms/links.js';
import { button, reach, visit } from '../elements/person.js';
import { clearAway } from './forms.js';

/** Addresses that lead away, or run something. */
const AWAY = [
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '\t//evil.example',
  '/./\\evil.example',
  '/.//evil.example',
  'https://evil.example',
  'https:evil.example',
  'HTTPS://EVIL.EXAMPLE/',
  'javascript:alert(1)',
  '\tjavascript:alert(1)',
  'java\nscript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'data:text/html,x',
  'vbscript:x',
  'blob:https://evil.example/x',
  `${location.origin}@evil.example/`,
  `${location.protocol}//someone@${location.host}/`,
  `${location.origin}.evil.example/`,
];
const STEPS = ['landing', 'consent', 'log-in', 'create-account'] as const;

/** Where a step leads, as the browser would read it; and where that page would go on to. */
function leads(step: (typeof STEPS)[number], next?: string): URL[] {
  const to = new URL(destination(step, { config: DEFAULT_CONFIG, next })!, document.baseURI);
  const further = to.searchParams.get('next');
  return further === null ? [to] : [to, new URL(further, to)];
}

/** The page as if it had been opened with this query. */
async function withQuery(query: string, act: () => unknown): Promise<void> {
  const here = location.href;
  history.replaceState(history.state, '', `${location.pathname}?${query}`);
  try {
    await act();
  } finally {
    history.replaceState(history.state, '', here);
  }
}

async function follow(href: string): Promise<string | undefined> {
  forget('code');
  const read = new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }));
  location.hash = new URL(href, location.href).hash;
  await read;
  const carried = fromAddress('code');
  expect(location.href, 'it doesn’t stay in the address').not.to.contain('code=');
  return carried;
}

describe('links', () => {
  afterEach(clearAway);

  for (const next of AWAY)
    describe(JSON.stringify(next), () => {
      it('E8: `next` never leads away, nor does it run', async () => {
        expect(resolveNext(next)).to.equal(undefined);
        const stays = (given?: string): void => {
          for (const step of STEPS)
            for (const to of leads(step, given)) expect(to.origin, step).to.equal(location.origin);
        };
        stays(next);
        // Once for all steps: WebKit takes no more than a hundred changes of the address in ten seconds.
        await withQuery(`next=${encodeURIComponent(next)}`, () => stays());
        const { element } = await visit('portal-consent', 'logged-in', { next });
        await reach(element, 'Everything is answered');
        const link = button('Continue') as HTMLAnchorElement;
        expect(link.protocol).to.match(/^https?:$/);
        expect(link.origin).to.equal(location.origin);
      });
    });

  it('E8: `next` leads to pages of the same site, with all that belongs to them', () => {
    for (const next of ['/portal?a=1&b=//x#part', 'results', '?page=2', `${location.origin}/home`]) {
      const [to] = leads('landing', next);
      expect(to!.href).to.equal(new URL(next, document.baseURI).href);
    }
  });

  for (const code of [codes.fresh, 'aB+c/d==', 'a b', 'ä€字', '%2B%23', '#&?=+', 'x&reset=y'])
    describe(code, () => {
      it('case 58: a code comes through a link as it is', async () => {
        expect(await follow(withCode('/activate#part', code))).to.equal(code);
        // Of a mail that somebody else writes, without escaping anything.
        if (/^[\w+/=-]*$/.test(code)) expect(await follow(`/activate#code=${code}`)).to.equal(code);
      });
    });

  for (const key of ['ctrlKey', 'metaKey', 'shiftKey'] as const)
    it(`case 58: a link that is opened beside the page takes the code along, and leaves it here for a reload: ${key}`, async () => {
      await follow(withCode('/activate', codes.fresh));
      await visit('portal-activate', 'fresh-code');
      const link = button('Log in') as HTMLAnchorElement;
      let followed = '';
      link.addEventListener('click', (event) => {
        event.preventDefault();
        followed = link.href;
      });
      link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, [key]: true }));
      expect(followed).to.contain('/login#code=');
      expect((history.state as { portalCode?: string } | null)?.portalCode).to.equal(codes.fresh);
      // Without the key the other page takes it over.
      link.click();
      expect((history.state as { portalCode?: string } | null)?.portalCode).to.equal(undefined);
    });

  it('case 58: what else stands in the fragment is left as it was', async () => {
    expect(await follow('/activate#q=a+b&code=c+d')).to.equal('c+d');
    expect(location.hash).to.equal('#q=a+b');
    location.hash = '';
  });
});
