import { byteLength, trimmed } from './text.js';

/** An e-mail address as it is written to, and as it is compared. */
export interface EmailAddress {
  /** What was typed, without spaces around it: mail goes here. */
  address: string;
  /** The form in which two spellings of one address are equal: for look-up and uniqueness, never for sending. */
  key: string;
}

const LOCAL = /^[\w!#$%&'*+/=?^`{|}~\-\p{L}\p{M}\p{Nd}]+(\.[\w!#$%&'*+/=?^`{|}~\-\p{L}\p{M}\p{Nd}]+)*$/u;
const DOMAIN = /^[\p{L}\p{M}\p{Nd}.\-]+$/u;
const LABEL = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/;

function asciiDomain(domain: string): string | undefined {
  // Only letters, digits, dots and hyphens reach the URL parser: it then does IDNA and nothing else.
  if (!DOMAIN.test(domain) || !URL.canParse(`http://${domain}`)) return undefined;
  const { hostname } = new URL(`http://${domain}`);
  const labels = hostname.split('.');
  const valid = labels.length >= 2 && labels.every((label) => LABEL.test(label)) && !/^\d+$/.test(labels.at(-1)!);
  return valid ? hostname : undefined;
}

/**
 * Reads one e-mail address, or nothing when the text is none: one `@`, a dot-atom (RFC 5322 with Unicode letters) before
 * it, a domain of at least two labels after it. No quoted parts, comments or lists, so nothing can be smuggled into mail.
 */
export function parseEmail(typed: string): EmailAddress | undefined {
  const address = trimmed(typed);
  const [local, domain, ...more] = address.split('@');
  if (!local || !domain || more.length > 0) return undefined;
  if (!LOCAL.test(local) || byteLength(local) > 64 || byteLength(address) > 254) return undefined;
  const ascii = asciiDomain(domain);
  if (!ascii || local.length + ascii.length + 1 > 254) return undefined;
  return { address, key: `${local.normalize('NFC').toLowerCase()}@${ascii}` };
}

/** The form in which user names are compared: of an address its key, of an older name without `@` its lower case. */
export const usernameKey = (typed: string): string =>
  parseEmail(typed)?.key ?? trimmed(typed).normalize('NFC').toLowerCase();
