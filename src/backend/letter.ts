import type { Instant } from './records.js';

interface Addressed {
  to: string;
  /** BCP 47 tag of the language to write in. */
  language: string;
}

/**
 * Every mail that the portal sends, as data. Nothing here is put in words, and nothing personal is among it but the
 * address it goes to.
 */
export type Letter = Addressed &
  /** `code` is canonical; it is grouped where it is shown. */
  (
    | { kind: 'invitation'; code: string; expiresAt: Instant }
    /** A code died of wrong proofs; a new one has to be asked for. */
    | { kind: 'code-locked' }
    /** To the old address and to the new one: the address on file changed, or `pending`, to the old one, will change. */
    | { kind: 'email-replaced'; audience: 'old' | 'new' | 'pending' }
    /** To an invited address whose code was added to an account under another one. */
    | { kind: 'code-linked' }
    | { kind: 'password-changed' }
    | { kind: 'password-reset'; token: string; expiresAt: Instant }
    | { kind: 'email-confirmation'; token: string; expiresAt: Instant }
    /** Somebody logged in after many wrong passwords. */
    | { kind: 'login-after-failures' }
  );

export type LetterKind = Letter['kind'];
