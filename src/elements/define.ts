import { VERSION } from './version.js';

/** Registers a tag, once: a second copy of the package does no harm, and says so where its version is another. */
export function define(tag: string, element: CustomElementConstructor & { version?: string }): void {
  const present = customElements.get(tag) as { version?: string } | undefined;
  if (!present) customElements.define(tag, element);
  else if (present.version !== VERSION)
    console.warn(
      `<${tag}> ${VERSION} stays unused: this page has loaded version ${present.version ?? 'unknown'} before.`,
    );
}
