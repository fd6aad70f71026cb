// What a portal promises, in as few lines as it takes: what each act answers, and what it changes. No digests, no store,
// no order of writes; the test holds the backend against it.

export const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
export const WEAK = 'weak';

interface Code {
  person: number;
  expiresAt: number;
  replaced: boolean;
  wrong: number;
  usedBy?: Account;
}
interface Account {
  address: string;
  password: string;
  answers: Map<string, 'accept' | 'decline' | 'withdraw'>;
}
interface Session {
  account: Account;
  startedAt: number;
  seenAt: number;
  open: boolean;
}

export class Model {
  readonly codes: Code[] = [];
  readonly tickets: { code: Code; expiresAt: number; account?: Account }[] = [];
  readonly accounts: Account[] = [];
  readonly resets: { account: Account; expiresAt: number; good: boolean }[] = [];
  readonly sessions: Session[] = [];
  /** The session that each browser holds a token of, living or not. */
  readonly browsers: (Session | undefined)[];
  readonly #documents: readonly { documentId: string; required: boolean }[];
  readonly #now: () => number;

  constructor(browsers: number, documents: readonly { documentId: string; required: boolean }[], now: () => number) {
    this.browsers = Array.from({ length: browsers }, () => undefined);
    this.#documents = documents;
    this.#now = now;
  }

  issue(person: number): void {
    for (const code of this.codes) if (code.person === person && !this.reason(code)) code.replaced = true;
    this.codes.push({ person, expiresAt: this.#now() + 30 * DAY, replaced: false, wrong: 0 });
  }

  reason({ usedBy, replaced, expiresAt }: Code): string | undefined {
    return usedBy ? 'used' : replaced ? 'replaced' : expiresAt <= this.#now() ? 'expired' : undefined;
  }

  /** Whether code and proof fit; five times not, and nothing fits any more. */
  #proved(code: Code, right: boolean): boolean {
    if (code.wrong < 5 && right) return true;
    code.wrong += 1;
    return false;
  }

  verify(code: Code, right: boolean): string {
    if (!this.#proved(code, right)) return 'no_records_found';
    const reason = this.reason(code);
    if (reason) return `no_records_found ${reason}`;
    this.tickets.push({ code, expiresAt: this.#now() + 15 * MINUTE });
    return 'create-account';
  }

  /** Whether a new code goes out: as long as the person hasn't come through. */
  renew(code: Code, right: boolean): boolean {
    const mayRenew = this.codes.every(({ person, usedBy }) => person !== code.person || !usedBy);
    const renewed = this.#proved(code, right) && this.reason(code) === 'expired' && mayRenew;
    if (renewed) this.issue(code.person);
    return renewed;
  }

  create(browser: number, ticket: Model['tickets'][number], address: string, password: string): string {
    if (ticket.expiresAt <= this.#now()) return 'ticket_expired';
    const { account: made, code } = ticket;
    if (made) {
      if (made.address !== address || made.password !== password) return 'ticket_expired';
      return (this.#begin(browser, made), this.#allAnswered(made) ? 'landing' : 'consent');
    }
    if (!address.includes('@')) return 'email_invalid';
    if (password === WEAK) return 'password_policy';
    if (this.reason(code)) return 'ticket_expired';
    if (this.accounts.some((other) => other.address === address)) return 'email_taken';
    const account: Account = { address, password, answers: new Map() };
    this.accounts.push(account);
    ticket.account = code.usedBy = account;
    this.#begin(browser, account);
    return 'consent';
  }

  logIn(browser: number, address: string, password: string): string {
    const account = this.accounts.find((one) => one.address === address && one.password === password);
    if (!account) return 'invalid_credentials';
    this.#begin(browser, account);
    return this.isGated(account) ? 'consent' : 'landing';
  }

  logOut(browser: number): void {
    if (this.browsers[browser]) this.browsers[browser].open = false;
    this.browsers[browser] = undefined;
  }

  link(browser: number, code: Code): string {
    return this.#asMember(browser, (account) => {
      if (!this.#proved(code, code.usedBy === account || !this.reason(code))) return 'no_records_found';
      if (code.usedBy === account) return 'already_linked';
      code.usedBy = account;
      return 'landing';
    });
  }

  answer(browser: number, documentId: string, decision: 'accept' | 'decline'): string {
    const account = this.#enter(browser);
    if (!account) return 'session_required';
    if (decision === 'decline' && this.#isRequired(documentId)) return 'consent_refused';
    account.answers.set(documentId, decision);
    return this.#allAnswered(account) ? 'landing' : 'consent';
  }

  withdraw(browser: number, documentId: string): string {
    const account = this.#enter(browser);
    if (!account) return 'session_required';
    if (['decline', undefined].includes(account.answers.get(documentId))) return 'not_found';
    if (this.#isRequired(documentId)) return 'not_allowed';
    account.answers.set(documentId, 'withdraw');
    return 'done';
  }

  /** Whether a letter goes out. */
  requestReset(address: string): boolean {
    const account = this.accounts.find((one) => one.address === address);
    if (!account) return false;
    this.#voidResets(account);
    this.resets.push({ account, expiresAt: this.#now() + HOUR, good: true });
    return true;
  }

  reset(browser: number, token: Model['resets'][number], password: string): string {
    if (!token.good || token.expiresAt <= this.#now()) return 'token_expired';
    if (password === WEAK) return 'password_policy';
    this.#setPassword(token.account, password);
    this.logOut(browser);
    return 'log-in';
  }

  changePassword(browser: number, current: string, password: string): string {
    return this.#asMember(browser, (account) => {
      if (account.password !== current) return 'invalid_credentials';
      if (password === WEAK) return 'password_policy';
      this.#setPassword(account, password);
      this.#begin(browser, account);
      return 'done';
    });
  }

  visit = (browser: number): string => this.#asMember(browser, () => 'done');

  isLiving = ({ open, startedAt, seenAt }: Session): boolean =>
    open && this.#now() < startedAt + 12 * HOUR && this.#now() < seenAt + 30 * MINUTE;

  isGated = ({ answers }: Account): boolean =>
    this.#documents.some(({ documentId, required }) => required && answers.get(documentId) !== 'accept');

  #allAnswered = (account: Account): boolean =>
    !this.isGated(account) && this.#documents.every(({ documentId }) => account.answers.has(documentId));

  #isRequired = (documentId: string): boolean =>
    this.#documents.some((one) => one.documentId === documentId && one.required);

  #enter(browser: number): Account | undefined {
    const session = this.browsers[browser];
    if (!session || !this.isLiving(session)) return undefined;
    session.seenAt = this.#now();
    return session.account;
  }

  #asMember(browser: number, act: (account: Account) => string): string {
    const account = this.#enter(browser);
    return !account ? 'session_required' : this.isGated(account) ? 'consent_required' : act(account);
  }

  #begin(browser: number, account: Account): void {
    if (this.browsers[browser]) this.browsers[browser].open = false;
    const session = { account, startedAt: this.#now(), seenAt: this.#now(), open: true };
    this.sessions.push(session);
    this.browsers[browser] = session;
  }

  #setPassword(account: Account, password: string): void {
    account.password = password;
    this.#voidResets(account);
    for (const session of this.sessions) if (session.account === account) session.open = false;
  }

  #voidResets(account: Account): void {
    for (const token of this.resets) if (token.account === account) token.good = false;
  }
}
