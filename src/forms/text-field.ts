import { html, nothing, type TemplateResult } from 'lit';
import { controlId, describedBy, field, invalid, type FieldParts } from './field.js';

/** A field of one line. */
export interface TextParts extends FieldParts {
  type?: 'text' | 'email' | 'tel' | 'password';
  /** The token by which browsers and password managers know what belongs here. */
  autocomplete: string;
  inputmode?: 'text' | 'email' | 'tel' | 'numeric';
  value?: string | undefined;
  optional?: boolean;
  readonly?: boolean;
  /** A secret leaves the page's memory with the element. */
  secret?: boolean;
  /** For a new password: what managers make one up by. There is never a most, which would cut what is pasted. */
  minLength?: number | undefined;
  passwordRules?: string | undefined;
  /** For what is written from left to right in every language. */
  ltr?: boolean;
  /** What a phone's keyboard writes large; where it is written from left to right, nothing. */
  autocapitalize?: 'characters' | 'none';
  className?: string;
  /** Ids of what describes it beside hint and error. */
  describedBy?: string[];
  onBlur?: (event: Event) => void;
}

/** The control of a text field alone. */
export function textControl(parts: TextParts): TemplateResult {
  const { flow, name, type = 'text' } = parts;
  // What isn't a credential must not be taken for one by a password manager.
  const ignored = /username|password|email/.test(parts.autocomplete) ? nothing : '';
  return html`<input
    class="portal-input ${parts.className ?? ''}"
    id=${controlId(flow, name)}
    name=${name}
    type=${type}
    autocomplete=${parts.autocomplete}
    inputmode=${parts.inputmode ?? nothing}
    .value=${parts.value ?? ''}
    ?required=${!parts.optional}
    ?readonly=${parts.readonly || flow.pending}
    ?data-secret=${parts.secret}
    minlength=${parts.minLength ?? nothing}
    passwordrules=${parts.passwordRules ?? nothing}
    data-1p-ignore=${ignored}
    data-lpignore=${ignored === nothing ? nothing : 'true'}
    data-bwignore=${ignored}
    dir=${parts.ltr ? 'ltr' : nothing}
    autocapitalize=${parts.autocapitalize ?? (parts.ltr ? 'none' : nothing)}
    autocorrect=${parts.ltr ? 'off' : nothing}
    spellcheck=${parts.ltr ? 'false' : nothing}
    enterkeyhint="go"
    aria-invalid=${invalid(flow, name)}
    aria-describedby=${describedBy(parts, ...(parts.describedBy ?? []))}
    @blur=${parts.onBlur}
  />`;
}

/** A field of one line, with all that belongs to it. */
export const textField = (parts: TextParts): TemplateResult => field(parts, textControl(parts));
