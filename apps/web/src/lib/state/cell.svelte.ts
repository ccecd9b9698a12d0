import type { EstimateOptions, EstimateResult, ParsedRun, Run } from '@ml-emissions/calculator';
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

/** All of it, or the figures alone: of a run in a list nobody sees the receipt and the other places. */
export type Depth = 'whole' | 'figures';

const OPTIONS = {
  whole: { alternatives: false },
  figures: { receipt: false, alternatives: false },
} as const satisfies Record<Depth, EstimateOptions>;

/** A result whose other places, a third of the work, are looked for when they are asked for. */
function resultOf(engine: Engine, run: Run, depth: Depth): EstimateResult {
  const result = engine.estimate(run, OPTIONS[depth]);
  if (depth === 'figures') return result;
  let found: EstimateResult['alternatives'] | null = null;
  return Object.defineProperty(result, 'alternatives', {
    enumerable: true,
    get() {
      found ??= engine.estimate(run, { receipt: false }).alternatives;
      return found;
    },
  });
}

/** What an engine says of a run as written. */
export function answerOf(
  engine: Engine,
  draft: Readonly<Record<string, unknown>>,
  depth: Depth = 'whole',
): Answer {
  const parsed = engine.parseRun(draft);
  let result: EstimateResult | null | undefined;
  return {
    parsed,
    // Of most runs of a list nobody asks more than whether it can be read: the sum has their figures too.
    get result() {
      if (result === undefined) result = parsed.ok ? resultOf(engine, parsed.run, depth) : null;
      return result;
    },
  };
}

/** What follows from the fields of one run: worked out again when one of its own changes. */
class Cell {
  readonly #form: RunForm;
  #asked: {
    readonly engine: Engine;
    readonly key: string;
    readonly depth: Depth;
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
   * @param depth how much of it; whoever asks for the figures may be given all
   * @returns null where its tables do not have what the run names
   */
  answerBy(engine: Engine, depth: Depth): Answer | null {
    const { key } = this;
    const asked = this.#asked;
    const isSame = asked?.engine === engine && asked.key === key;
    if (asked && isSame && (asked.depth === depth || asked.depth === 'whole')) return asked.answer;
    const { draft } = this;
    const answer = engine.knows(draft) ? answerOf(engine, draft, depth) : null;
    this.#asked = { engine, key, depth, answer };
    return answer;
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
    const cell = new Cell(form);
    made.push(cell);
    // What somebody looks at all the time is not worked out again for each who asks in passing.
    $effect(() => {
      void cell.key;
      void cell.text;
    });
  });
  return made[0] as Cell;
}
