import { VERSION } from './version.js';

let told = false;

/** Registers a tag, once: a second copy of the package does no harm, and says so to the developer. */
export function define(tag: string, element: CustomElementConstructor & { version?: string }): void {
  const present = customElements.get(tag) as { version?: string } | undefined;
  if (!present) return customElements.define(tag, element);
  // Once for a whole copy: what holds for one tag holds for all.
  if (present === element || told) return;
  told = true;
  const version = present.version ?? 'of an unknown version';
  if (version === VERSION)
    console.warn(
      `This page has loaded portal-elements ${VERSION} twice: <${tag}> and others of the second copy stay unused.`,
    );
  else
    console.error(
      `This page has loaded portal-elements twice: ${VERSION} stays unused, because <${tag}> is there already, ${version}. Load one version alone.`,
    );
}
