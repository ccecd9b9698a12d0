import { type NumberRow, partsOf, type Row, type Rows } from './fields/row.ts';
import { RUN_FIELDS } from './fields/run.ts';
import { isInstant } from './leaf-schemas.ts';
import { LIMITS } from './limits.ts';
import { once } from './once.ts';

/** A run as written, apart into what makes it the kind of run that it is and what differs from one to the next. */
export interface Outline {
  /**
   * All that the run says but its name, its dates within their year, numbers that only it has, and its quantities. Two
   * runs with one key differ in these alone, and each of these holds by itself in both.
   */
  readonly key: string;
  /** Quantities: plain numbers within the bounds of their fields. */
  readonly numbers: readonly number[];
  /** Where each of these stands, as a JSON Pointer; the same for runs with one key. */
  readonly pointers: readonly string[];
  readonly name: string | null;
  readonly start: string | null;
  readonly end: string | null;
}

/** What every figure is in proportion to, and what the time of a plan follows from. */
const QUANTITIES: readonly string[] = [
  '/hours',
  '/deviceHours',
  '/energyKwh',
  '/repeats',
  '/idle/hours',
  '/idle/powerW',
  '/host/powerW',
  '/instanceCount',
  '/hardware/*/count',
  '/hardware/*/powerW',
  '/hardware/*/utilisation',
];
const TO_DO: readonly string[] = [
  '/model/parameters',
  '/model/tokens',
  '/model/samples',
  '/model/flop',
  '/mfu',
  '/tokensPerSecondPerAccelerator',
  '/samplesPerSecondPerAccelerator',
];
/** What no figure of a run depends on, and many runs have of their own. */
const SILENT: readonly string[] = ['/name', '/model/name', '/model/uri', '/functionalUnit/count'];
const INSTANTS: readonly string[] = ['/start', '/end'];

/** Quantities beyond these are as good as nothing and as good as no end; whoever has them waits longer. */
const LEAST = 1e-9;
const MOST = 1e12;
/** More kinds of chip than this, or deeper, is written by hand. */
const MOST_ITEMS = 8;
const DEEPEST = 6;

/** A place in a run: what of it is left out of the key, and the places below it. */
interface Node {
  readonly pointer: string;
  /** What stands for its name in the key: one sign, another for each field beside it. */
  readonly sign: string;
  readonly leaf: 'quantity' | 'number' | 'text' | 'instant' | null;
  readonly least: number;
  readonly most: number;
  readonly below: ReadonlyMap<string, Node>;
  /** The places of a list. */
  readonly items: readonly Node[];
}

function leafOf(path: string, row: Row | undefined): Node['leaf'] {
  if (QUANTITIES.includes(path) || TO_DO.includes(path)) return 'quantity';
  if (INSTANTS.includes(path)) return 'instant';
  if (!SILENT.includes(path)) return null;
  return row && 'to' in row ? 'number' : 'text';
}

const FIRST_SIGN = 'a'.charCodeAt(0);

/** The tree of all fields of a run. */
function nodeAt(rows: Rows, path: string, pointer: string, place: number): Node {
  const row = rows[path];
  const { from = LEAST, to = MOST } = row && 'to' in row ? (row as NumberRow) : {};
  return {
    pointer,
    sign: String.fromCharCode(FIRST_SIGN + place),
    leaf: leafOf(path, row),
    least: Math.max(LEAST, from),
    most: QUANTITIES.includes(path) ? Math.min(MOST, to) : to,
    below: new Map(
      partsOf(rows, path)
        .filter(({ name }) => name !== '*')
        .map(({ name, path: below }, at) => [name, nodeAt(rows, below, `${pointer}/${name}`, at)]),
    ),
    items:
      `${path}/*` in rows
        ? Array.from({ length: MOST_ITEMS }, (_, at) =>
            nodeAt(rows, `${path}/*`, `${pointer}/${at}`, 0),
          )
        : [],
  };
}

const root = once(() => nodeAt(RUN_FIELDS, '', '', 0));

