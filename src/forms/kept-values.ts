/** What was typed at steps that are behind, for the way back to them. It lives in this object alone. */
export class KeptValues {
  readonly #values = new Map<string, string>();

  /** Takes what the controls of these names hold now. */
  keep(form: HTMLFormElement | null, names: RegExp): void {
    if (!form) return;
    for (const [name, value] of new FormData(form))
      if (names.test(name) && typeof value === 'string') this.#values.set(name, value);
  }

  /** What a control held, if it was kept. */
  get(name: string): string | undefined {
    return this.#values.get(name);
  }

  /** Whether nothing was typed yet. */
  get empty(): boolean {
    return this.#values.size === 0;
  }

  /** Forgets all of it. */
  clear(): void {
    this.#values.clear();
  }
}
