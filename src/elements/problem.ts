import { html, type TemplateResult } from 'lit';
import type { PortalError } from '../contract/portal-error.js';
import { alertIcon } from '../forms/icons.js';
import type { Messages } from '../locale/messages.js';

/** What stands in the place of a form that can't be drawn: for the person, or, without an adapter, for the developer. */
export function problem(
  element: HTMLElement,
  trouble: 'no-adapter' | PortalError,
  words: Messages,
  retry: () => void,
): TemplateResult {
  const missing = trouble === 'no-adapter';
  const { title, body } = missing
    ? { title: words.form.unavailable, body: words.developer.noAdapter(element.localName) }
    : words.errors[trouble.code];
  return html`<div class="portal-alert portal-notice" role="alert">
    ${alertIcon}
    <p class="portal-alert-title">${title}</p>
    <div class="portal-alert-body">
      <p class="portal-text">${body}</p>
      ${
        missing
          ? ''
          : html`<div class="portal-ways">
              <button class="portal-button" type="button" @click=${retry}>${words.actions.tryAgain}</button>
            </div>`
      }
    </div>
  </div>`;
}
