// What a form costs that Lit draws and that does nothing else: the floor for everything built on it.
import { html, LitElement, type TemplateResult } from 'lit';

class BareForm extends LitElement {
  #asksForPassword = false;

  // In the page's own DOM, as the tags do it.
  protected override createRenderRoot(): this {
    return this;
  }

  protected override render(): TemplateResult {
    return html`<form method="post" @submit=${this.#submit}>
      ${
        this.#asksForPassword
          ? html`<label>Password <input name="password" type="password" autocomplete="current-password" required /></label>`
          : html`<label>Email/Username <input name="username" autocomplete="username" required /></label>`
      }
      <button>Next</button>
    </form>`;
  }

  readonly #submit = (event: Event): void => {
    event.preventDefault();
    this.#asksForPassword = true;
    this.requestUpdate();
  };
}

customElements.define('bare-form', BareForm);
