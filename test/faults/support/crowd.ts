import { Client, type Answer } from './client.js';
import type { Installation, Invited } from './installation.js';
import { brokenPromises, type Ledger } from './invariants.js';

/** How often somebody comes again before they give up. */
const PATIENCE = 400;
const PAUSE_MS = 50;

/** People who come through a portal while something goes wrong, with what they were told. */
export class Crowd {
  readonly ledger: Ledger = { activated: new Set(), consented: new Set() };
  /** How often each status was answered; 0 where the connection broke. */
  readonly statuses = new Map<number, number>();
  /** Answers that nobody should get: what wasn't asked for, a fault, "come again" without a time. */
  readonly odd: string[] = [];
  readonly #portal: Installation;
  readonly #where: () => string;

  constructor(portal: Installation, where: () => string = () => portal.servers.at(-1)!.origin) {
    this.#portal = portal;
    this.#where = where;
  }

  /** From the code to the consent, coming again wherever they were told to, or heard nothing. */
  async comeThrough(invited: Invited): Promise<void> {
    const client = new Client(this.#where);
    const address = `chosen-${invited.email}`;
    const verified = await this.#insist(() => client.verify(invited));
    if (verified?.status !== 200) return;
    const created = await this.#insist(() => client.create(verified.json['ticket'], address));
    if (created?.status !== 200) return;
    this.ledger.activated.add(address);
    const consented = await this.#insist(() => client.consent('portal-consent'));
    if (consented?.status === 200) this.ledger.consented.add(address);
  }

  /** All of them, so many at once. */
  async comeTogether(invited: Invited[], atOnce = 8): Promise<void> {
    const waiting = [...invited];
    const lane = async (): Promise<void> => {
      for (let next = waiting.shift(); next; next = waiting.shift()) await this.comeThrough(next);
    };
    await Promise.all(Array.from({ length: atOnce }, lane));
  }

  /** Notes an answer down, and whether it is one that somebody may get. */
  note({ status, json, headers }: Answer): void {
    this.statuses.set(status, (this.statuses.get(status) ?? 0) + 1);
    const again = status === 503 && json['code'] === 'unavailable' && Number(headers.get('retry-after')) > 0;
    if (status !== 200 && status !== 0 && !again) this.odd.push(`${status} ${JSON.stringify(json)}`);
  }

  /** What went wrong: odd answers, and promises that don't hold of the database at rest. */
  async wrongs(): Promise<string[]> {
    const { kind } = this.#portal.database;
    return [...this.odd, ...(await this.#portal.look((db) => brokenPromises(db, kind, this.ledger)))];
  }

  /** The figures, for whoever reads a run. */
  toString(): string {
    const statuses = [...this.statuses]
      .sort(([a], [b]) => a - b)
      .map(([status, count]) => `${count} × ${status || 'cut off'}`);
    return `${this.ledger.activated.size} accounts; answers: ${statuses.join(', ')}`;
  }

  async #insist(step: () => Promise<Answer>): Promise<Answer | undefined> {
    for (let left = PATIENCE; left > 0; left -= 1) {
      const answer = await step();
      this.note(answer);
      if (answer.status !== 0 && answer.status !== 503) return answer;
      await new Promise((resume) => setTimeout(resume, PAUSE_MS));
    }
    this.odd.push('nobody answered in the end');
    return undefined;
  }
}
