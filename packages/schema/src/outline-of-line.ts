import { isInstant } from './leaf-schemas.ts';
import { LIMITS } from './limits.ts';
import { LineScan, type OwnText } from './line-scan.ts';
import { boundsAt, type Outline, outlineOf } from './outline.ts';

/** Reads outlines off lines of JSON that are like earlier ones. */
export interface LineReader {
  /**
   * The outline of a line, without decoding it.
   *
   * @param bytes in UTF-8, of which the line is a part
   * @returns null for a line that is like none before it
   */
  readonly outlineOf: (bytes: Uint8Array, from: number, to: number) => Outline | null;
  /** Keeps in mind what a line says, so that those like it need not be decoded. */
  readonly learn: (bytes: Uint8Array, from: number, to: number, written: unknown) => void;
}

/** A line that others are like, and what they have in common. */
interface Template {
  readonly line: Uint8Array;
  readonly cuts: Int32Array;
  readonly key: string;
  readonly pointers: readonly string[];
  /** Which of the line's numbers each quantity is, and between which it must lie. */
  readonly quantities: readonly Quantity[];
  /** The other numbers of the line, which must be the same: which one, and its value. */
  readonly others: readonly (readonly [place: number, value: number])[];
  readonly years: { readonly start: string; readonly end: string };
}

interface Quantity {
  readonly place: number;
  readonly least: number;
  readonly most: number;
}

/** Templates that are kept, and the bytes of the longest of them. */
const MOST = 1000;
const LONGEST = 4000;

const yearOf = (date: string | null) => date?.slice(0, 4) ?? '';

/**
 * A reader of lines. A line is like an earlier one where both are the same byte by byte but for numbers and for the name
 * and dates of the run; its outline then has the same key if its other numbers are the same too.
 *
 * @param textOf decodes a part of a line
 * @example
 * const bytes = new TextEncoder().encode('{"hours":3}{"hours":4}');
 * const reader = createLineReader((of, from, to) => new TextDecoder().decode(of.subarray(from, to)));
 * reader.learn(bytes, 0, 11, { hours: 3 });
 * reader.outlineOf(bytes, 11, 22)?.numbers // [4]
 */
export function createLineReader(
  textOf: (bytes: Uint8Array, from: number, to: number) => string,
): LineReader {
  const scan = new LineScan();
  const templates = new Map<number, Template>();
  const own = (bytes: Uint8Array, name: OwnText): string | null => {
    const at = scan.texts[name];
    return at < 0 ? null : textOf(bytes, scan.cuts[at] as number, scan.cuts[at + 1] as number);
  };
  return {
    outlineOf(bytes, from, to) {
      if (!scan.read(bytes, from, to)) return null;
      const template = templates.get(scan.hash);
      if (!template || !isLike(scan, bytes, from, to, template)) return null;
      const { key, pointers, quantities, years } = template;
      const numbers: number[] = [];
      for (const { place, least, most } of quantities) {
        const value = scan.numbers[place] as number;
        if (!(value >= least && value <= most)) return null;
        numbers.push(value);
      }
      const [name, start, end] = [own(bytes, 'name'), own(bytes, 'start'), own(bytes, 'end')];
      if (name !== null && name.length > LIMITS.textLength) return null;
      if (start !== null && (yearOf(start) !== years.start || !isInstant(start))) return null;
      if (end !== null && (yearOf(end) !== years.end || !isInstant(end))) return null;
      return { key, numbers, pointers, name, start, end };
    },
    learn(bytes, from, to, written) {
      const outline = to - from > LONGEST ? null : outlineOf(written);
      if (!outline || !scan.read(bytes, from, to)) return;
      const template = templateOf(
        scan,
        Uint8Array.from(bytes.subarray(from, to)),
        written as object,
        outline,
      );
      if (!template) return;
      if (templates.size >= MOST) templates.clear();
      templates.set(scan.hash, {
        ...template,
        cuts: scan.cuts.slice(0, scan.ends).map((cut) => cut - from),
      });
    },
  };
}

function isLike(
  { cuts, ends, numbers }: LineScan,
  bytes: Uint8Array,
  from: number,
  to: number,
  { line, cuts: itsCuts, others }: Template,
): boolean {
  if (ends !== itsCuts.length) return false;
  let at = from;
  let its = 0;
  // From each cut's end to the next one's beginning.
  for (let cut = 0; cut <= ends; cut += 2) {
    const end = cut < ends ? (cuts[cut] as number) : to;
    const itsEnd = cut < ends ? (itsCuts[cut] as number) : line.length;
    if (end - at !== itsEnd - its) return false;
    while (at < end) if (bytes[at++] !== line[its++]) return false;
    at = cuts[cut + 1] as number;
    its = itsCuts[cut + 1] as number;
  }
  for (const [place, value] of others) if (numbers[place] !== value) return false;
  return true;
}

/** Null where it is not certain which number of the line is which of the run. */
function templateOf(
  scan: LineScan,
  line: Uint8Array,
  written: object,
  { key, pointers, name, start, end }: Outline,
): Omit<Template, 'cuts'> | null {
  const found: Found = { numbers: [], pointers: [], fields: 0 };
  find(written, '', found);
  // A field that stands twice in the line is one of the run, and would move the numbers.
  if (found.fields !== scan.fields || found.numbers.length !== scan.count) return null;
  if (found.numbers.some((value, at) => value !== scan.numbers[at])) return null;
  const { texts } = scan;
  const isTold = (text: string | null, at: number) => (text !== null) === at >= 0;
  if (!isTold(name, texts.name) || !isTold(start, texts.start) || !isTold(end, texts.end))
    return null;
  return {
    line,
    key,
    pointers,
    quantities: pointers.map((pointer) => ({
      place: found.pointers.indexOf(pointer),
      ...boundsAt(pointer),
    })),
    others: found.numbers.flatMap((value, place) =>
      pointers.includes(found.pointers[place] as string) ? [] : [[place, value] as const],
    ),
    years: { start: yearOf(start), end: yearOf(end) },
  };
}

/** All numbers of a value, each with where it stands, and how many fields its objects have. */
interface Found {
  readonly numbers: number[];
  readonly pointers: string[];
  fields: number;
}

function find(value: unknown, pointer: string, into: Found): void {
  if (typeof value === 'number') {
    into.numbers.push(value);
    into.pointers.push(pointer);
  }
  if (typeof value !== 'object' || value === null) return;
  const entries = Object.entries(value);
  if (!Array.isArray(value)) into.fields += entries.length;
  for (const [name, one] of entries) find(one, `${pointer}/${name}`, into);
}
