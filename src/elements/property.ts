import type { PropertyDeclaration, ReactiveElement } from 'lit';

/** Lit's own `@property`, for the kind of decorator that we compile: Lit's carries the other kind along too. */
export const property =
  (options?: PropertyDeclaration) =>
  (prototype: ReactiveElement, name: string): void =>
    (prototype.constructor as typeof ReactiveElement).createProperty(name, options);
