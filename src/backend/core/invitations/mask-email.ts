const DOTS = '•••';

/** An address as staff are shown it: enough to tell which it is, not enough to write to it. */
export function maskEmail(address: string): string {
  const at = address.lastIndexOf('@');
  if (at < 1) return '';
  const [first] = address;
  const domain = address.slice(at + 1);
  const ending = domain.includes('.') ? domain.slice(domain.lastIndexOf('.')) : '';
  return `${first}${DOTS}@${domain[0]}${DOTS}${ending}`;
}
