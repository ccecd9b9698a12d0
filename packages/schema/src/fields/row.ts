/** What every row says, of whatever kind. */
interface Said {
  /** What it means, in few words: the description in the JSON Schema, the help of the flag. */
  readonly about: string;
  /** Whether the object that holds it must have it. */
  readonly isRequired?: true;
  /** The flag that sets it and what stands for its value, such as `--power-w <watts>`. */
  readonly flag?: `--${string} <${string}>`;
  /** Help of the flag, where `about` does not fit a command line. */
  readonly help?: string;
  /** The field of the page's form, and the key of its label. */
  readonly label?: string;
  /** Fields of one group say one thing in several ways: a run that says one takes none from its project's defaults. */
  readonly group?: 'machine' | 'time' | 'energy' | 'place' | 'date';
}

/**
 * A number within bounds.
 *
 * `amount` may bring its 90 % range, and so may `share`, a part of one that people write as 80 % too;
 * `number`, `integer` and `fraction` (a part of one) are exact. `duration` is an amount of hours, or text such as 2d4h.
 */
export interface NumberRow extends Said {
  readonly kind: 'amount' | 'share' | 'number' | 'integer' | 'fraction' | 'duration';
  /** Of the number; none for a count and a ratio. */
  readonly unit?: string;
  /** It must be greater than this … */
  readonly above?: number;
  /** … or at least this. */
  readonly from?: number;
  /** It may be at most this. */
  readonly to: number;
  /** Whether it is a count so large that people write it as 7B or 7 billion. */
  readonly isMany?: true;
  /** What a problem says is right; `{above}`, `{from}` and `{to}` stand for the bounds. */
  readonly expected: string;
  readonly default?: number;
}

/** `id`: a short name to look up. `instant`: a date, or date and time, of ISO 8601. `text`: anything. */
interface TextRow extends Said {
  readonly kind: 'text' | 'id' | 'instant';
  readonly expected: string;
}

/** A word of a fixed list. */
interface ChoiceRow extends Said {
  readonly kind: 'choice';
  readonly choices: readonly string[];
  /** What else people write for a choice, in small letters and digits alone. */
  readonly also?: Readonly<Record<string, string>>;
  /** `one of …` where it is not said. */
  readonly expected?: string;
  readonly default?: string;
}

/** `version`: the number 1. `boolean`. `field-name`: a top-level field of a run. `run`: a run, or part of one, parsed on its own. */
interface OtherRow extends Said {
  readonly kind: 'version' | 'boolean' | 'field-name' | 'run';
  readonly expected: string;
  readonly default?: 1 | Readonly<Record<string, never>>;
}

/** An object; its fields are the rows below its path. `id-or-object`: the same, or a name to look up. */
interface ObjectRow extends Said {
  readonly kind: 'object' | 'id-or-object';
  readonly expected: string;
  /** What is wrong in one of its fields does not keep names in the others from being looked up. */
  readonly isReadInParts?: true;
}

/** A list; what it holds is the row at its path and `/*`. */
export interface ListRow extends Said {
  readonly kind: 'list';
  readonly expected: string;
  /** What a problem says of an empty list, where it must hold something. */
  readonly notEmpty?: string;
  /** How much it may hold. */
  readonly most: number;
  /** What a problem says of more; `{most}` stands for the number. */
  readonly atMost: string;
  readonly default?: readonly never[];
}

/** One field of a run or a project. */
export type Row = NumberRow | TextRow | ChoiceRow | OtherRow | ObjectRow | ListRow;

/** Rows by path, a JSON Pointer; `*` stands for every place in a list. */
export type Rows = Readonly<Record<string, Row>>;

/** A field right below a path. */
export interface Part {
  readonly name: string;
  readonly path: string;
  readonly row: Row;
}

const NONE: readonly Part[] = [];
const parts = new WeakMap<Rows, ReadonlyMap<string, readonly Part[]>>();

/** The fields of the object at a path, in their order. */
export function partsOf(rows: Rows, at: string): readonly Part[] {
  let known = parts.get(rows);
  if (!known) {
    known = partsByPath(rows);
    parts.set(rows, known);
  }
  return known.get(at) ?? NONE;
}

/** All of them at once: a schema asks for those of each object. */
function partsByPath(rows: Rows): ReadonlyMap<string, readonly Part[]> {
  const found = new Map<string, Part[]>();
  for (const [path, row] of Object.entries(rows)) {
    const cut = path.lastIndexOf('/');
    const part = { name: path.slice(cut + 1), path, row };
    const beside = found.get(path.slice(0, cut));
    if (beside) beside.push(part);
    else found.set(path.slice(0, cut), [part]);
  }
  return found;
}

/** What the list at a path holds. */
export function itemOf(rows: Rows, at: string): Row {
  const row = rows[`${at}/*`];
  if (!row) throw new Error(`itemOf(): no row ${at}/*`);
  return row;
}

/** Whether a number may come as `{ value, low, high }`. */
export function isAmount({ kind }: Row): boolean {
  return kind === 'amount' || kind === 'share' || kind === 'duration';
}

/** What a problem says is right for a field. */
export function expectedOf(row: Row): string {
  if (row.kind === 'choice') return row.expected ?? `one of ${row.choices.join(', ')}`;
  if (!('to' in row)) return row.expected;
  return row.expected.replace(/\{(above|from|to)\}/g, (_, bound: 'above' | 'from' | 'to') =>
    String(row[bound]),
  );
}
