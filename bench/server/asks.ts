import { CODE_ALPHABET, withCheckSymbol } from '../../src/contract/fields/activation-code.js';
import { BIRTHDATE, PASSWORD } from '../../test/support/deps.js';
import { usernameOf } from './fill.js';
import type { Ask } from './load.js';
import type { MeasuredPortal } from './portal.js';

const API = '/api/portal';

const below = (count: number): number => Math.floor(Math.random() * count);
const oneOf = <Item>(items: readonly Item[]): Item => items[below(items.length)]!;

/** A well-formed code that nobody was sent. */
export const unknownCode = (): string =>
  withCheckSymbol(Array.from({ length: 14 }, () => CODE_ALPHABET[below(CODE_ALPHABET.length)]).join(''));

/** A log-in of anybody. */
export const logIn =
  ({ accounts }: MeasuredPortal, password = PASSWORD) =>
  (): Ask => ({
    method: 'POST',
    path: `${API}/session`,
    body: { username: usernameOf(below(accounts)), password },
  });

/** A look at a session. */
export const readSession =
  ({ tokens }: MeasuredPortal) =>
  (): Ask => ({
    method: 'GET',
    path: `${API}/session`,
    headers: { cookie: `portal_session=${oneOf(tokens)}` },
  });

/** What a page of settings asks: the session, then the account. */
export function readSettings({ tokens }: MeasuredPortal): () => Ask {
  let turn = 0;
  return () => ({
    method: 'GET',
    path: (turn += 1) % 2 === 0 ? `${API}/session` : `${API}/account`,
    headers: { cookie: `portal_session=${oneOf(tokens)}` },
  });
}

/** The verification of one of these codes, or as often of one that doesn't exist. */
export const verify = (codes: readonly string[]) => (): Ask => ({
  method: 'POST',
  path: `${API}/activation/verify`,
  body: { code: Math.random() < 0.5 ? oneOf(codes) : unknownCode(), birthdate: BIRTHDATE },
});

/** One of the rows of the bare handler. */
export const readRow = (): Ask => ({ method: 'GET', path: `/rows/${1 + below(1_000)}` });
