import { plain } from '../text/plain.ts';

/** A choice and all that people call it: what it shows comes first. */
export interface Called {
  readonly value: string;
  readonly names: readonly string[];
}

/** What is typed without such a pause is one name. */
const PAUSE_MS = 1500;

/** Finds choices by letters typed one after another, as a list of the browser does, by more names than are shown. */
export class TypeAhead {
  #typed = '';
  #at = Number.NEGATIVE_INFINITY;

  /**
   * Takes one more letter.
   *
   * @param atMs when it was typed, which may be long before a busy page hears of it
   * @param all the likeliest first
   * @param chosen what is chosen now
   * @returns what to choose; null where nothing is called so
   */
  type(letter: string, atMs: number, all: readonly Called[], chosen: string): string | null {
    const isNew = atMs - this.#at > PAUSE_MS;
    this.#typed = plain(isNew ? letter : this.#typed + letter);
    this.#at = atMs;
    const found = called(this.#typed, all);
    if (found.length > 0) return found[0] ?? null;
    // The same letter again goes on to the next.
    const [first = ''] = this.#typed;
    if (this.#typed.replaceAll(first, '') !== '') return null;
    const next = called(first, all);
    return next[(next.indexOf(chosen) + 1) % next.length] ?? null;
  }

  /** Whether a space is part of a name that is being typed. */
  isWithin(atMs: number): boolean {
    return atMs - this.#at <= PAUSE_MS;
  }
}

/** The choices of a name: its own, then what begins with it as it is shown, then other names that do. */
function called(typed: string, all: readonly Called[]): string[] {
  const isBegun = (name: string | undefined) => name !== undefined && plain(name).startsWith(typed);
  const exact = all.filter(({ names }) => names.some((name) => plain(name) === typed));
  const shown = all.filter(({ names: [label] }) => isBegun(label));
  const other = all.filter(({ names }) => names.some(isBegun));
  return [...new Set([...exact, ...shown, ...other].map(({ value }) => value))];
}
