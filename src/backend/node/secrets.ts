import { createHmac, hkdfSync } from 'node:crypto';
import type { Secrets } from '../ports.js';
import { createSecrets, DIGEST_KEY } from '../web-crypto.js';

/**
 * The same secrets as everywhere, with Node's own HMAC for digests. It answers at once; Web Crypto's goes through the
 * threads that hash passwords, and would make every request wait for log-ins.
 */
export async function createNodeSecrets(secret: Uint8Array<ArrayBuffer>): Promise<Secrets> {
  const key = Buffer.from(hkdfSync('sha256', secret, new Uint8Array(), DIGEST_KEY, 32));
  return {
    ...(await createSecrets(secret)),
    digest: (purpose, value) =>
      Promise.resolve(createHmac('sha256', key).update(`${purpose}\0${value}`).digest('base64url')),
  };
}
