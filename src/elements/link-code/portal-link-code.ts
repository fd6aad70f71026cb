import { PortalElement } from '../portal-element.js';
import { html, nothing, type TemplateResult } from 'lit';
import { forget, fromAddress } from '../../adapter/page-state.js';
import { isWellFormedCode, normalizeCode } from '../../contract/fields/activation-code.js';
import type { Link } from '../../contract/linking.js';
import type { PortalError } from '../../contract/portal-error.js';
import { codeError, codeField } from '../../forms/code-field.js';
import { FlowController, type FormValues } from '../../forms/flow-controller.js';
import { form } from '../../forms/form.js';
import { KeptValues } from '../../forms/kept-values.js';
import type { Portal } from '../../forms/portal.js';
import { proofFields, readProof, type Method, type Proof } from '../../forms/proof-fields.js';
import '../../locale/en/link-code.js';
import { define } from '../define.js';
import { PortalCodeLinkedEvent } from '../events.js';
import { property } from '../property.js';
import { linkedPeople } from './linked-people.js';
import { describeRefusal } from './refusals.js';

/**
 * Adds an activation code to the account that is logged in: for somebody who has one already, or acts for another person.
 * It stands on a page of its own, or inside `portal-settings`, which then has its heading.
 *
 * @fires {PortalCodeLinkedEvent} portal-code-linked - The code was added to the account.
 * @fires {PortalErrorEvent} portal-error - An operation has failed; `operation` says which, `code` why.
 */
export class PortalLinkCode extends PortalElement {
  /** The activation code to start with; else the one in the page's address. */
  @property() code = '';

  readonly #flow = new FlowController<{ step: 'enter-code'; links?: Link[] }>(this, { step: 'enter-code' });
  readonly #kept = new KeptValues();

  protected override heading({ words }: Portal): string | undefined {
    return this.#isPart ? undefined : words.linkCode.heading;
  }

  protected override intro({ words }: Portal): string {
    return words.linkCode.intro;
  }

  protected override footer(): unknown {
    return this.#isPart ? undefined : nothing;
  }

  protected override addressed(): void {
    this.#kept.clear();
    this.#flow.abort();
    this.#flow.go({ step: 'enter-code' });
  }

  protected override forgetSecrets(): void {
    super.forgetSecrets();
    this.#kept.clear();
  }

  protected override renderForm(portal: Portal): TemplateResult {
    const flow = this.#flow;
    const { links } = flow.state;
    const method = this.#method;
    const fields = html`${codeField({ flow, value: this.#value('code') })}
    ${method ? proofFields(flow, [method], method, this.#value, () => undefined) : nothing}`;
    return html`${form({
      flow,
      fields,
      button: portal.words.actions.submit,
      send: this.#link,
      describe: this.#describe,
      success: 'notice',
    })}
    ${links ? linkedPeople(portal, links) : nothing}`;
  }

  // Where the settings around it have said already what it is for.
  get #isPart(): boolean {
    return this.parentElement?.closest('portal-settings') != null;
  }

  /** What proves to be the person, where this portal asks for it here too. */
  get #method(): Method | undefined {
    const { verification } = this.portal.config.link;
    return verification === 'none' ? undefined : verification;
  }

  get #codeAtHand(): string | undefined {
    const { format } = this.portal.config.code;
    const typed = normalizeCode(this.#flow.values('code'), format);
    return typed && (format === 'any' || isWellFormedCode(typed)) ? typed : undefined;
  }

  readonly #value = (name: string): string =>
    this.#kept.get(name) ?? (name === 'code' ? this.code || (fromAddress('code') ?? '') : '');

  readonly #describe = (error: PortalError) =>
    describeRefusal(error, { portal: this.portal, method: this.#method, code: () => this.#codeAtHand });

  readonly #link = async (values: FormValues): Promise<void> => {
    const { format } = this.portal.config.code;
    const flow = this.#flow;
    const wrong = codeError(values('code'), format);
    const read: { proof: Proof } | { errors: object } = this.#method ? readProof(flow, this.#method) : { proof: {} };
    this.#kept.keep(flow.form, /./);
    if (wrong || 'errors' in read)
      return flow.refuse({ ...(wrong && { code: wrong }), ...('errors' in read && read.errors) });

    const input = { code: normalizeCode(values('code'), format), ...read.proof };
    const answer = await flow.run('linkCode', input, (error) => void (this.#isOver(error) && forget('code')));
    if (!answer) return;
    forget('code');
    this.code = '';
    this.forgetSecrets();
    flow.go({ step: 'enter-code', links: answer.links });
    flow.tell((words) => words.linkCode.added);
    this.dispatchEvent(new PortalCodeLinkedEvent());
  };

  // Whether the code will never be taken here. With a wrong birthdate it may still be.
  #isOver({ code, reason }: PortalError): boolean {
    return code === 'already_linked' || (code === 'no_records_found' && (!this.#method || reason !== undefined));
  }
}

define('portal-link-code', PortalLinkCode);

declare global {
  interface HTMLElementTagNameMap {
    'portal-link-code': PortalLinkCode;
  }
}
