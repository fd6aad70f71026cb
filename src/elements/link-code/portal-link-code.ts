import { PortalElement } from '../portal-element.js';
import { html, nothing, type TemplateResult } from 'lit';
import { forget } from '../../adapter/page-state.js';
import type { Link } from '../../contract/linking.js';
import type { PortalError } from '../../contract/portal-error.js';
import { CodeStep } from '../../forms/code-step.js';
import { FlowController } from '../../forms/flow-controller.js';
import { form } from '../../forms/form.js';
import type { Portal } from '../../forms/portal.js';
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
  readonly #code = new CodeStep(
    this.#flow,
    () => this.code,
    () => {
      const { verification } = this.portal.config.link;
      return verification === 'none' ? [] : [verification];
    },
  );

  override connectedCallback(): void {
    super.connectedCallback();
    this.#code.restore();
  }

  protected override heading({ words }: Portal): string | undefined {
    return this.#isPart ? undefined : words.linkCode.heading;
  }

  protected override intro({ words }: Portal): string {
    return words.linkCode.intro;
  }

  protected override footer(): unknown {
    return this.#isPart ? undefined : nothing;
  }

  // Whom the account is linked to is for nobody else's eyes.
  protected override startOver(): void {
    if (this.#flow.state.links) this.#flow.go({ step: 'enter-code' });
  }

  protected override addressed(): void {
    this.#code.kept.clear();
    this.#flow.abort();
    this.#flow.go({ step: 'enter-code' });
  }

  protected override forgetSecrets(): void {
    super.forgetSecrets();
    this.#code.kept.clear();
  }

  protected override renderForm(portal: Portal): TemplateResult {
    const flow = this.#flow;
    const { links } = flow.state;
    return html`${form({
      flow,
      fields: this.#code.fields(),
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

  readonly #describe = (error: PortalError) =>
    describeRefusal(error, { portal: this.portal, method: this.#code.method, code: this.#code.code });

  readonly #link = async (): Promise<void> => {
    const flow = this.#flow;
    const input = this.#code.read();
    const answer =
      input && (await flow.run('linkCode', input, (error) => void (this.#isOver(error) && forget('code'))));
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
    return code === 'already_linked' || (code === 'no_records_found' && (!this.#code.method || reason !== undefined));
  }
}

define('portal-link-code', PortalLinkCode);

declare global {
  interface HTMLElementTagNameMap {
    'portal-link-code': PortalLinkCode;
  }
}
