import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import {
  createMockBackend,
  MOCK_BASE_PATH,
  type MockBackend,
  type Scenario,
  type ScenarioName,
} from '../../../mock-server/index.js';
import { scenarios } from '../../../mock-server/scenarios.js';
import { servePages } from '../../../src/backend/node/pages.js';

/** The built package in one file, as most pages take it in. */
export const ONE_FILE = '<script type="module" src="/dist/cdn/portal-elements.min.js"></script>';

export const TAGS = [
  'portal-activate',
  'portal-consent',
  'portal-help',
  'portal-language',
  'portal-link-code',
  'portal-login',
  'portal-reset-password',
  'portal-session',
  'portal-settings',
] as const;

/** What a page without a bundler says so that the modules of the package find theirs. */
export const IMPORT_MAP = `<script type="importmap">${JSON.stringify({
  imports: {
    lit: '/npm/lit/index.js',
    'lit/': '/npm/lit/',
    'lit-html': '/npm/lit-html/lit-html.js',
    'lit-html/': '/npm/lit-html/',
    'lit-element/': '/npm/lit-element/',
    '@lit/reactive-element': '/npm/@lit/reactive-element/reactive-element.js',
    '@lit/reactive-element/': '/npm/@lit/reactive-element/',
    '@lit/context': '/npm/@lit/context/index.js',
    'zod/mini': '/npm/zod/mini/index.js',
  },
})}</script>`;
const PACKAGES = ['lit', 'lit-html', 'lit-element', '@lit/reactive-element', '@lit/context', 'zod'];

interface PageParts {
  head?: string;
  headers?: Record<string, string>;
}

/**
 * Somebody else's site: whatever pages a test gives it, the built package under `/dist/`, and under `/api/<scenario>` a
 * backend in the state that the scenario names.
 */
export class HostSite {
  readonly origin: string;
  readonly #server;
  readonly #answers = new Map<string, (request: Request) => Response | Promise<Response>>();
  readonly #backends = new Map<string, Promise<MockBackend>>();
  readonly #files = [
    servePages('dist', '/dist/'),
    servePages('node_modules/bootstrap3/dist/css', '/bootstrap3/'),
    servePages('node_modules/bootstrap5/dist/css', '/bootstrap5/'),
    ...PACKAGES.map((name) => servePages(`node_modules/${name}`, `/npm/${name}/`)),
  ];
  /** Every request of the API, as `POST /session`. */
  readonly calls: string[] = [];

  private constructor(server: ReturnType<typeof createAdaptorServer>, origin: string) {
    this.#server = server;
    this.origin = origin;
  }

  static async open(): Promise<HostSite> {
    if (!existsSync('dist/cdn/portal-elements.min.js')) throw new Error('Run `npm run build` first.');
    const server = createAdaptorServer({ fetch: (request) => site.#answer(request) });
    await new Promise<void>((listening) => server.listen(0, listening));
    const site = new HostSite(server, `http://localhost:${(server.address() as AddressInfo).port}`);
    return site;
  }

  async close(): Promise<void> {
    if ('closeAllConnections' in this.#server) this.#server.closeAllConnections();
    await new Promise((closed) => this.#server.close(closed));
  }

  /** Puts a page at a path; returns its address. */
  page(path: string, body: string, { head = ONE_FILE, headers = {} }: PageParts = {}): string {
    const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Host</title>${head}</head><body>${body}</body></html>`;
    this.answer(
      path,
      () => new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8', ...headers } }),
    );
    return this.origin + path;
  }

  /** Puts a script at a path. */
  script(path: string, code: string): void {
    this.answer(path, () => new Response(code, { headers: { 'content-type': 'text/javascript; charset=utf-8' } }));
  }

  /** Says what is answered at a path. */
  answer(path: string, make: (request: Request) => Response | Promise<Response>): void {
    this.#answers.set(path, make);
  }

  /** The backend under `/api/<name>`: of the scenario with this name, or of the one given. */
  backend(name: string, scenario?: Scenario): Promise<MockBackend> {
    const known = this.#backends.get(name);
    if (known && !scenario) return known;
    const started = createMockBackend(scenario ?? scenarios[name as ScenarioName]);
    this.#backends.set(name, started);
    return started;
  }

  /** Begins every world anew. */
  forget(): void {
    this.#backends.clear();
    this.calls.length = 0;
  }

  async #answer(request: Request): Promise<Response> {
    const url = new URL(request.url);
    const [, name, path] = /^\/api\/([^/]+)(\/.*)$/.exec(url.pathname) ?? [];
    if (name && path) return this.#call(request, name, path + url.search);
    const own = this.#answers.get(url.pathname);
    if (own) return own(request);
    for (const files of this.#files) {
      const file = await files(url.pathname);
      if (file) return file;
    }
    // Every browser asks for it by itself.
    if (url.pathname === '/favicon.ico') return new Response(null, { status: 204 });
    return new Response(`There is nothing at ${url.pathname}.`, { status: 404 });
  }

  async #call(request: Request, name: string, path: string): Promise<Response> {
    this.calls.push(`${request.method} ${path}`);
    const { method, headers } = request;
    const body = ['GET', 'HEAD'].includes(method) ? undefined : await request.text();
    const inside = new Request(`https://portal.example${MOCK_BASE_PATH}${path}`, {
      method,
      headers,
      body: body || undefined,
    });
    return (await this.backend(name)).handler(inside);
  }
}
