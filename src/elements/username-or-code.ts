import { html, nothing, type TemplateResult } from 'lit';
import { isWellFormedCode, normalizeCode } from '../contract/fields/activation-code.js';
import type { FieldError, FlowController } from '../forms/flow-controller.js';
import { linkWithCode } from '../forms/links.js';
import '../locale/en/log-in.js';
import '../locale/en/username.js';

const isCode = (typed: string): boolean => isWellFormedCode(normalizeCode(typed));

/**
 * What is wrong with the user name of an account, if anything. An activation code is none; but a name may look like one,
 * so whoever sends the same once more goes on.
 */
export function usernameError(username: string, before: string | undefined): FieldError | undefined {
  if (!username) return { says: (words) => words.username.missing };
  return isCode(username) && username !== before ? { says: (words) => words.username.isCode } : undefined;
}

/** The way on for somebody new, who has typed the code where the user name belongs. */
export function createWithCode(flow: FlowController): TemplateResult | typeof nothing {
  const { config, words } = flow.portal;
  const typed = flow.values('username');
  if (!flow.fieldErrors.username || !isCode(typed)) return nothing;
  return html`<div class="portal-ways">
    ${linkWithCode(config.pages.activate, words.logIn.createWithCode, () => normalizeCode(typed))}
  </div>`;
}
