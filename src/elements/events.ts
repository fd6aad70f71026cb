import type { OperationName } from '../contract/operations.js';
import type { PortalErrorCode } from '../contract/portal-error.js';

// Nothing secret and nothing personal travels in an event: every script of the page can hear it.
abstract class PortalEvent extends Event {
  constructor(type: string, cancelable = false) {
    super(type, { bubbles: true, composed: true, cancelable });
  }
}

/** An account exists and is logged in. Canceling it keeps the element from going on to the next page. */
export class PortalActivatedEvent extends PortalEvent {
  constructor() {
    super('portal-activated', true);
  }
}

/** Somebody has logged in. Canceling it keeps the element from going on to the next page. */
export class PortalLoggedInEvent extends PortalEvent {
  constructor() {
    super('portal-logged-in', true);
  }
}

/** No required consent is left. Canceling it keeps the element from going on to the next page. */
export class PortalConsentsCompletedEvent extends PortalEvent {
  constructor() {
    super('portal-consents-completed', true);
  }
}

/** A further code was added to the account. */
export class PortalCodeLinkedEvent extends PortalEvent {
  constructor() {
    super('portal-code-linked');
  }
}

/** A section of the settings. */
export type SettingsSection = 'link' | 'contact' | 'password' | 'people' | 'consents' | 'sessions';

/** A section of the settings was saved. */
export class PortalSettingsSavedEvent extends PortalEvent {
  readonly section: SettingsSection;

  constructor(section: SettingsSection) {
    super('portal-settings-saved');
    this.section = section;
  }
}

/** A new password was set by a mailed link. Canceling it keeps the element from going on to the log-in page. */
export class PortalPasswordResetEvent extends PortalEvent {
  constructor() {
    super('portal-password-reset', true);
  }
}

/** Why a session has ended: asked for, left alone too long, or ended by the server. */
export type LogOutReason = 'requested' | 'idle' | 'ended';

/** The session has ended. Canceling it keeps the element from going on to the next page. */
export class PortalLoggedOutEvent extends PortalEvent {
  readonly reason: LogOutReason;

  constructor(reason: LogOutReason) {
    super('portal-logged-out', true);
    this.reason = reason;
  }
}

/** Another step is shown. */
export class PortalStepEvent extends PortalEvent {
  readonly step: string;

  constructor(step: string) {
    super('portal-step');
    this.step = step;
  }
}

/** An operation has failed. Canceling it keeps the element from showing an alert. */
export class PortalErrorEvent extends PortalEvent {
  readonly code: PortalErrorCode;
  readonly operation: OperationName;

  constructor(code: PortalErrorCode, operation: OperationName) {
    super('portal-error', true);
    this.code = code;
    this.operation = operation;
  }
}

declare global {
  // Elements, documents and windows alike: the events bubble.
  interface GlobalEventHandlersEventMap {
    'portal-activated': PortalActivatedEvent;
    'portal-logged-in': PortalLoggedInEvent;
    'portal-consents-completed': PortalConsentsCompletedEvent;
    'portal-code-linked': PortalCodeLinkedEvent;
    'portal-settings-saved': PortalSettingsSavedEvent;
    'portal-password-reset': PortalPasswordResetEvent;
    'portal-logged-out': PortalLoggedOutEvent;
    'portal-step': PortalStepEvent;
    'portal-error': PortalErrorEvent;
  }
}
