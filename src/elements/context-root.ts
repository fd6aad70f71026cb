import { ContextRoot } from '@lit/context';

// Imported before any element is defined: it remembers who asked for a context, so that a provider which is upgraded
// later than the elements inside it still reaches them.
if (globalThis.document) new ContextRoot().attach(document.documentElement);
