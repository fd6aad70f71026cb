import { html, nothing, type TemplateResult } from 'lit';
import type { Account } from '../../contract/account.js';
import type { PortalConfig } from '../../contract/config.js';
import { selectField } from '../../forms/choice-field.js';
import type { FlowController } from '../../forms/flow-controller.js';
import { languageChoices } from '../../forms/language-choices.js';
import { passwordField } from '../../forms/password-field.js';
import { suggestedAddress } from '../../forms/suggested-address.js';
import { textField } from '../../forms/text-field.js';
import { passwordOwner } from '../../forms/username-field.js';
import '../../locale/en/password.js';
import '../../locale/en/settings.js';

/** A piece of contact information, in the words of the contract. */
export type ContactKey = 'email' | 'mobilePhone' | 'homePhone' | 'workPhone' | 'language';

const TOKENS = { mobilePhone: 'mobile tel', homePhone: 'home tel', workPhone: 'work tel' } as const;

/** What this portal lets its accounts keep, in the order of the page. */
export const contactKeys = ({ settings, languages }: PortalConfig): ContactKey[] => [
  ...(settings.email ? (['email'] as const) : []),
  ...(settings.phones ? (['mobilePhone', 'homePhone', 'workPhone'] as const) : []),
  ...(settings.language && languages.length > 1 ? (['language'] as const) : []),
];

/** What the fields are drawn from. */
export interface ContactParts {
  flow: FlowController;
  account: Account;
  keys: readonly ContactKey[];
  value: (key: ContactKey) => string;
  /** The email in the field isn't the one that stands. */
  newEmail: boolean;
}

function fixed(label: string, value: string): TemplateResult | typeof nothing {
  if (!value) return nothing;
  return html`<div class="portal-field">
    <p class="portal-label">${label}</p>
    <p class="portal-fixed"><bdi>${value}</bdi></p>
  </div>`;
}

/** The fields of the contact information; what this account may not change stands there as text. */
export function contactFields({ flow, account, keys, value, newEmail }: ContactParts): TemplateResult[] {
  const { config, words } = flow.portal;
  const { contact } = words.settings;
  const choices = languageChoices([...new Set([...config.languages, ...(account.language ? [account.language] : [])])]);
  return keys.map((key) => {
    if (!account.editable.includes(key)) {
      const named = key === 'language' ? choices.find((choice) => choice.value === value(key))?.label : value(key);
      return html`${fixed(contact[key], named ?? '')}`;
    }
    switch (key) {
      case 'language':
        return selectField({
          flow,
          name: key,
          label: contact.language,
          choices,
          value: value(key),
          autocomplete: 'language',
        });
      case 'email': {
        const hint = account.username === account.email ? contact.emailHint : undefined;
        const common = { autocomplete: 'email', inputmode: 'email', ltr: true } as const;
        const after = suggestedAddress(flow, key);
        return html`${textField({ flow, name: key, label: contact.email, hint, value: value(key), after, ...common })}
        ${newEmail ? html`${passwordOwner(flow, account.username)} ${currentPassword(flow)}` : nothing}`;
      }
      default: {
        const label = words.form.optional(contact[key]);
        const common = { autocomplete: TOKENS[key], type: 'tel', inputmode: 'tel', ltr: true, optional: true } as const;
        return textField({ flow, name: key, label, value: value(key), ...common });
      }
    }
  });
}

function currentPassword(flow: FlowController): TemplateResult {
  const { words } = flow.portal;
  return passwordField({
    flow,
    name: 'currentPassword',
    label: words.password.current,
    hint: words.settings.contact.emailPassword,
    autocomplete: 'current-password',
  });
}
