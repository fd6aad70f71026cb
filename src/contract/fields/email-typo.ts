import { parseEmail } from './email.js';

// Where most private mailboxes are. What isn't here is never taken for a mistake, and neither is what is.
const COMMON = [
  ...['gmail.com', 'yahoo.com', 'hotmail.com', 'outlook.com', 'icloud.com', 'aol.com', 'live.com', 'msn.com'],
  ...['gmx.de', 'gmx.net', 'gmx.com', 'web.de', 'mail.com', 'ymail.com', 'me.com'],
];

/** Whether one letter too many, too few or wrong, or two in the wrong order, is all that tells two words apart. */
function isOneSlip(typed: string, meant: string): boolean {
  let start = 0;
  while (start < typed.length && typed[start] === meant[start]) start += 1;
  const [rest, right] = [typed.slice(start), meant.slice(start)];
  return (
    rest.slice(1) === right ||
    rest === right.slice(1) ||
    rest.slice(1) === right.slice(1) ||
    (rest[0] === right[1] && rest[1] === right[0] && rest.slice(2) === right.slice(2))
  );
}

/** The address that was meant, where one slip makes a well-known host of it; a guess, never more. */
export function likelyAddress(typed: string): string | undefined {
  const address = parseEmail(typed)?.address;
  const [name, host] = (address ?? '').toLowerCase().split('@');
  if (!address || !host || COMMON.includes(host)) return undefined;
  const meant = COMMON.find((each) => isOneSlip(host, each));
  return meant && `${address.slice(0, name!.length)}@${meant}`;
}
