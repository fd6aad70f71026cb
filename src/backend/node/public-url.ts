import { UsageError } from '../usage-error.js';

/**
 * Reads where the portal's pages are: `https://portal.example`, also below a path; a slash at the end is left off.
 *
 * @param name - what it is called where it was set
 * @throws UsageError for what is no such address
 */
export function readPublicUrl(text: string, name = 'publicUrl'): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && /^https?:\/\/[^?#]+$/i.test(text)) return url.href.replace(/\/+$/, '');
  throw new UsageError(`${name} should be like https://portal.example, not "${text}".`);
}
