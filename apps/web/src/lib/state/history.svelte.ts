const MOST = 100;

/** Steps back and forward through states; what was typed in one go is one step. */
export class History<T> {
  #past = $state.raw<readonly string[]>([]);
  #future = $state.raw<readonly string[]>([]);

  readonly canUndo = $derived(this.#past.length > 1);
  readonly canRedo = $derived(this.#future.length > 0);

  /** Keeps a state, unless it is the last one. */
  keep(state: T): void {
    const text = JSON.stringify(state);
    if (text === this.#past.at(-1)) return;
    this.#past = [...this.#past, text].slice(-MOST);
    this.#future = [];
  }

  /** The state before; null where there is none. */
  undo(): T | null {
    const now = this.#past.at(-1);
    const before = this.#past.at(-2);
    if (now === undefined || before === undefined) return null;
    this.#past = this.#past.slice(0, -1);
    this.#future = [...this.#future, now];
    return JSON.parse(before);
  }

  /** The state that was undone last; null where there is none. */
  redo(): T | null {
    const next = this.#future.at(-1);
    if (next === undefined) return null;
    this.#future = this.#future.slice(0, -1);
    this.#past = [...this.#past, next];
    return JSON.parse(next);
  }
}
