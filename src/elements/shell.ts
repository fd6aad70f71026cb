import { html, nothing, type TemplateResult } from 'lit';
import { mayTakeFocus } from '../forms/focus.js';
import { heading } from '../forms/heading.js';
import { isRightToLeft } from '../locale/load-messages.js';
import type { Messages } from '../locale/messages.js';

/** What stands in the shadow shell, around the form. */
export interface ShellParts {
  words: Messages;
  level: number;
  /** What stands there before anything else can. */
  waiting?: unknown;
  /** The place of what the page has put inside; apart, so that it looks as it did before there was a shell. */
  fallback?: unknown;
  /** Without one there are no words around the form. */
  heading?: string | undefined;
  step?: [step: number, of: number] | undefined;
  intro?: string | undefined;
  below?: unknown;
  /** Without one there is no footer, neither links nor help. */
  footer?: unknown;
  help?: unknown;
  /** Whether the page has put something into a slot. */
  slotted?: (name: string) => boolean;
}

/** The shell, with what the page gave in the place of our own words. */
export function shell({ words, level, step, intro, ...parts }: ShellParts): TemplateResult {
  const empty =
    parts.footer === nothing && parts.help === nothing && !['footer', 'help'].some((name) => parts.slotted?.(name));
  return html`<div part="base" lang=${words.language} dir=${isRightToLeft(words.language) ? 'rtl' : nothing}>
    ${parts.waiting ?? nothing}
    <div part="heading" tabindex="-1" ?hidden=${!parts.heading}>
      ${step ? html`<p class="portal-step">${words.form.step(...step)}</p>` : nothing}
      <slot name="heading">${parts.heading ? heading(level, parts.heading, 'portal-heading') : nothing}</slot>
      <slot name="intro">${intro ? html`<p class="portal-intro">${intro}</p>` : nothing}</slot>
    </div>
    <div part="body"><slot name="portal-form"></slot>${parts.below ?? nothing}</div>
    <div part="footer" ?hidden=${parts.footer === undefined || empty}>
      <slot name="footer">${parts.footer}</slot>
      <slot name="help">${parts.help}</slot>
    </div>
  </div>
  ${parts.fallback ?? nothing}`;
}

/** A sign of life while the config or the words are still on their way; it shows only where that takes long. */
export const waiting = (words: Messages): TemplateResult =>
  html`<p class="portal-waiting" role="status">
    <span class="portal-spinner"></span><span class="portal-visually-hidden">${words.form.working}</span>
  </p>`;

/** Moves the focus to the heading of a new step, unless the person is elsewhere by now. */
export function focusHeading(element: HTMLElement, shadow: ParentNode, replaced: boolean): void {
  if (!mayTakeFocus(element)) return;
  // A heading of the page's own need not take the focus; what holds it does.
  const heading = shadow.querySelector<HTMLElement>(replaced ? '[part="heading"]' : '.portal-heading');
  // One that has the focus already, from the step before, would not be told.
  heading?.blur();
  heading?.focus();
}
