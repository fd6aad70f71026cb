import type { UseCase } from '../use-case.js';
import { shownAccount } from './shown-account.js';

/** The account that is logged in, with the people it is linked to and what its owner may change. */
export const readAccount: UseCase<'readAccount'> = (deps, _input, { account, language }) =>
  shownAccount(deps, account, language);
