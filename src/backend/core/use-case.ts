import type { OperationName, Operations, Output, ParsedInput } from '../../contract/operations.js';
import type { Clock, CommonPasswords, Hasher, Phones, Random, Secrets, Store } from '../ports.js';
import type { Account, Session } from '../records.js';
import type { BackendSettings } from '../settings.js';

/** Everything a use case may reach. */
export interface Deps {
  store: Store;
  hasher: Hasher;
  secrets: Secrets;
  phones: Phones;
  commonPasswords: CommonPasswords;
  clock: Clock;
  random: Random;
  settings: BackendSettings;
}

/** Who calls, whatever they are allowed to. */
export interface Visitor {
  /** The network the call comes from: an IPv4 address, or an IPv6 block of /64. */
  network: string;
  /** BCP 47 tag. */
  language: string;
  userAgent: string;
  /** The token of the session they present, living or not. */
  token: string | undefined;
  /** Gives them the token of a new session. */
  begin(token: string): void;
  /** Takes their token away. */
  end(): void;
  /** Is told who it is, once a session says so: for the log. */
  recognized?(accountId: string): void;
}

/** A visitor with a living session. */
export interface Member extends Visitor {
  session: Session;
  account: Account;
}

/** Who calls an operation: its access says how much is known of them. */
type CallerOf<Name extends OperationName> = Operations[Name]['access'] extends 'public' ? Visitor : Member;

/**
 * What an operation does. The input is parsed, the output is the contract's; refusals are thrown as `PortalError`.
 */
export type UseCase<Name extends OperationName> = (
  deps: Deps,
  input: ParsedInput<Name>,
  caller: CallerOf<Name>,
) => Promise<Output<Name>>;
