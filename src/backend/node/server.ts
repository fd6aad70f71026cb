import type { IncomingMessage, Server } from 'node:http';
import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { createAdaptorServer } from '@hono/node-server';
import { UsageError } from '../usage-error.js';
import { keepHouse } from './housekeeping.js';
import { clientNetwork, trustedProxies } from './network.js';
import { PAGE_HEADERS, pageNotFound, servePages, type Pages } from './pages.js';
import { BASE_PATH, type Portal } from './portal.js';
import { SECOND } from '../units.js';

/** How a portal is served. */
export interface ServeOptions {
  /** A folder of the client's own pages. */
  pages?: string | undefined;
  /** Answers what is neither the API nor a page; the demo's mailbox is such a thing. */
  more?: (request: Request) => Promise<Response | undefined>;
}

/** A server that listens. */
export interface RunningServer {
  port: number;
  /** Takes no new request and no further letter, finishes what is under way within ten seconds, and closes the database. */
  stop(): Promise<void>;
}

/** Where the elements' bundle is served from, beside the pages: `<script type="module" src="/portal-elements/portal-elements.min.js">`. */
const ASSETS_PATH = '/portal-elements/';

/** The folder of the built bundle: beside this file once it is built, below `dist` when run from source. */
const assetsFolder = (): string | undefined =>
  ['../cdn', '../../../dist/cdn']
    .map((path) => fileURLToPath(new URL(path, import.meta.url)))
    .find((path) => existsSync(path));

/**
 * Serves a portal: the API, the elements' bundle, and pages if there are any.
 *
 * @throws UsageError when the port is taken or may not be used, or the folder of pages can't be read
 */
export async function serve(portal: Portal, { pages, more }: ServeOptions = {}): Promise<RunningServer> {
  const { environment } = portal;
  const folders = foldersOf(pages);
  const isTrusted = trustedProxies(environment.trustedProxies);

  const answer = async (request: Request, incoming: IncomingMessage): Promise<Response> => {
    const { pathname } = new URL(request.url);
    if (pathname.startsWith(`${BASE_PATH}/`)) {
      const network = clientNetwork(incoming.socket.remoteAddress, request.headers.get('x-forwarded-for'), isTrusted);
      return portal.handler(request, { network });
    }
    if (pathname === '/healthz') return plain('ok');
    if (pathname === '/readyz')
      return portal.deps.store.ping().then(
        () => plain('ok'),
        () => plain('not ready', 503),
      );
    const other = await more?.(request);
    if (other) return other;
    if (request.method !== 'GET' && request.method !== 'HEAD') return plain('Only GET is answered here.', 405);
    for (const folder of folders) {
      const page = await folder(pathname);
      if (page) return page;
    }
    return pageNotFound();
  };

  const server = createAdaptorServer({
    // A socket that drips or stalls is cut: Node's own limits are minutes.
    serverOptions: { headersTimeout: 10 * SECOND, requestTimeout: 12 * SECOND, connectionsCheckingInterval: SECOND },
    fetch: async (request: Request, connection: unknown) => {
      try {
        return await answer(request, (connection as { incoming: IncomingMessage }).incoming);
      } catch (error) {
        // Whoever hung up waits for no answer, and nothing has failed.
        if (!request.signal.aborted) portal.log.error('request.failed', { error });
        return plain('Something went wrong.', 500);
      }
    },
  }) as Server;
  server.maxRequestsPerSocket = 1_000;
  // A flood of connections leaves files for the database to open.
  server.maxConnections = 4_000;
  // Longer than clients and proxies keep an idle connection, so that it is never closed under a request on its way.
  server.keepAliveTimeout = 65 * SECOND;
  const port = await listen(server, environment.port);
  portal.outbox?.start(SECOND / 2);
  const rest = keepHouse({ ...portal.deps, log: portal.log });
  return {
    port,
    stop: () => {
      rest();
      return stop(server, portal);
    },
  };
}

const plain = (text: string, status = 200): Response =>
  new Response(`${text}\n`, {
    status,
    headers: { ...PAGE_HEADERS, 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  });

function foldersOf(pages: string | undefined): Pages[] {
  const assets = assetsFolder();
  try {
    return [...(pages ? [servePages(pages)] : []), ...(assets ? [servePages(assets, ASSETS_PATH)] : [])];
  } catch (cause) {
    throw new UsageError(`The folder of pages "${pages}" can't be read.`, { cause });
  }
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', ({ code, message }: NodeJS.ErrnoException) => {
      const why =
        code === 'EADDRINUSE'
          ? 'another program uses it already'
          : code === 'EACCES'
            ? 'this user may not use it'
            : message;
      reject(new UsageError(`Port ${port} can't be used: ${why}. Choose another one with PORT.`));
    });
    server.listen(port, () => resolve((server.address() as AddressInfo).port));
  });
}

async function stop(server: Server, portal: Portal): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<void>((resolve) => (timer = setTimeout(resolve, 10 * SECOND)));
  void patience.then(() => server.closeAllConnections());
  // A letter that hangs isn't waited for: it comes again when its lease is over.
  await Promise.all([closed, Promise.race([portal.outbox?.stop(), patience])]);
  clearTimeout(timer);
  await portal.close();
}
