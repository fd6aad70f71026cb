import { html, nothing, type TemplateResult } from 'lit';
import type { PortalConfig } from '../../contract/config.js';
import type { OperationName } from '../../contract/operations.js';
import { form, type FormParts } from '../../forms/form.js';
import { heading } from '../../forms/heading.js';

/** What stands at the head of a section, and below it. */
export interface SectionParts {
  /** Begins the id of its heading. */
  id: string;
  level: number;
  heading: string;
  hint: string;
  content: unknown;
}

/** One section of the settings: what it is about, and beside or below that what can be done. */
export const section = ({ id, level, hint, content, ...parts }: SectionParts): TemplateResult =>
  html`<section class="portal-section" aria-labelledby="${id}-heading">
    <div class="portal-section-head">
      ${heading(level, parts.heading, 'portal-subheading', `${id}-heading`)}
      <p class="portal-hint">${hint}</p>
    </div>
    ${content}
  </section>`;

/** A form of a section; its alerts stand one level below the section's heading. */
export const sectionForm = (parts: FormParts): TemplateResult =>
  form({ alertLevel: parts.flow.host.headingLevel + 2, ...parts });

/** A form that only shows something; it says what goes wrong, and tries again. */
export const listForm = (parts: Omit<FormParts, 'button'>): TemplateResult =>
  sectionForm({ actions: nothing, button: '', ...parts });

/** Whether a backend has an operation; one that names none is taken to have them all. */
export const offers = ({ features }: PortalConfig, name: OperationName): boolean =>
  features.length === 0 || features.includes(name);
