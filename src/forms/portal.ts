import type { ReactiveControllerHost } from 'lit';
import type { PortalAdapter } from '../adapter/portal-adapter.js';
import type { PortalConfig } from '../contract/config.js';
import type { OperationName } from '../contract/operations.js';
import type { PortalErrorCode } from '../contract/portal-error.js';
import type { Messages } from '../locale/messages.js';
import type { Step } from './flow-types.js';

/** What an element stands on once all of it is known: where to ask, what this portal is like, and how to say it. */
export interface Portal {
  adapter: PortalAdapter;
  config: PortalConfig;
  words: Messages;
  /** The language that is wanted, as a BCP 47 tag; the words may be in another one, where it isn't there. */
  language: string;
}

/** What an element needs to know of a form that stands in it. */
export interface Flow {
  readonly pending: boolean;
  readonly invalid: boolean;
  /** Which step it is at, and what it knows there. */
  state: Step;
  /** Ends the request under way; its answer is dropped. */
  abort(): void;
}

/** What a form needs of the element that it stands in. */
export interface FlowHost extends ReactiveControllerHost, HTMLElement {
  readonly portal: Portal;
  readonly headingLevel: number;
  readonly hasUpdated: boolean;
  /** The element's forms: its custom states tell of them all. */
  readonly flows: Set<Flow>;
  /** Another step is on the page: its heading takes the focus, the page is told. */
  stepShown(step: string): Promise<void>;
  /** Tells the page of a failure; false where the page shows it by itself. */
  operationFailed(code: PortalErrorCode, operation: OperationName): boolean;
}
