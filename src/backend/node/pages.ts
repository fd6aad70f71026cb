import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';

/** The kinds of files that are served; docs/backend.md lists them. */
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.gif': 'image/gif',
  '.ico': 'image/x-icon',
  '.webmanifest': 'application/manifest+json',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.pdf': 'application/pdf',
  '.txt': 'text/plain; charset=utf-8',
};

/** A policy that lets the tags work and nothing else: no inline script or style, no foreign host, no HTML from strings. */
export const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "font-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

/** Headers of every page and file, and of pages that don't exist. */
export const PAGE_HEADERS: Record<string, string> = {
  'content-security-policy': PAGE_POLICY,
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'cache-control': 'no-cache',
};

/** Answers a GET of a file, or nothing where there is none of that path. */
export type Pages = (pathname: string) => Promise<Response | undefined>;

/**
 * Serves the files of a folder under a path. The list of files is fixed at the start: whatever is asked for, nothing else
 * can be reached. `login.html` answers `/login`, `index.html` answers `/`.
 *
 * @throws the file system's error when the folder can't be read
 */
export function servePages(folder: string, under = '/'): Pages {
  const files = new Map<string, string>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    const path = relative(folder, file).split(sep).join('/');
    if (!entry.isFile() || !TYPES[extname(path)] || path.split('/').some((part) => part.startsWith('.'))) continue;
    files.set(`${under}${path}`, file);
    if (path.endsWith('.html')) files.set(`${under}${path.replace(/(^|\/)index\.html$|\.html$/, '$1')}`, file);
  }
  return async (pathname) => {
    const file = files.get(pathname);
    if (!file) return undefined;
    return new Response(await readFile(file), { headers: { ...PAGE_HEADERS, 'content-type': TYPES[extname(file)]! } });
  };
}

/** What a page that doesn't exist looks like. */
export const pageNotFound = (): Response =>
  new Response('There is no such page.\n', {
    status: 404,
    headers: { ...PAGE_HEADERS, 'content-type': 'text/plain; charset=utf-8' },
  });
