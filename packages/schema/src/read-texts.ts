import type { Ranged, Reading } from '@ml-emissions/model';
import { timeFromText } from './duration.ts';
import type { NumberRow, Row, Rows } from './fields/row.ts';
import { isAmount } from './fields/row.ts';
import { RUN_FIELDS } from './fields/run.ts';
import { splitEnds, splitRange } from './number-text.ts';
import { once } from './once.ts';
import { numberFromText } from './quantity-text.ts';
import { pointer } from './to-problem.ts';

/** A field with those below it. */
interface Node {
  readonly row: Row | null;
  readonly below: Map<string, Node>;
}

function treeOf(rows: Rows): Node {
  const root: Node = { row: null, below: new Map() };
  for (const [path, row] of Object.entries(rows)) {
    let at = root;
    const parts = path.split('/').slice(1);
    for (const [index, part] of parts.entries()) {
      const isLast = index === parts.length - 1;
      const next = at.below.get(part) ?? { row: isLast ? row : null, below: new Map() };
      at.below.set(part, next);
      at = next;
    }
  }
  return root;
}

const tree = once(() => treeOf(RUN_FIELDS));
const isNumber = (row: Row | null): row is NumberRow => row !== null && 'to' in row;

/** A run as written with its texts read, and how those were read that a person should be told of. */
export interface ReadTexts {
  readonly said: object;
  readonly readings: readonly Reading[];
}

/**
 * Texts where numbers belong -> the numbers that they say, in the units of their fields; what says none stays, so
 * that a problem can quote it. Chip-hours that stand for hours move to `deviceHours`.
 *
 * @param input a run as written; it is not changed
 */
export function readTexts(input: object): ReadTexts {
  const readings: Reading[] = [];
  const said = visit(movedChipHours(input), tree(), [], readings) as object;
  return { said, readings };
}

function movedChipHours(input: object): object {
  const { hours, deviceHours } = input as { hours?: unknown; deviceHours?: unknown };
  if (typeof hours !== 'string' || deviceHours !== undefined) return input;
  if (!timeFromText(splitEnds(hours)?.high ?? hours)?.isOfChips) return input;
  const { hours: _, ...rest } = input as { hours: unknown };
  return { ...rest, deviceHours: hours };
}

type Path = readonly (string | number)[];

function visit(value: unknown, node: Node, path: Path, readings: Reading[]): unknown {
  if (node.row?.kind === 'choice') return choiceFor(value, node.row.choices, node.row.also);
  if (isNumber(node.row)) return numberAt(value, node.row, path, readings);
  if (typeof value !== 'object' || value === null || node.below.size === 0) return value;
  // Most runs hold no text to read, and need no copy.
  let copy: Record<string | number, unknown> | unknown[] | null = null;
  const item = Array.isArray(value) ? node.below.get('*') : undefined;
  for (const key of Object.keys(value)) {
    const below = item ?? node.below.get(key);
    if (!below) continue;
    const one = (value as Record<string, unknown>)[key];
    if (typeof one !== 'string' && typeof one !== 'object') continue;
    const read = visit(one, below, [...path, item ? Number(key) : key], readings);
    if (read === one) continue;
    copy ??= Array.isArray(value) ? [...value] : { ...value };
    (copy as Record<string, unknown>)[key] = read;
  }
  return copy ?? value;
}

/** `bfloat16`, `BF-16` -> `bf16`; what is no choice stays as it was written. */
function choiceFor(
  value: unknown,
  choices: readonly string[],
  also: Readonly<Record<string, string>> | undefined,
): unknown {
  if (also === undefined || typeof value !== 'string') return value;
  const bare = value.toLowerCase().replace(/[^a-z0-9]/g, '');
  if (choices.includes(bare)) return bare;
  return Object.hasOwn(also, bare) ? also[bare] : value;
}

function numberAt(value: unknown, row: NumberRow, path: Path, readings: Reading[]): unknown {
  if (typeof value === 'string') {
    const range = isAmount(row) ? splitRange(value) : null;
    const read = range
      ? rangeFrom(range, row)
      : (numberFromText(value, row) ?? endsFrom(value, row));
    if (!read) return value;
    if (read.isToTell) readings.push(readingOf(value.trim(), read.value, path));
    return read.value;
  }
  if (typeof value !== 'object' || value === null || !isAmount(row)) return value;
  const { value: middle, low, high, ...others } = value as Record<string, unknown>;
  if (![middle, low, high].some((one) => typeof one === 'string')) return value;
  const read = rangeFrom({ value: middle, low, high }, row);
  if (!read) return value;
  const said = [low, middle, high].join('..');
  if (read.isToTell) readings.push(readingOf(said, read.value, path));
  return { ...read.value, ...others };
}

interface ReadRange {
  readonly value: Ranged;
  readonly isToTell: boolean;
}

/** A unit that stands at the end alone is that of all three: `250..320..410 MJ`. */
function rangeFrom(
  { value, low, high }: { readonly value: unknown; readonly low: unknown; readonly high: unknown },
  row: NumberRow,
): ReadRange | null {
  const isBare = (one: unknown) => typeof one === 'number' || /^\s*[\d.]+\s*$/.test(String(one));
  const [, unit = ''] = /^\s*[\d.]+\s*(\S.*)$/.exec(String(high)) ?? [];
  const withUnit = (one: unknown) =>
    isBare(one) && isBare(value) && isBare(low) ? `${one} ${unit}` : String(one);
  const read = [value, low, high].map((one) => numberFromText(withUnit(one), row));
  const [middle, least, most] = read;
  if (!middle || !least || !most) return null;
  return {
    value: { value: middle.value, low: least.value, high: most.value },
    isToTell: read.some((one) => one?.isToTell),
  };
}

/** `10 to 12 hours`: the range of both ends, about its middle; always told. */
function endsFrom(text: string, row: NumberRow): ReadRange | null {
  const ends = isAmount(row) ? splitEnds(text) : null;
  if (!ends) return null;
  const [, unit = ''] = /^[\d.,\s]+(\D.*)$/.exec(ends.high) ?? [];
  const high = numberFromText(ends.high, row)?.value;
  const low = numberFromText(
    /\p{L}/u.test(ends.low) ? ends.low : `${ends.low} ${unit}`,
    row,
  )?.value;
  if (low === undefined || high === undefined || low >= high) return null;
  return { value: { value: (low + high) / 2, low, high }, isToTell: true };
}

/** A number, or a number with its range, as a reading tells it. */
export function takenText(amount: unknown): string {
  if (typeof amount !== 'object' || amount === null) return String(amount);
  const { value, low, high } = amount as Ranged;
  return `${low}..${value}..${high}`;
}

function readingOf(said: string, value: number | Ranged, path: Path): Reading {
  return { field: pointer(path), said, taken: takenText(value) };
}
