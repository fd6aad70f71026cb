// What has no business in a log line, whoever put it there. The rule is not to log it; this is the net below.
const PATTERNS: readonly [RegExp, string][] = [
  [/([^\s"'<>@,;:()\\])[^\s"'<>@,;:()\\]*@([\p{L}\p{M}\p{N}.-]+)/gu, '$1***@$2'],
  [/([#?&](?:code|reset|confirm|token)=)[^\s"'&]+/gi, '$1***'],
  [/\b[0-9A-HJKMNP-TV-Z]{5}-?[0-9A-HJKMNP-TV-Z]{5}-?[0-9A-HJKMNP-TV-Z]{5}\b/g, '***'],
  [/\+\d[\d\s().-]{5,18}\d/g, '***'],
  [/\b(?:19|20)\d\d-\d\d-\d\d\b(?!T)/g, '***'],
];

const SECRET_KEY =
  /^(.*(password|secret|token|cookie|authorization|signature|birthdate|phone|answers).*|code|body|url|username)$/i;

/** Masks addresses, codes, tokens, phones and dates in a text. */
const scrubText = (text: string): string =>
  PATTERNS.reduce((scrubbed, [pattern, mask]) => scrubbed.replace(pattern, mask), text);

/** The same all through a value, and whole values under names that say that they are secret. */
export function scrub(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return scrubText(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth > 4) return '***';
  if (value instanceof Error) return scrubError(value, depth);
  if (Array.isArray(value)) return value.map((entry) => scrub(entry, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [key, isSecret(key, entry) ? '***' : scrub(entry, depth + 1)]),
  );
}

// An error's code is a name, and most of what a log is read for.
const isSecret = (key: string, entry: unknown): boolean =>
  SECRET_KEY.test(key) && !(key === 'code' && typeof entry === 'string' && /^[a-z_]{1,40}$/i.test(entry));

function scrubError(error: Error, depth: number): object {
  const { name, message, stack, cause } = error;
  const { code } = error as { code?: unknown };
  return {
    name,
    message: scrubText(message),
    ...(typeof code === 'string' && /^\w{1,40}$/.test(code) && { code }),
    ...(stack && { stack: scrubText(stack) }),
    ...(cause !== undefined && { cause: scrub(cause, depth + 1) }),
  };
}
