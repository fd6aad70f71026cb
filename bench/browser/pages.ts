import { build } from 'esbuild';
import { IN_PARTS } from '../../test/hosts/support/bundle.js';
import type { HostSite } from '../../test/hosts/support/site.js';

const PLAIN = `<form method="post"><label>Email/Username <input name="username" autocomplete="username" required></label><button>Next</button></form>`;

const module = (path: string): string => `<script type="module" src="${path}"></script>`;

/** Takes modules together as an application's bundler would, and puts them on the site; returns what the page has to load. */
async function bundle(site: HostSite, name: string, code: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: '.', sourcefile: `${name}.ts` },
    ...IN_PARTS,
    entryNames: name,
    outdir: `/${name}`,
    logLevel: 'error',
  });
  for (const { path, text } of outputFiles) site.script(path, text);
  return module(`/${name}/${name}.js`);
}

/** A page to be measured; `count` of its element stand on it. */
export type Page = (count: number) => string;

/** The floors, and a page with `<portal-login>` in each way that it may be put there. */
export async function pages(
  site: HostSite,
): Promise<Record<'plain' | 'bare' | 'inPage' | 'fromBackend' | 'oneFile', Page>> {
  await site.backend('fresh-code');
  const config = await (await fetch(`${site.origin}/api/fresh-code/config`)).text();
  const bare = await bundle(site, 'bare', `import './bench/browser/bare-form.ts';`);
  const login = await bundle(site, 'login', `import './dist/login.js';`);
  const configured = await bundle(
    site,
    'configured',
    `import { configurePortal } from './dist/adapter.js'; import './dist/login.js';
     configurePortal({ baseUrl: '/api/fresh-code', config: ${config} });`,
  );
  const page =
    (name: string, tag: string, head: string): Page =>
    (count) =>
      site.page(`/${name}-${count}.html`, tag.repeat(count), { head });
  const withBackend = '<portal-login base-url="/api/fresh-code"></portal-login>';
  return {
    plain: page('plain', PLAIN, ''),
    bare: page('bare', '<bare-form></bare-form>', bare),
    inPage: page('configured', '<portal-login></portal-login>', configured),
    fromBackend: page('login', withBackend, login),
    oneFile: page('one-file', withBackend, module('/dist/cdn/portal-elements.min.js')),
  };
}
