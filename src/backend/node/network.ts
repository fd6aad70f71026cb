import { BlockList, isIPv4, isIPv6 } from 'node:net';
import { UsageError } from '../usage-error.js';

/**
 * The proxies whose word about the caller's address is taken: addresses or CIDR blocks.
 *
 * @throws UsageError for an entry that is neither
 */
export function trustedProxies(entries: readonly string[]): (address: string) => boolean {
  const list = new BlockList();
  for (const entry of entries) {
    const { address, prefix, family } = readBlock(entry);
    if (prefix === undefined) list.addAddress(address, family);
    else list.addSubnet(address, prefix, family);
  }
  return (address) => list.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}

// By hand: Number('') is 0, and a slash too much would make the whole internet a proxy that is believed.
function readBlock(entry: string): { address: string; prefix: number | undefined; family: 'ipv4' | 'ipv6' } {
  const [, address = '', digits] = /^([^/%]+)(?:\/(\d{1,3}))?$/.exec(entry) ?? [];
  const prefix = digits === undefined ? undefined : Number(digits);
  const family = isIPv6(address) ? 'ipv6' : 'ipv4';
  const isAddress = family === 'ipv6' || isIPv4(address);
  if (isAddress && (prefix ?? 0) <= (family === 'ipv6' ? 128 : 32)) return { address, prefix, family };
  throw new UsageError(`PORTAL_TRUSTED_PROXIES should be addresses or blocks like 10.0.0.0/8, not "${entry}".`);
}

const withoutMapping = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '');

// Some proxies (IIS, Azure) write the caller's port too: `203.0.113.9:51234`, `[2001:db8::1]:443`.
const withoutPort = (hop: string): string =>
  hop.replace(/^\[([^\]]*)\](:\d+)?$/, '$1').replace(/^(\d+(?:\.\d+){3}):\d+$/, '$1');

/**
 * The network that a request came from, for counting: an IPv4 address, or the /64 of an IPv6 address, since one household
 * has all of that.
 *
 * It is the socket's other end, or, where that is a trusted proxy, the right-most address in `X-Forwarded-For` that isn't.
 * What a caller writes into headers of its own changes nothing.
 */
export function clientNetwork(
  socketAddress: string | undefined,
  forwardedFor: string | null,
  isTrusted: (address: string) => boolean,
): string {
  let address = withoutMapping(socketAddress ?? '');
  const hops = (forwardedFor ?? '').split(',').map((hop) => withoutMapping(withoutPort(hop.trim())));
  while (isTrusted(address)) {
    const hop = hops.pop();
    if (!hop || (!isIPv4(hop) && !isIPv6(hop))) break;
    address = hop;
  }
  return isIPv6(address) ? sixtyFour(address) : address;
}

function sixtyFour(address: string): string {
  const [head = '', tail] = address.replace(/%.*$/, '').split('::');
  const before = head.split(':').filter(Boolean);
  const after = tail?.split(':').filter(Boolean) ?? [];
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  const groups = [...before, ...Array<string>(zeros).fill('0'), ...after];
  return `${groups
    .slice(0, 4)
    .map((group) => parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
