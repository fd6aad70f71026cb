/** Every way an operation can fail, with the HTTP status it travels under. The list is closed: words exist for each. */
export const ERROR_STATUS = {
  invalid_input: 400,
  session_required: 401,
  invalid_credentials: 401,
  consent_required: 403,
  not_allowed: 403,
  not_found: 404,
  no_records_found: 404,
  method_not_allowed: 405,
  email_taken: 409,
  already_linked: 409,
  consent_outdated: 409,
  ticket_expired: 410,
  token_expired: 410,
  payload_too_large: 413,
  unsupported_media_type: 415,
  email_invalid: 422,
  password_policy: 422,
  consent_refused: 422,
  too_many_attempts: 429,
  server_error: 500,
  unavailable: 503,
  /** Never sent: what a client says when no answer came. */
  network: 0,
} as const;

/** The closed set of error codes. */
export type PortalErrorCode = keyof typeof ERROR_STATUS;

export const ERROR_CODES = Object.keys(ERROR_STATUS) as PortalErrorCode[];

/** What is wrong with one named field. */
export interface FieldProblem {
  code: 'missing' | 'invalid' | 'unknown' | 'policy';
  /** With `policy`: the rules that are not met. */
  failed?: string[];
}

/** Why a code that is right can't be used; only told to somebody who also proved to be the person. */
export type CodeReason = 'used' | 'expired' | 'replaced' | 'revoked';

/** Whom to turn to. */
export interface SupportContact {
  phone?: string;
  email?: string;
  url?: string;
  /** When somebody is there, in words. */
  hours?: string;
}

/** What an error may carry beside its code. */
export interface PortalErrorDetails {
  status?: number;
  fields?: Record<string, FieldProblem>;
  /** Seconds until it is worth trying again. */
  retryAfter?: number;
  reason?: CodeReason;
  support?: SupportContact;
  /** With `consent_outdated`: the document as it stands now. */
  document?: unknown;
  cause?: unknown;
}

/** The only thing that operations throw on purpose. It never holds what somebody typed. */
export class PortalError extends Error {
  override name = 'PortalError';
  readonly code: PortalErrorCode;
  readonly status: number;
  readonly fields: Record<string, FieldProblem> | undefined;
  readonly retryAfter: number | undefined;
  readonly reason: CodeReason | undefined;
  readonly support: SupportContact | undefined;
  readonly document: unknown;

  constructor(code: PortalErrorCode, details: PortalErrorDetails = {}) {
    super(code, { cause: details.cause });
    this.code = code;
    this.status = details.status ?? ERROR_STATUS[code];
    this.fields = details.fields;
    this.retryAfter = details.retryAfter;
    this.reason = details.reason;
    this.support = details.support;
    this.document = details.document;
  }
}
