import type { PortalConfig } from '../contract/config.js';
import type { PartialMessages } from '../locale/messages.js';
import { createHttpAdapter } from './http-adapter.js';
import type { PortalAdapter } from './portal-adapter.js';

/** Part of a config, at every depth. */
export type PartialConfig = { [Key in keyof PortalConfig]?: PortalConfig[Key] | Partial<PortalConfig[Key]> };

/** What holds for all elements of a document that aren't told otherwise. */
export interface DocumentSettings {
  adapter?: PortalAdapter;
  /** Of an HTTP backend, in place of `adapter`. */
  baseUrl?: string;
  /** Any subset of the words, laid over those of the language. */
  messages?: PartialMessages;
  /** BCP 47 tag; goes before the `lang` of the page, and behind one on the element itself. */
  locale?: string;
  /** Spares the request for the config. */
  config?: PartialConfig;
}

interface Shared {
  settings: DocumentSettings;
  listeners: Set<() => void>;
}

// Kept under a registered symbol: a page may hold two copies of this module (a bundle of its own, a file from a CDN),
// and what it says to one holds for the elements of both.
const KEY = Symbol.for('portal-elements.settings');
const shared = ((globalThis as unknown as Record<symbol, Shared>)[KEY] ??= { settings: {}, listeners: new Set() });

/** Says what holds for a whole document, before or after its elements exist; what is left out stays as it was. */
export function configurePortal(settings: DocumentSettings): void {
  shared.settings = { ...shared.settings, ...settings };
  for (const listener of [...shared.listeners]) listener();
}

/** What was said by `configurePortal`, and in the page's own `<script data-portal-config>`. */
export function documentSettings(): DocumentSettings {
  const config = shared.settings.config ?? configOfPage();
  return config ? { ...shared.settings, config } : shared.settings;
}

/** Calls the listener whenever the settings change; returns how to stop that. */
export function onDocumentSettings(listener: () => void): () => void {
  shared.listeners.add(listener);
  return () => shared.listeners.delete(listener);
}

let ofPage: PartialConfig | null | undefined;

function configOfPage(): PartialConfig | undefined {
  if (ofPage !== undefined || !globalThis.document) return ofPage ?? undefined;
  const script = document.querySelector('script[type="application/json"][data-portal-config]');
  // It may still be on its way through the parser.
  if (!script) return undefined;
  try {
    ofPage = JSON.parse(script.textContent ?? '') as PartialConfig;
  } catch (error) {
    ofPage = null;
    console.error('The page’s <script data-portal-config> is no JSON.', error);
  }
  return ofPage ?? undefined;
}

const byUrl = new Map<string, PortalAdapter>();

/** The adapter for a base URL; one for each, so that all elements share what was read through it. */
export function adapterFor(baseUrl: string): PortalAdapter {
  const adapter = byUrl.get(baseUrl) ?? createHttpAdapter({ baseUrl });
  byUrl.set(baseUrl, adapter);
  return adapter;
}
