/** The key of a row in one table. */
export type Id<Table extends string> = string & { readonly __table?: Table };

/** What one column holds: how its cells read, and what the checker demands of them. */
export interface Column<Value> {
  readonly kind: 'text' | 'number' | 'integer' | 'list' | 'numbers' | 'choice' | 'reference';
  /** What the column means, for the data package and the docs. */
  readonly about: string;
  /** An empty cell means "not known". */
  readonly optional: boolean;
  readonly min?: number;
  readonly max?: number;
  /** How many numbers a cell holds, where it holds several. */
  readonly items?: number;
  readonly choices?: readonly string[];
  /** The table whose ids the cells name. */
  readonly table?: string;
  /** The column that names the source of these cells; `source_id` where it is left out. */
  readonly source?: string;
  readonly read: (cell: string) => Value;
}

/** The columns of a table, by their name in the file's header. */
export type Columns = Readonly<Record<string, Column<unknown>>>;

type Camel<Name extends string> = Name extends `${infer Head}_${infer Tail}`
  ? `${Head}${Capitalize<Camel<Tail>>}`
  : Name;

/** One line of a table: column `tdp_w` is read as `tdpW`. `null` is an empty cell: unknown, never zero. */
export type Row<Spec extends Columns> = {
  readonly [Name in keyof Spec & string as Camel<Name>]: Spec[Name] extends Column<infer Value>
    ? Value
    : never;
};

const orNull = (cell: string): string | null => (cell === '' ? null : cell);
const numberOrNull = (cell: string): number | null => (cell === '' ? null : Number(cell));

interface Bounds {
  readonly min?: number;
  readonly max?: number;
}

/** Text that must be there. */
export const text = (about: string): Column<string> => ({
  kind: 'text',
  about,
  optional: false,
  read: (cell) => cell,
});

/** Text that may be empty. */
export const optionalText = (about: string): Column<string> => ({ ...text(about), optional: true });

/** A number with its plausible bounds. */
export const number = (about: string, bounds: Bounds = {}): Column<number> => ({
  kind: 'number',
  about,
  optional: false,
  ...bounds,
  read: Number,
});

/** A number that may be unknown. */
export const optionalNumber = (about: string, bounds: Bounds = {}): Column<number | null> => ({
  ...number(about, bounds),
  optional: true,
  read: numberOrNull,
});

/** A whole number that must be there. */
export const integer = (about: string, bounds: Bounds = {}): Column<number> => ({
  ...number(about, bounds),
  kind: 'integer',
});

/** A whole number that may be unknown. */
export const optionalInteger = (about: string, bounds: Bounds = {}): Column<number | null> => ({
  ...optionalNumber(about, bounds),
  kind: 'integer',
});

/** Several texts, separated by `;`. */
export const list = (about: string): Column<readonly string[]> => ({
  kind: 'list',
  about,
  optional: true,
  read: (cell) => (cell === '' ? [] : cell.split(';')),
});

/** Several texts, at least one. */
export const requiredList = (about: string): Column<readonly string[]> => ({
  ...list(about),
  optional: false,
});

/** So many numbers, separated by `;`. */
export const numbers = (
  about: string,
  items: number,
  bounds: Bounds = {},
): Column<readonly number[]> => ({
  kind: 'numbers',
  about,
  optional: false,
  items,
  ...bounds,
  read: (cell) => cell.split(';').map(Number),
});

/** One word out of a vocabulary. */
export const choice = <const Word extends string>(
  about: string,
  choices: readonly Word[],
): Column<Word> => ({
  kind: 'choice',
  about,
  optional: false,
  choices,
  read: (cell) => cell as Word,
});

/** One word out of a vocabulary, or unknown. */
export const optionalChoice = <const Word extends string>(
  about: string,
  choices: readonly Word[],
): Column<Word | null> => ({
  ...choice(about, choices),
  optional: true,
  read: (cell) => (cell === '' ? null : (cell as Word)),
});

/** The id of a row of another table. */
export const reference = <const Table extends string>(
  about: string,
  table: Table,
): Column<Id<Table>> => ({
  kind: 'reference',
  about,
  optional: false,
  table,
  read: (cell) => cell,
});

/** The id of a row of another table, or unknown. */
export const optionalReference = <const Table extends string>(
  about: string,
  table: Table,
): Column<Id<Table> | null> => ({
  ...reference(about, table),
  optional: true,
  read: orNull,
});

/** The same column, its cells from a source of their own. */
export const sourcedBy = <Value>(source: string, column: Column<Value>): Column<Value> => ({
  ...column,
  source,
});
