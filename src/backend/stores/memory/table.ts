/** What takes a change back. */
export type Undo = () => void;

/**
 * Rows of one kind, found by their key. A row is replaced, never changed in place, and each change tells how to take it
 * back, so that an act that fails halfway leaves nothing.
 */
export class Table<Row> {
  readonly #rows = new Map<string, Row>();
  readonly #keyOf: (row: Row) => string;
  readonly #journal: Undo[];

  constructor(keyOf: (row: Row) => string, journal: Undo[]) {
    this.#keyOf = keyOf;
    this.#journal = journal;
  }

  get(key: string): Row | undefined {
    return this.#rows.get(key);
  }

  /** The row, which must be there: what a foreign key is in a database. */
  demand(key: string): Row {
    const row = this.#rows.get(key);
    if (!row) throw new Error('A row refers to one that does not exist.');
    return row;
  }

  find(test: (row: Row) => boolean): Row | undefined {
    for (const row of this.#rows.values()) if (test(row)) return row;
    return undefined;
  }

  filter(test: (row: Row) => boolean): Row[] {
    return [...this.#rows.values()].filter(test);
  }

  insert(row: Row): void {
    if (this.#rows.has(this.#keyOf(row))) throw new Error('There is such a row already.');
    this.put(row);
  }

  put(row: Row): void {
    const key = this.#keyOf(row);
    const before = this.#rows.get(key);
    this.#rows.set(key, row);
    this.#journal.push(() => (before ? this.#rows.set(key, before) : this.#rows.delete(key)));
  }

  remove(key: string): boolean {
    const before = this.#rows.get(key);
    if (!before) return false;
    this.#rows.delete(key);
    this.#journal.push(() => this.#rows.set(key, before));
    return true;
  }

  removeWhere(test: (row: Row) => boolean): number {
    const gone = this.filter(test);
    for (const row of gone) this.remove(this.#keyOf(row));
    return gone.length;
  }
}
