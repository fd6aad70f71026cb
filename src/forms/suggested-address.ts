import { html, nothing, type TemplateResult } from 'lit';
import { likelyAddress } from '../contract/fields/email-typo.js';
import '../locale/en/username.js';
import { controlId } from './field.js';
import type { FlowController } from './flow-controller.js';
import { textButton } from './form.js';

/**
 * Another address for a field, to be taken by a press: what was probably meant, else the one that was invited. Offered,
 * never filled in: the invited one may be an employer's, or a parent's, and what looks like a typing mistake may be none.
 */
export function suggestedAddress(flow: FlowController, name: string, invited = ''): TemplateResult | typeof nothing {
  const typed = flow.values(name);
  const email = likelyAddress(typed) ?? invited;
  if (!email || typed === email) return nothing;
  const use = (): void => {
    const input = flow.host.querySelector<HTMLInputElement>(`#${controlId(flow, name)}`);
    if (!input) return;
    input.value = email;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    input.focus();
  };
  return html`<div class="portal-ways">${textButton(flow.portal.words.username.suggest(email), use)}</div>`;
}
