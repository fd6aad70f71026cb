import { html, nothing, type TemplateResult } from 'lit';
import '../locale/en/password.js';
import { controlId, field } from './field.js';
import { named } from './form.js';
import { textControl, type TextParts } from './text-field.js';

/** What is to be known of what is typed: heard once, and seen as long as it holds. The region is there beforehand. */
const told = (says: string | false, className = ''): TemplateResult =>
  html`<p class=${says ? `portal-hint ${className}` : 'portal-visually-hidden'} role="status">${says || nothing}</p>`;

/** A password with a button that shows it, and a word about Caps Lock and about spaces. */
export function passwordField(parts: TextParts, rules: unknown = nothing): TemplateResult {
  const { flow, name, label } = parts;
  const { password: say } = flow.portal.words;
  const id = controlId(flow, name);
  const shown = flow.has(`shown ${name}`);
  // Managers send key events that lack what a keyboard's have.
  const capsLock = (event: KeyboardEvent): void =>
    flow.mark(`caps ${name}`, event.getModifierState?.('CapsLock') ?? false);
  const control = html`<div
      class="portal-with-button"
      @keydown=${capsLock}
      @keyup=${capsLock}
      @focusin=${() => flow.mark(`caps ${name}`, false)}
    >
      ${textControl({
        ...parts,
        type: shown ? 'text' : 'password',
        ltr: true,
        secret: true,
      })}
      <button
        class="portal-button portal-button-text"
        type="button"
        aria-controls=${id}
        @click=${() => flow.mark(`shown ${name}`, !shown)}
      >
        ${named(shown ? say.hide : say.show, say.of(label))}
      </button>
    </div>
    ${told(flow.has(`caps ${name}`) && say.capsLock, 'portal-caps-lock')} ${told(/\s/.test(flow.values(name)) && say.spaces)}`;
  return field(parts, control, rules);
}
