import { html, nothing, type TemplateResult } from 'lit';
import { clockTime } from '../../forms/countdown.js';
import type { FlowController } from '../../forms/flow-controller.js';
import { form } from '../../forms/form.js';
import { heading } from '../../forms/heading.js';
import '../../locale/en/session.js';

/** What the warning is made of. */
export interface IdleDialogParts {
  /** Its form: what goes wrong is said inside the dialog. */
  flow: FlowController;
  /** Seconds that are left; none while there is nothing to warn of. */
  left: number | undefined;
  /** Seconds that were left when it was said last. */
  told: number | undefined;
  level: number;
  stay: () => unknown;
  logOut: () => unknown;
}

/** The warning that a session is about to end for want of use. It is drawn closed, and opened as a modal by its element. */
export function idleDialog({ flow, left, told, level, stay, logOut }: IdleDialogParts): TemplateResult {
  const { warning } = flow.portal.words.session;
  const dismiss = (event: Event): void => {
    event.preventDefault();
    stay();
  };
  // What else was typed on the page is gone.
  const keeps = document.querySelector('portal-consent input, portal-settings input');
  const more = html`<button class="portal-button" type="button" @click=${logOut}>${warning.logOut}</button>`;
  return html`<dialog
    class="portal-dialog"
    role="alertdialog"
    aria-modal="true"
    aria-labelledby="${flow.id}-heading"
    aria-describedby="${flow.id}-text ${flow.id}-time"
    @cancel=${dismiss}
  >
    ${heading(level, warning.heading, 'portal-heading', `${flow.id}-heading`)}
    <p class="portal-intro" id="${flow.id}-text">${warning.text}</p>
    <p class="portal-countdown" id="${flow.id}-time" role="timer" aria-live="off">${clockTime(left ?? 0)}</p>
    <p class="portal-visually-hidden" role="status">${told === undefined ? '' : warning.left(told)}</p>
    ${keeps ? html`<p class="portal-hint">${warning.kept}</p>` : nothing}
    ${form({ flow, fields: '', button: warning.stay, send: stay, more })}
  </dialog>`;
}
