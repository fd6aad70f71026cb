import type { PortalError } from '../contract/portal-error.js';
import type { Says } from '../locale/messages.js';

/** What is wrong with a field. */
export interface FieldError {
  says: Says;
  /** The control to go to, where it isn't the one of the field's own name. */
  at?: string;
  /** Further controls by which it may be put right. */
  about?: readonly string[];
}

/** What is wrong, by field, in the order of the page. */
export type FieldErrors = Record<string, FieldError>;

/** Tells which fields an error is about. */
export type Explain = (error: PortalError) => FieldErrors | undefined;

/** What a request may need beside its input. */
export interface RunOptions<State> {
  /** The language to be answered in, where it isn't the page's. */
  language?: string;
  /** After a failure: the step at which to go on, where it isn't this one. */
  back?: (error: PortalError) => State | undefined;
  /** After a failure: what "Try again" does, where that isn't to send the form. */
  again?: (() => unknown) | undefined;
}

/** What was typed, by the name of the control; `''` where nothing was. */
export type FormValues = (name: string) => string;

/** A step that was shown, and what belongs to it. */
export interface Step {
  step: string;
}
