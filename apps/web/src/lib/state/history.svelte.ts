import { newest } from './newest.ts';

/** Steps back and forward through states; what was typed in one go is one step. */
export class History<T> {
  #past = $state.raw<readonly string[]>([]);
  #future = $state.raw<readonly string[]>([]);
  readonly #write: (state: T) => string;
  readonly #read: (text: string) => T | null;

  readonly canUndo = $derived(this.#past.length > 1);
  readonly canRedo = $derived(this.#future.length > 0);

  /**
   * @param write a state as text
   * @param read the same back
   */
  constructor(write: (state: T) => string, read: (text: string) => T | null) {
    this.#write = write;
    this.#read = read;
  }

  /** All steps as text, to be taken up again after a reload. */
  get steps(): { readonly past: readonly string[]; readonly future: readonly string[] } {
    return { past: this.#past, future: this.#future };
  }

  /** The last state kept, as text. */
  get lastText(): string | null {
    return this.#past.at(-1) ?? null;
  }

  /** The last state kept; null where there is none, or where its text has more letters. */
  lastWithin(letters: number): T | null {
    const text = this.#past.at(-1);
    return text === undefined || text.length > letters ? null : this.#read(text);
  }

  /** Goes on from the steps of before a reload. */
  resume({ past, future }: History<T>['steps']): void {
    this.#past = newest(past);
    this.#future = future;
  }

  /** Keeps a state, unless it is the last one. */
  keep(state: T): void {
    this.keepText(this.#write(state));
  }

  /** The same of a state as text. */
  keepText(text: string): void {
    if (text === this.#past.at(-1)) return;
    this.#past = newest([...this.#past, text]);
    this.#future = [];
  }

  /** The state before; null where there is none. */
  undo(): T | null {
    const now = this.#past.at(-1);
    const before = this.#past.at(-2);
    if (now === undefined || before === undefined) return null;
    this.#past = this.#past.slice(0, -1);
    this.#future = [...this.#future, now];
    return this.#read(before);
  }

  /** The state that was undone last; null where there is none. */
  redo(): T | null {
    const next = this.#future.at(-1);
    if (next === undefined) return null;
    this.#future = this.#future.slice(0, -1);
    this.#past = [...this.#past, next];
    return this.#read(next);
  }

  /** The states that were, the newest first. */
  *before(): Generator<T> {
    for (const text of this.#past.toReversed()) {
      const state = this.#read(text);
      if (state) yield state;
    }
  }
}