/** Between which numbers a quantity is left out of the key, by where it stands in a run. */
export function boundsAt(pointer: string): { readonly least: number; readonly most: number } {
  let node: Node | undefined = root();
  for (const name of pointer.split('/').slice(1))
    node = node?.items[Number(name)] ?? node?.below.get(name);
  return { least: node?.least ?? Number.NaN, most: node?.most ?? Number.NaN };
}

/** Where the parts of an outline are gathered. */
interface Gathered {
  readonly numbers: number[];
  readonly pointers: string[];
  name: string | null;
  start: string | null;
  end: string | null;
}

/**
 * The outline of a run: for whoever has many that differ in little.
 *
 * @param written a run as written; nothing in it is checked but what is left out of the key
 * @returns null for what is no plain data, for what has fields that no run has, for a run of a service, and for what is
 * too large to be one of many
 * Errors: none.
 * @example outlineOf({ hours: 3, name: 'a' })?.key === outlineOf({ hours: 4, name: 'b' })?.key // true
 */
export function outlineOf(written: unknown): Outline | null {
  // What a service answers is no quantity of a run by itself.
  if (!isPlainObject(written) || written.service !== undefined) return null;
  // What is counted with a run is added to its repeats, which are then no quantity by themselves.
  if (written.development !== undefined) return null;
  const gathered: Gathered = {
    numbers: [],
    pointers: [],
    name: null,
    start: null,
    end: null,
  };
  const key = keyOf(written, root(), 0, gathered);
  if (key === null) return null;
  const { numbers, pointers, name, start, end } = gathered;
  return { key, numbers, pointers, name, start, end };
}

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** A text with its length before it, so that no two lists of texts read alike. */
const measured = (text: string) => `${text.length}:${text}`;

/** The text of a value by which it differs from every other, but for what is left out; null for what is no plain data. */
function keyOf(
  value: unknown,
  node: Node | undefined,
  depth: number,
  into: Gathered,
): string | null {
  if (node?.leaf) {
    const left = leftOut(value, node, into);
    if (left !== null) return left;
  }
  switch (typeof value) {
    case 'string':
      return measured(value);
    case 'number':
    case 'boolean':
      return String(value);
    case 'object':
      break;
    default:
      return null;
  }
  if (value === null) return 'null';
  if (depth >= DEEPEST) return null;
  if (Array.isArray(value)) {
    let list = '[';
    for (let at = 0; at < value.length; at++) {
      const item = node?.items[at];
      if (node && node.items.length > 0 && !item) return null;
      const one = keyOf(value[at], item, depth + 1, into);
      if (one === null) return null;
      list += `${one},`;
    }
    return `${list}]`;
  }
  if (!isPlainObject(value)) return null;
  let object = '{';
  const below = node && node.below.size > 0 ? node.below : null;
  for (const field of Object.keys(value)) {
    const at = below?.get(field);
    // A field that no run has.
    if (below && !at) return null;
    const one = keyOf(value[field], at, depth + 1, into);
    if (one === null) return null;
    object += `${at ? at.sign : measured(field)}${one},`;
  }
  return `${object}}`;
}

/** What stands in the key for a value that is left out; null where the value says something else and stays in. */
function leftOut(value: unknown, node: Node, into: Gathered): string | null {
  switch (node.leaf) {
    case 'quantity':
      if (typeof value !== 'number' || !(value >= node.least && value <= node.most)) return null;
      into.numbers.push(value);
      into.pointers.push(node.pointer);
      return '#';
    case 'number':
      return typeof value === 'number' && value >= node.least && value <= node.most ? '#' : null;
    case 'text':
      if (typeof value !== 'string' || value.length > LIMITS.textLength) return null;
      if (node.pointer === '/name') into.name = value;
      return '#';
    default:
      if (typeof value !== 'string' || !isInstant(value)) return null;
      into[node.pointer === '/start' ? 'start' : 'end'] = value;
      return `@${value.slice(0, 4)}`;
  }
}
