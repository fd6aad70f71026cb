import { html, nothing, type TemplateResult } from 'lit';
import type { PortalError } from '../contract/portal-error.js';
import { clockTime } from './countdown.js';
import type { FlowController } from './flow-controller.js';
import { heading } from './heading.js';
import { alertIcon } from './icons.js';
import { hrefAndBack, linkWithCode } from './links.js';
import { support } from './support.js';

/** What an alert says: what happened, why, and the ways on. */
export interface AlertContent {
  title: string;
  body?: unknown;
  /** Links and buttons. */
  ways?: unknown[];
}

/** What an element has to say about an error beside what is said everywhere. */
export type Describe = (error: PortalError) => AlertContent | undefined;

// From there the person comes back, with the code that a mail brought.
const wayBy = (path: string, text: string): unknown => linkWithCode(hrefAndBack(path) ?? '', text);

function waysOn(flow: FlowController, { code }: PortalError): unknown[] {
  const { words, config } = flow.portal;
  switch (code) {
    case 'session_required':
      return [wayBy(config.pages.login, words.actions.logIn)];
    case 'consent_required':
      return [wayBy(config.pages.consent, words.consent.heading)];
    case 'network':
    case 'unavailable':
    case 'server_error':
      return [
        html`<button class="portal-button" type="button" @click=${flow.again ?? (() => flow.form?.requestSubmit())}>
          ${words.actions.tryAgain}
        </button>`,
      ];
    default:
      return [];
  }
}

// Over, the time keeps its place, and what is said instead stands in it.
function waiting({ portal, wait, waited }: FlowController): TemplateResult {
  const { wait: say, waitOver } = portal.words.form;
  const [before, after] = say;
  // Its own region, which is silent: the alert around it would read out every second.
  const left = clockTime(wait.left);
  return html`<div class="portal-wait">
    <p class=${waited ? 'portal-text portal-unseen' : 'portal-text'}>
      ${before}<strong class="portal-strong" role="timer" aria-live="off">${left}</strong>${after}
    </p>
    ${waited ? html`<p class="portal-text">${waitOver}</p>` : nothing}
  </div>`;
}

/** What is said about an error where an element has nothing better to say. */
function describe(flow: FlowController, error: PortalError): AlertContent {
  const { title, body } = flow.portal.words.errors[error.code];
  const counts = flow.wait.left > 0 || flow.waited;
  return { title, body: counts ? waiting(flow) : body, ways: waysOn(flow, error) };
}

/** A link to each field that is wrong, in the words that stand there. */
export function fieldLinks(flow: FlowController): TemplateResult {
  const focus = (control: string) => (event: Event) => {
    event.preventDefault();
    flow.host.querySelector<HTMLElement>(`#${CSS.escape(`${flow.id}-${control}`)}`)?.focus();
  };
  const line = (name: string): TemplateResult | typeof nothing => {
    const error = flow.fieldErrors[name];
    if (!error) return nothing;
    const { says, at = name } = error;
    const href = `#${flow.id}-${at}`;
    return html`<li>
      <a class="portal-link" href=${href} @click=${focus(at)}>${says(flow.portal.words)}</a>
    </li>`;
  };
  // Each at its place: what is put right leaves the list, and the others aren't read out once more.
  return html`<ul class="portal-bullets">
    ${flow.listed.map(line)}
  </ul>`;
}

const summary = (flow: FlowController): AlertContent => ({
  title: flow.portal.words.form.problem,
  body: fieldLinks(flow),
});

/**
 * The place where a form says what went wrong. It is there from the beginning, empty, since screen readers announce what
 * appears in a region, not a region that appears. Empty means empty: not even a blank stands in it.
 */
export function alert(flow: FlowController, own?: Describe, level = flow.host.headingLevel + 1): TemplateResult {
  const { error } = flow;
  const fields = Object.keys(flow.fieldErrors).length > 0;
  const content = error
    ? (own?.(error) ?? (fields ? summary(flow) : describe(flow, error)))
    : fields
      ? summary(flow)
      : undefined;
  return html`<div
    class=${content ? 'portal-alert portal-notice' : 'portal-visually-hidden'}
    id="${flow.id}-alert"
    role="alert"
    tabindex="-1"
  >${content ? show(flow, content, level) : nothing}</div>`;
}

function show(flow: FlowController, { title, body, ways = [] }: AlertContent, level: number): TemplateResult {
  const shown = ways.filter((way) => way && way !== nothing);
  return html`${alertIcon}${heading(level, title, 'portal-alert-title')}
    <div class="portal-alert-body">
      ${typeof body === 'string' ? html`<p class="portal-text">${body}</p>` : body}
      ${shown.length > 0 ? html`<div class="portal-ways">${shown}</div>` : nothing}
      ${support(flow.portal, flow.error?.support)}
    </div>`;
}
