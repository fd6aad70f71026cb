import { PortalElement } from '../portal-element.js';
import { css, html, type PropertyValues, type TemplateResult } from 'lit';
import { configurePortal, documentSettings } from '../../adapter/configure.js';
import { downIcon } from '../../forms/icons.js';
import { fittingLanguage, languageChoices } from '../../forms/language-choices.js';
import type { Portal } from '../../forms/portal.js';
import { quietly } from '../../forms/tab-storage.js';
import '../../locale/en/languages.js';
import { framelessStyles } from '../../styles/settings-styles.js';
import { shellStyles } from '../../styles/shell-styles.js';
import '../../styles/wide-styles.js';
import { define } from '../define.js';

const KEY = 'portal-elements.language';

let count = 0;

/**
 * A menu of the portal's languages, each under its own name. The choice holds for all tags of the page, and for the
 * pages that follow in this tab; the page's own words and `lang` are the page's. With a single language it hides itself.
 *
 * @csspart base - All of it.
 * @fires {PortalErrorEvent} portal-error - The config can’t be read.
 */
export class PortalLanguage extends PortalElement {
  static override styles = css`
    ${shellStyles} ${framelessStyles}
    [part='base'] {
      min-block-size: var(--_control);
    }
    [part='body'] {
      inline-size: fit-content;
      max-inline-size: 100%;
    }
  `;

  readonly #id = `portal-language-${++count}`;
  #hid = false;

  override connectedCallback(): void {
    super.connectedCallback();
    const kept = quietly(() => sessionStorage.getItem(KEY));
    if (kept && !documentSettings().locale) configurePortal({ locale: kept });
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (!this.ready) return;
    const alone = this.portal.config.languages.length < 2;
    // What the page has hidden stays hidden.
    if (alone === this.#hid || (alone && this.hidden)) return;
    this.hidden = this.#hid = alone;
  }

  protected override renderForm({ config, language, words }: Portal): TemplateResult {
    const current = fittingLanguage(config.languages, language) ?? fittingLanguage(config.languages, words.language);
    return html`<div class="portal-select-box">
      <label class="portal-visually-hidden" for=${this.#id}>${words.languages.label}</label>
      <select class="portal-input portal-select" id=${this.#id} @change=${this.#choose}>
        ${languageChoices(config.languages).map(
          ({ value, label, lang }) =>
            html`<option value=${value} lang=${lang!} .selected=${value === current}>${label}</option>`,
        )}
      </select>
      ${downIcon}
    </div>`;
  }

  readonly #choose = (event: Event): void => {
    const { value: locale } = event.target as HTMLSelectElement;
    quietly(() => sessionStorage.setItem(KEY, locale));
    configurePortal({ locale });
  };
}

define('portal-language', PortalLanguage);

declare global {
  interface HTMLElementTagNameMap {
    'portal-language': PortalLanguage;
  }
}
