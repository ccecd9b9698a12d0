/**
 * A sentence of the library and what it is in another language. What varies stands in braces, and in the other
 * language as `{}` in the same order, or as `{2}` for the second:
 *
 * - `{}`       any text, kept as it is: names
 * - `{number}` a number, written as the page writes numbers
 * - `{step}`   a step of the receipt, by its name on the page
 * - `{words}`  words that have an entry of their own
 * - `{names}`  names joined by "or", listed with commas
 */
export type Entry = readonly [english: string, local: string];

/** How the page writes what varies in a sentence. */
export interface Show {
  readonly number: (value: number) => string;
  readonly step: (id: string) => string;
}

/** A sentence in the language of the entries, or as it was where no entry fits. */
export interface Translation {
  readonly text: string;
  readonly isTranslated: boolean;
}

interface Pattern {
  /** What must stand before, between and after what varies. */
  readonly literals: readonly string[];
  readonly kinds: readonly string[];
  readonly local: string;
}

interface Compiled {
  /** Sentences in which nothing varies. */
  readonly whole: ReadonlyMap<string, string>;
  /** The others, those with the most fixed text first. */
  readonly patterns: readonly Pattern[];
}

const HOLE = /\{(\w*)\}/;
const LOCAL_HOLE = /\{(\d*)\}/g;
const NUMBER = /^-?[\d.]+(?:e[+-]\d+)?$/;
const STEP = /^[a-z0-9-]+$/;
/** Words within words within a sentence: deeper than the library ever nests them. */
const DEEPEST = 4;

const known = new WeakMap<readonly Entry[], Compiled>();

/**
 * A sentence of the library in the language of the entries.
 * An entry fits only as a whole; of several the one with the most fixed text, then the earlier one, is taken.
 *
 * @param entries compiled once, by identity
 * @param sentence as the library wrote it
 * @param show how numbers and steps are written
 */
export function translated(entries: readonly Entry[], sentence: string, show: Show): Translation {
  const text = entries.length > 0 ? said(compiled(entries), sentence, show, 0) : null;
  return { text: text ?? sentence, isTranslated: text !== null };
}

function compiled(entries: readonly Entry[]): Compiled {
  let found = known.get(entries);
  if (!found) {
    const patterns: Pattern[] = [];
    for (const [english, local] of entries) {
      const parts = english.split(HOLE);
      if (parts.length === 1) continue;
      const at = (odd: number) => parts.filter((_, index) => index % 2 === odd);
      patterns.push({ literals: at(0), kinds: at(1), local });
    }
    const fixed = ({ literals }: Pattern) => literals.join('').length;
    patterns.sort((a, b) => fixed(b) - fixed(a));
    found = { whole: new Map(entries), patterns };
    known.set(entries, found);
  }
  return found;
}

function said(
  { whole, patterns }: Compiled,
  text: string,
  show: Show,
  depth: number,
): string | null {
  const same = whole.get(text);
  if (same !== undefined) return same;
  for (const { literals, kinds, local } of patterns) {
    const values = captured(literals, text);
    if (!values) continue;
    const shown = values.map((value, index): string | null => {
      switch (kinds[index]) {
        case 'number':
          return NUMBER.test(value) ? show.number(Number(value)) : null;
        case 'step':
          return STEP.test(value) ? show.step(value) : null;
        case 'words':
          return depth < DEEPEST ? said({ whole, patterns }, value, show, depth + 1) : null;
        case 'names':
          return value.split(' or ').join(', ');
        default:
          return value;
      }
    });
    if (!shown.includes(null)) return filled(local, shown);
  }
  return null;
}

/** What varies, or null where the fixed text does not stand in that order. Each character is looked at once. */
function captured(literals: readonly string[], text: string): string[] | null {
  const [first = '', ...between] = literals;
  const last = between.pop() ?? '';
  const end = text.length - last.length;
  if (!text.startsWith(first) || !text.endsWith(last)) return null;
  const values: string[] = [];
  let at = first.length;
  for (const literal of between) {
    const next = text.indexOf(literal, at + 1);
    if (next < 0 || next + literal.length > end) return null;
    values.push(text.slice(at, next));
    at = next + literal.length;
  }
  if (at >= end) return null;
  values.push(text.slice(at, end));
  return values;
}

function filled(local: string, values: readonly (string | null)[]): string {
  let next = 0;
  return local.replace(LOCAL_HOLE, (_, place: string) => {
    const index = place === '' ? next++ : Number(place) - 1;
    return values[index] ?? '';
  });
}
