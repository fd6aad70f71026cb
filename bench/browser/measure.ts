import { launch } from '../../test/support/visitor.js';
import { HostSite } from '../../test/hosts/support/site.js';
import { median } from '../auc.js';
import { tell, type Target } from '../figures.js';
import { pages, type Page } from './pages.js';
import { visit, type Visit } from './visit.js';

const NAMES = {
  plain: 'plain HTML, no script',
  bare: 'bare Lit form',
  inPage: 'portal-login, config in the page',
  fromBackend: 'portal-login, config from the backend',
  oneFile: 'portal-login from the single file',
} as const;
type Kind = keyof typeof NAMES;
const KINDS = Object.keys(NAMES) as Kind[];

/** How long a page takes until its first field can be used, and what it costs, beside a plain form and a bare Lit form. */
export async function measureBrowser(rounds: number): Promise<void> {
  const [browser, site] = await Promise.all([launch(), HostSite.open()]);
  try {
    const all = await pages(site);

    /** Visits all pages in turn, so that whatever else the machine does meets each of them alike. */
    const rounded = async (kinds: readonly Kind[], count: number, slowdown: number): Promise<Record<Kind, Visit>> => {
      const visits = new Map<Kind, Visit[]>(kinds.map((kind) => [kind, []]));
      const opened = new Map<Kind, ReturnType<Page>>(kinds.map((kind) => [kind, all[kind](count)]));
      for (let round = -1; round < rounds; round += 1)
        for (const kind of kinds) {
          const seen = await visit(browser, opened.get(kind)!, count, slowdown);
          // The first round wakes the browser up.
          if (round >= 0) visits.get(kind)!.push(seen);
        }
      const middle = (kind: Kind, key: keyof Visit): number => median(visits.get(kind)!.map((seen) => seen[key]));
      return Object.fromEntries(
        kinds.map((kind) => [
          kind,
          {
            ready: middle(kind, 'ready'),
            script: middle(kind, 'script'),
            blocking: middle(kind, 'blocking'),
            heap: middle(kind, 'heap'),
            shift: Math.max(...visits.get(kind)!.map(({ shift }) => shift)),
          },
        ]),
      ) as Record<Kind, Visit>;
    };

    /** Tells of each page, and how those with a tag stand to the bare Lit form. */
    const show = (
      seen: Record<Kind, Visit>,
      kinds: readonly Kind[],
      targets: { ready?: Target; script?: Target } = {},
    ): void => {
      for (const kind of kinds) {
        const { ready, script, blocking } = seen[kind];
        tell(`${NAMES[kind]}: first field`, ready, 'ms');
        tell(`${NAMES[kind]}: script`, script, 'ms');
        tell(`${NAMES[kind]}: blocking`, blocking, 'ms');
      }
      for (const kind of kinds.filter((kind) => !['plain', 'bare'].includes(kind))) {
        // The promise is about what the page's own code can do; what a network adds is another's.
        const promised = kind === 'inPage' ? targets : {};
        tell(
          `${NAMES[kind]}: first field, in bare Lit forms`,
          seen[kind].ready / seen.bare.ready,
          'times',
          promised.ready,
        );
        tell(
          `${NAMES[kind]}: script, in bare Lit forms`,
          seen[kind].script / seen.bare.script,
          'times',
          promised.script,
        );
      }
    };

    console.log(`\nA page opened for the first time, median of ${rounds}:`);
    const fast = await rounded(KINDS, 1, 1);
    show(fast, KINDS, { ready: { atMost: 1.25 } });
    for (const kind of KINDS) {
      const own = !['plain', 'bare'].includes(kind);
      tell(`${NAMES[kind]}: heap`, fast[kind].heap, 'MB', own ? { atMost: 1.8 } : {});
      tell(`${NAMES[kind]}: layout shift`, fast[kind].shift, '', own ? { atMost: 0 } : {});
    }

    console.log('\nThe same on a processor four times as slow:');
    show(await rounded(KINDS, 1, 4), KINDS, { ready: { atMost: 1.25 }, script: { atMost: 2 } });

    console.log('\nA hundred of them on one page:');
    const many = ['plain', 'bare', 'inPage'] as const;
    const hundred = await rounded(many, 100, 1);
    show(hundred, many);
    for (const kind of many) tell(`${NAMES[kind]}: heap`, hundred[kind].heap, 'MB');
  } finally {
    await browser.close();
    await site.close();
  }
}
