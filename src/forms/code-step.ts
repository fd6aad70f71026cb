import { html, type TemplateResult } from 'lit';
import { fromAddress } from '../adapter/page-state.js';
import { normalizeCode } from '../contract/fields/activation-code.js';
import { codeError, codeField, shownCode } from './code-field.js';
import type { FlowController } from './flow-controller.js';
import { KeptValues } from './kept-values.js';
import { proofFields, readProof, type Method, type Proof } from './proof-fields.js';

/** The step that asks for a code, and for what proves to be its person. */
export class CodeStep {
  /** What was typed here: all of it secret. */
  readonly kept = new KeptValues();

  readonly #flow: FlowController;
  readonly #given: () => string;
  readonly #methods: () => readonly Method[];
  #chosen: Method | undefined;

  /**
   * @param given the code that the page gave to the element, if any
   * @param methods the ways to prove to be its person that this portal takes; none where it asks for no proof
   */
  constructor(flow: FlowController, given: () => string, methods: () => readonly Method[]) {
    this.#flow = flow;
    this.#given = given;
    this.#methods = methods;
  }

  /** The way to prove it that is shown. */
  get method(): Method | undefined {
    const methods = this.#methods();
    return methods.find((method) => method === this.#chosen) ?? methods[0];
  }

  /** Its fields. */
  fields(): TemplateResult {
    const flow = this.#flow;
    return html`${codeField({ flow, value: this.#value('code') })}
    ${proofFields(flow, this.#methods(), this.method, this.#value, this.#choose)}`;
  }

  /** The code that is typed or known, where it is one. */
  readonly code = (): string | undefined => {
    const { format } = this.#flow.portal.config.code;
    const typed = this.#flow.values('code') || this.#value('code');
    return codeError(typed, format) ? undefined : normalizeCode(typed, format);
  };

  /** Keeps what is typed, for the way back. */
  keep(): void {
    this.kept.keep(this.#flow.form, /./);
  }

  /**
   * Puts the code of the address, or the page's, back into a field that was emptied when its element was taken out. Not so
   * after Back: on a shared device somebody else may have pressed it.
   */
  restore(): void {
    const flow = this.#flow;
    const input = flow.form?.querySelector<HTMLInputElement>('[name="code"]');
    if (input && !input.value) input.value = shownCode(this.#value('code'), flow.portal.config.code.format);
  }

  /** Reads the step, or says what is wrong with it. */
  read(): ({ code: string } & Proof) | undefined {
    const flow = this.#flow;
    this.keep();
    const { format } = flow.portal.config.code;
    const typed = flow.values('code');
    const wrong = codeError(typed, format);
    const proof = readProof(flow, this.method);
    if (!wrong && 'proof' in proof) return { code: normalizeCode(typed, format), ...proof.proof };
    flow.refuse({ ...(wrong && { code: wrong }), ...('errors' in proof && proof.errors) });
    return undefined;
  }

  // A field that was emptied on the way out of the page holds nothing that would go before the code of the address.
  readonly #value = (name: string): string =>
    this.kept.get(name) || (name === 'code' && (this.#given() || fromAddress('code'))) || '';

  readonly #choose = (method: Method): void => {
    this.keep();
    this.#chosen = method;
    this.#flow.clear();
  };
}
