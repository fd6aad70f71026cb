import { iso } from '../time.js';
import type { Deps } from '../use-case.js';
import type { IssuedInvitation } from './issue-invitation.js';

/** A code as it is told, once, to whoever had it issued. */
export interface IssuedCode {
  id: string;
  personId: string;
  code: string;
  /** Where it makes an account. */
  activateUrl: string;
  /** Where it is added to an account that exists. */
  linkUrl: string;
  expiresAt: string;
}

/** Puts a code that was just issued beside the links that hold it. */
export function issuedCode({ settings }: Deps, { invitation, code }: IssuedInvitation): IssuedCode {
  const { pages } = settings.config(invitation.language);
  const link = (page: string): string => `${settings.publicUrl}${page || '/'}#code=${code}`;
  return {
    id: invitation.id,
    personId: invitation.personId,
    code,
    activateUrl: link(pages.activate),
    linkUrl: link(pages.login),
    expiresAt: iso(invitation.expiresAt),
  };
}
