import { parse, serialize, type SerializeOptions } from 'cookie';
import type { SessionTransport } from '../http/session-transport.js';

/**
 * Sessions in a cookie: `__Host-` bound and `Secure`, except over plain http on the loopback, where browsers would refuse
 * that. It has no `Max-Age`: the server alone decides when a session ends.
 */
export function cookieSession({ secure, crossSite }: { secure: boolean; crossSite: boolean }): SessionTransport {
  const name = secure ? '__Host-portal_session' : 'portal_session';
  const options: SerializeOptions =
    crossSite && secure
      ? { path: '/', httpOnly: true, secure, sameSite: 'none', partitioned: true }
      : { path: '/', httpOnly: true, secure, sameSite: 'lax' };
  return {
    read: (request) => parse(request.headers.get('cookie') ?? '')[name] || undefined,
    write: (headers, token) => headers.append('set-cookie', serialize(name, token, options)),
    clear: (headers) => headers.append('set-cookie', serialize(name, '', { ...options, maxAge: 0 })),
  };
}
