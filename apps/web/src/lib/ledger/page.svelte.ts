import { goto } from '$app/navigation';
import { page } from '$app/state';
import type { Counts, Trouble } from './answers.ts';
import { type Names, namesOf } from './names.ts';
import { type Ask, NoAnswer } from './source.ts';
import { searchOf, type View, viewOf } from './view.ts';
import type { LedgerWords } from './words.ts';

/** Answers that are kept: a ledger does not change while it is open. */
const MOST_KEPT = 100;

/** What all parts of the page have in common: a ledger, what is in it, and the view that the address tells. */
export class Shown {
  readonly words: LedgerWords;
  readonly counts: Counts;
  readonly names: Names;
  /** Without it nothing but the sample's own view can be asked. */
  readonly token: string | null;
  readonly #ask: Ask;
  readonly #kept = new Map<string, Promise<unknown>>();
  trouble = $state.raw<{ readonly kind: Trouble; readonly detail: string } | null>(null);

  constructor(words: LedgerWords, ask: Ask, counts: Counts, token: string | null) {
    this.words = words;
    this.counts = counts;
    this.token = token;
    this.names = namesOf(words, counts.accelerators);
    this.#ask = ask;
  }

  get isSample(): boolean {
    return this.token === null;
  }

  /** What the address says; a sample has no jobs to go into. */
  get view(): View {
    const view = viewOf(page.url.searchParams);
    return this.isSample ? { ...view, where: {}, job: null } : view;
  }

  /** Asks the ledger, each question once; what goes wrong is told once for the whole page. */
  readonly ask: Ask = async <Answer>(question: string) => {
    const known = this.#kept.get(question) ?? this.#ask(question);
    this.#kept.set(question, known);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MOST_KEPT && oldest !== undefined) this.#kept.delete(oldest);
    try {
      const answer = await known;
      this.trouble = null;
      return answer as Answer;
    } catch (error) {
      this.#kept.delete(question);
      if (error instanceof NoAnswer) this.trouble = { kind: error.trouble, detail: error.message };
      throw error;
    }
  };

  /** The address of a view; the token goes along. */
  hrefOf(view: View): string {
    return `${searchOf(view)}${this.token === null ? '' : `#${this.token}`}`;
  }

  /** Shows another view; the back button leads to the one before. */
  show(view: View): void {
    void goto(this.hrefOf(view), { keepFocus: true, noScroll: true });
  }
}
