import type { EstimateResult, ParsedRun } from '@ml-emissions/calculator';
import { runText } from './as-text.ts';
import type { Engine } from './engine.ts';
import type { RunForm } from './fields.ts';
import { draftOf } from './form.ts';

/** What a run says. */
export interface Answer {
  readonly parsed: ParsedRun;
  /** Null where it has a fault. */
  readonly result: EstimateResult | null;
}

/** What an engine says of a run as written. */
export function answerOf(engine: Engine, draft: Readonly<Record<string, unknown>>): Answer {
  const parsed = engine.parseRun(draft);
  return { parsed, result: parsed.ok ? engine.estimate(parsed.run) : null };
}

/** What follows from the fields of one run: worked out again when one of its own changes. */
class Cell {
  readonly #form: RunForm;
  #asked: {
    readonly engine: Engine;
    readonly key: string;
    readonly answer: Answer | null;
  } | null = null;

  constructor(form: RunForm) {
    this.#form = form;
  }

  /** As written. */
  readonly draft = $derived.by(() => draftOf(this.#form));
  /** The same for a run that says the same. */
  readonly key = $derived.by(() => JSON.stringify(this.draft));
  /** As the browser keeps it. */
  readonly text = $derived.by(() => runText(this.#form));

  /**
   * What an engine says of it, asked once.
   *
   * @param isKnown whether its tables have what a run as written names
   */
  answerBy(engine: Engine, isKnown: (draft: Cell['draft']) => boolean): Answer | null {
    const { key } = this;
    if (this.#asked?.engine !== engine || this.#asked.key !== key) {
      const { draft } = this;
      this.#asked = { engine, key, answer: isKnown(draft) ? answerOf(engine, draft) : null };
    }
    return this.#asked.answer;
  }
}

const cells = new WeakMap<RunForm, Cell>();

/** The cell of a run in hand. */
export function cellOf(form: RunForm): Cell {
  const cell = cells.get(form) ?? cellFor(form);
  cells.set(form, cell);
  return cell;
}

function cellFor(form: RunForm): Cell {
  // Where pages are written nothing changes, and there are no effects.
  if (import.meta.env.SSR) return new Cell(form);
  // Of no part of the page: what is first asked for in a part would be gone with it.
  const made: Cell[] = [];
  $effect.root(() => {
    made.push(new Cell(form));
  });
  return made[0] as Cell;
}
