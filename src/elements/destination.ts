import { resolveNext } from '../adapter/resolve-next.js';
import type { PortalConfig } from '../contract/config.js';
import type { Step } from '../contract/step.js';
import { withCode } from '../forms/links.js';

/** What decides where a step leads. */
export interface Way {
  config: PortalConfig;
  /** The element's own `next`. */
  next?: string | null | undefined;
  /** A code that is still to be linked: it goes along. */
  code?: string | undefined;
}

const nextOfPage = (): string | undefined => resolveNext(new URLSearchParams(location.search).get('next'));

/** The address that a step leads to; nothing where the config names no page for it: then the element stays. */
export function destination(step: Step, { config: { pages }, next, code }: Way): string | undefined {
  const wanted = (code ? resolveNext(pages.settings) : undefined) ?? resolveNext(next) ?? nextOfPage();
  if (step === 'landing') {
    const landing = wanted ?? resolveNext(pages.landing);
    return landing && withCode(landing, code);
  }
  const page = resolveNext({ consent: pages.consent, 'log-in': pages.login, 'create-account': pages.activate }[step]);
  if (!page) return undefined;
  const url = new URL(page, document.baseURI);
  if (wanted) url.searchParams.set('next', wanted);
  return withCode(url.pathname + url.search + url.hash, code);
}
