import { html, type TemplateResult } from 'lit';
import type { Account } from '../../contract/account.js';
import { parseEmail } from '../../contract/fields/email.js';
import { trimmed } from '../../contract/fields/text.js';
import type { Input } from '../../contract/operations.js';
import type { PortalError } from '../../contract/portal-error.js';
import { FlowController, type FieldErrors, type FormValues } from '../../forms/flow-controller.js';
import { fittingLanguage } from '../../forms/language-choices.js';
import { emptySecrets } from '../../forms/secrets.js';
import { drop, keep, kept, ownerOf } from '../../forms/tab-storage.js';
import '../../locale/en/password.js';
import '../../locale/en/settings.js';
import '../../locale/en/username.js';
import type { Says } from '../../locale/messages.js';
import { contactFields, contactKeys, type ContactKey } from './contact-fields.js';
import { section, sectionForm } from './section.js';
import type { SettingsHost } from './settings-host.js';

const KEY = 'contact';

/** Contact information: sends what was changed and nothing else; a new email needs the current password. */
export class ContactSection {
  readonly #host: SettingsHost;
  readonly #flow: FlowController;
  #owner = '';
  #draft: Record<string, string> | undefined;

  constructor(host: SettingsHost) {
    this.#host = host;
    this.#flow = new FlowController(host, { step: 'contact' });
  }

  /** Takes up what this person had typed when their session ended. */
  async open({ username }: Account): Promise<void> {
    this.#owner = await ownerOf(username);
    this.#draft = kept(KEY, this.#owner);
  }

  /** Keeps what was typed, for after the next log-in; what was kept before and is given up by now is forgotten. */
  keep(): void {
    const { form, values } = this.#flow;
    const typed = this.#keys.filter((key) => form?.elements.namedItem(key) && values(key) !== this.#saved(key));
    if (typed.length > 0) keep(KEY, this.#owner, Object.fromEntries(typed.map((key) => [key, values(key)])));
    else if (form) drop(KEY);
  }

  /** Forgets what was kept. */
  forget(): void {
    this.#draft = undefined;
    drop(KEY);
  }

  render(): TemplateResult {
    const { account, headingLevel, portal } = this.#host;
    const flow = this.#flow;
    const { contact } = portal.words.settings;
    const value = (key: ContactKey): string => this.#draft?.[key] ?? this.#saved(key);
    const typed = flow.form ? flow.values('email') : value('email');
    const newEmail =
      account.editable.includes('email') && trimmed(typed) !== account.email && this.#keys.includes('email');
    const fields = contactFields({ flow, account, keys: this.#keys, value, newEmail });
    const editable = this.#keys.some((key) => account.editable.includes(key));
    return section({
      id: flow.id,
      level: headingLevel + 1,
      heading: contact.heading,
      hint: contact.hint,
      content: editable
        ? sectionForm({ flow, fields, button: portal.words.actions.save, send: this.#save })
        : html`<div class="portal-form">${fields}</div>`,
    });
  }

  get #keys(): ContactKey[] {
    return contactKeys(this.#host.portal.config);
  }

  /** What a field holds as long as nobody has changed anything. */
  #saved(key: ContactKey): string {
    const { account, portal } = this.#host;
    if (key !== 'language') return account[key] ?? '';
    const { languages } = portal.config;
    return account.language ?? fittingLanguage(languages, portal.language) ?? languages[0]!;
  }

  readonly #save = async (values: FormValues): Promise<void> => {
    const { account, portal } = this.#host;
    const changed = this.#keys.filter(
      (key) => account.editable.includes(key) && trimmed(values(key)) !== this.#saved(key),
    );
    const said = (confirm: boolean) =>
      this.#flow.tell(({ settings: { contact } }) => (confirm ? contact.confirm : contact.saved));
    if (changed.length === 0) {
      this.forget();
      return said(false);
    }

    const input: Input<'updateContact'> = {};
    for (const key of changed) {
      const typed = trimmed(values(key));
      if (key === 'email' || key === 'language') input[key] = typed;
      else input[key] = typed || null;
    }
    if (input.email !== undefined) {
      const password = values('currentPassword');
      const errors = missing(input.email, password);
      if (errors) return this.#flow.refuse(errors);
      input.currentPassword = password;
    }
    const answer = await this.#flow.run('updateContact', input, (error) => explain(error, this.#keys));
    if (!answer) return;
    this.#accept(answer);
    said(portal.config.confirmNewEmail && input.email !== undefined && answer.email !== input.email);
    this.#host.saved('contact');
  };

  #accept(account: Account): void {
    this.#host.account = account;
    this.forget();
    // With another email it may have another name.
    void this.open(account);
    const form = this.#flow.form;
    emptySecrets(form);
    // As the backend wrote it down: a number in its international form, an address that isn't confirmed yet not at all.
    for (const key of this.#keys) {
      const control = form?.elements.namedItem(key) as HTMLInputElement | HTMLSelectElement | null | undefined;
      if (control) control.value = this.#saved(key);
    }
  }
}

function missing(email: string, password: string): FieldErrors | undefined {
  const errors: FieldErrors = {
    ...(!parseEmail(email) && { email: { says: (words) => words.username.invalid } }),
    ...(!password && { currentPassword: { says: (words) => words.settings.password.missing, about: ['email'] } }),
  };
  return Object.keys(errors).length > 0 ? errors : undefined;
}

function explain({ code, fields }: PortalError, keys: readonly ContactKey[]): FieldErrors | undefined {
  switch (code) {
    case 'email_invalid':
      return { email: { says: (words) => words.username.invalid } };
    case 'email_taken':
      return { email: { says: (words) => words.username.taken } };
    case 'invalid_credentials':
      return { currentPassword: { says: (words) => words.password.wrong, about: ['email'] } };
    case 'invalid_input': {
      const wrong = keys.filter((key) => fields?.[key]);
      return Object.fromEntries(wrong.map((key) => [key, { says: invalidWords(key) }]));
    }
    default:
      return undefined;
  }
}

const invalidWords =
  (key: ContactKey): Says =>
  ({ form, settings }) =>
    key.endsWith('Phone') ? settings.contact.phoneInvalid : form.invalid;
