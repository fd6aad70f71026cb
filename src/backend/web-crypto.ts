import type { Hasher, Random, Secrets } from './ports.js';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');

const fromBase64url = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (character) => character.charCodeAt(0));

const randomBytes = (length: number): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(length));

/** Randomness from the platform's generator, the same in Node and in browsers. */
export function createRandom(): Random {
  return {
    token: () => base64url(randomBytes(32)),
    id() {
      // In a command line a hyphen at its beginning would begin an option.
      for (;;) {
        const id = base64url(randomBytes(16));
        if (!id.startsWith('-')) return id;
      }
    },
    integer(below) {
      // Values from the incomplete last round would make small numbers likelier: draw again instead.
      const rounds = Math.floor(2 ** 32 / below) * below;
      for (;;) {
        const [value = 0] = crypto.getRandomValues(new Uint32Array(1));
        if (value < rounds) return value % below;
      }
    },
  };
}

/** What the key of digests is derived under. */
export const DIGEST_KEY = 'portal-elements digest';

/**
 * Digests and sealed boxes under keys derived (HKDF) from one secret of at least 32 bytes: HMAC-SHA-256 for digests,
 * AES-256-GCM for what has to be read again.
 */
export async function createSecrets(secret: Uint8Array<ArrayBuffer>): Promise<Secrets> {
  const master = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
  const derive = (
    info: string,
    algorithm: HmacKeyGenParams | AesKeyGenParams,
    uses: KeyUsage[],
  ): Promise<CryptoKey> => {
    const hkdf = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: encoder.encode(info) };
    return crypto.subtle.deriveKey(hkdf, master, algorithm, false, uses);
  };
  const digestKey = await derive(DIGEST_KEY, { name: 'HMAC', hash: 'SHA-256', length: 256 }, ['sign']);
  const sealKey = await derive('portal-elements seal', { name: 'AES-GCM', length: 256 }, ['encrypt', 'decrypt']);
  return {
    async digest(purpose, value) {
      const bytes = encoder.encode(`${purpose}\0${value}`);
      return base64url(new Uint8Array(await crypto.subtle.sign('HMAC', digestKey, bytes)));
    },
    async fingerprint(text) {
      return base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', encoder.encode(text))));
    },
    async seal(text) {
      const iv = randomBytes(12);
      const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, sealKey, encoder.encode(text));
      return `${base64url(iv)}.${base64url(new Uint8Array(sealed))}`;
    },
    async open(sealed) {
      const [iv = '', box = ''] = sealed.split('.');
      const algorithm = { name: 'AES-GCM', iv: fromBase64url(iv) };
      return decoder.decode(await crypto.subtle.decrypt(algorithm, sealKey, fromBase64url(box)));
    },
  };
}

/**
 * A hasher that is cheap on purpose, for prototypes in a browser and for tests of everything but the hash. Never for
 * passwords of people: the Node server uses argon2id.
 */
export function createCheapHasher(secrets: Pick<Secrets, 'digest'>): Hasher {
  const hashOf = async (password: string): Promise<string> => `cheap$${await secrets.digest('password', password)}`;
  return {
    hash: hashOf,
    verify: async (password, hash) => (await hashOf(password)) === hash,
    isOutdated: () => false,
  };
}
