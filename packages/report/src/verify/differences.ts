import type { Token, Tokens } from './tokens.ts';

/** Words of a report that a text does not have as they were written. */
export interface Change {
  /** As the report has them, rendered again; none where the text has something more. */
  readonly should: readonly Token[];
  /** As the text has them; none where they are missing. */
  readonly stands: readonly Token[];
  /** Where in the text; null where nothing like it stands there. */
  readonly at: number | null;
}

/** So many equal words in a row make two texts agree again. */
const AGREES = 3;
/** Further apart, two texts are told as one change. */
const FURTHEST = 400;
/** A sentence of which less is left is missing, not changed. */
const LEAST_SHARE = 0.4;
/** So many words about a place, a sentence may begin. */
const ABOUT = 8;
/** Words that make a sentence known again whatever its figures are. */
const ENOUGH_WORDS = 3;

/** Whether two tokens say the same. */
function isSame(a: Token | undefined, b: Token | undefined): boolean {
  if (a === undefined || b === undefined || a.isNumber !== b.isNumber) return false;
  if (a.text === b.text) return true;
  if (a.isNumber) return /e/i.test(a.text + b.text) && Number(a.text) === Number(b.text);
  // A heading may be set in other letters; `Wh` and `MWh` may not.
  return a.text.length > AGREES && a.text.toLowerCase() === b.text.toLowerCase();
}

const agrees = (should: readonly Token[], stands: readonly Token[], i: number, j: number) => {
  const many = Math.min(AGREES, should.length - i);
  for (let k = 0; k < many; k += 1) if (!isSame(should[i + k], stands[j + k])) return false;
  return true;
};

/** The least of both that has to be left out until they agree again. */
function gap(
  should: readonly Token[],
  stands: readonly Token[],
  i: number,
  j: number,
): readonly [number, number] {
  for (let sum = 1; sum <= FURTHEST; sum += 1) {
    for (let skip = 0; skip <= sum; skip += 1) {
      // A word for a word before a word more or less.
      const ahead = Math.ceil(sum / 2) + (skip % 2 === 0 ? skip / 2 : -(skip + 1) / 2);
      if (ahead < 0 || ahead > sum || i + ahead > should.length) continue;
      const inText = sum - ahead;
      if (i + ahead === should.length && inText !== ahead) continue;
      if (agrees(should, stands, i + ahead, j + inText)) return [ahead, inText];
    }
  }
  const rest = should.length - i;
  return [rest, rest];
}

/**
 * What differs between words and a text that begins with them.
 *
 * @param should words of the report
 * @param stands words of the text; what follows the report's is none of its
 * @param at where `stands` begins in the text
 */
export function changesAlong(
  should: readonly Token[],
  stands: readonly Token[],
  at: number,
): Change[] {
  const changes: Change[] = [];
  let i = 0;
  let j = 0;
  while (i < should.length) {
    if (isSame(should[i], stands[j])) {
      i += 1;
      j += 1;
      continue;
    }
    const [ahead, inText] = gap(should, stands, i, j);
    changes.push({
      should: should.slice(i, i + ahead),
      stands: stands.slice(j, j + inText),
      at: at + j,
    });
    i += ahead;
    j += inText;
  }
  return changes;
}

/** The same from the end of both backwards. */
export function changesBack(should: readonly Token[], stands: readonly Token[]): Change[] {
  return changesAlong(should.toReversed(), stands.toReversed(), 0)
    .map((change) => ({
      should: change.should.toReversed(),
      stands: change.stands.toReversed(),
      at: stands.length - (change.at ?? 0) - change.stands.length,
    }))
    .toReversed();
}

/** Whether a sentence stands at a place, whatever its figures. */
function standsAt(part: readonly Token[], text: readonly Token[], at: number): boolean {
  return part.every((one, index) => {
    const other = text[at + index];
    return one.isNumber ? other?.isNumber === true : isSame(one, other);
  });
}

/** Where in a text one copy of a report is looked for, in words from its beginning. */
export interface Stretch {
  readonly from: number;
  /** The words before its line of provenance. */
  readonly mark: number;
  readonly to: number;
}

/** Where a sentence stands, its figures apart: the nearest place before another, else the nearest after it. */
function nearest(
  part: readonly Token[],
  text: readonly Token[],
  before: number,
  { from, to }: Stretch,
): number | null {
  const isKnown = part.filter(({ isNumber }) => !isNumber).length >= ENOUGH_WORDS;
  const fits = (at: number) =>
    standsAt(part, text, at) &&
    (isKnown || part.every((one, index) => isSame(one, text[at + index])));
  for (let at = before - part.length; at >= from; at -= 1) if (fits(at)) return at;
  for (let at = Math.max(from, before - part.length + 1); at <= to - part.length; at += 1)
    if (fits(at)) return at;
  return null;
}

/** Where in a stretch of the text most words of a sentence stand together; null where too few do. */
function likeliest(
  part: readonly Token[],
  text: readonly Token[],
  { from, to }: { readonly from: number; readonly to: number },
): number | null {
  const wanted = new Map<string, number>();
  for (const { text: word } of part) wanted.set(word, (wanted.get(word) ?? 0) + 1);
  let score = 0;
  // Of each word as many count as the sentence has.
  const take = (word: string, by: 1 | -1) => {
    const left = wanted.get(word);
    if (left === undefined) return;
    if (by === 1 ? left > 0 : left >= 0) score += by;
    wanted.set(word, left - by);
  };
  let best = LEAST_SHARE * part.length;
  let found: number | null = null;
  for (let at = from; at < to; at += 1) {
    take(text[at]?.text ?? '', 1);
    if (at - from >= part.length) take(text[at - part.length]?.text ?? '', -1);
    if (score > best) {
      best = score;
      found = Math.max(from, at - part.length + 1);
    }
  }
  return found;
}

/** The changes of a sentence that stands about at a place: from where they are least. */
function changesAbout(
  part: readonly Token[],
  text: readonly Token[],
  about: number,
  { from, to }: { readonly from: number; readonly to: number },
): Change[] {
  const size = (changes: readonly Change[]) =>
    changes.reduce((sum, { should, stands }) => sum + should.length + stands.length, 0);
  let least: Change[] | null = null;
  for (let at = Math.max(from, about - ABOUT); at <= about + ABOUT && at < to; at += 1) {
    const changes = changesAlong(part, text.slice(at, at + 2 * part.length + ABOUT), at);
    if (least === null || size(changes) < size(least)) least = changes;
  }
  return least ?? [];
}

/**
 * What of a report's sentences a text does not have as they were written. Each is looked for where it stands nearest
 * before the next one, and before the line of provenance; where only its figures differ, that is the place.
 *
 * @param parts the sentences, rows and headings of the report, in order
 * @param text what they should stand in
 * @param stretch where in it
 */
export function changesOfParts(
  parts: readonly (readonly Token[])[],
  text: readonly Token[],
  stretch: Stretch,
): Change[] {
  let before = stretch.mark;
  const places = parts
    .toReversed()
    .map((part) => {
      const at = nearest(part, text, before, stretch);
      if (at !== null) before = at;
      return at;
    })
    .toReversed();
  return parts.flatMap((part, index): Change[] => {
    const at = places[index] ?? null;
    if (at !== null) return changesAlong(part, text.slice(at, at + part.length), at);
    const previous = places.slice(0, index).findLastIndex((one) => one !== null);
    const next = places.slice(index).find((one) => one !== null) ?? stretch.mark;
    const from =
      previous < 0 ? stretch.from : (places[previous] ?? 0) + (parts[previous]?.length ?? 0);
    const within = from <= next ? { from, to: next } : stretch;
    const found = likeliest(part, text, within);
    if (found === null) return [{ should: part, stands: [], at: null }];
    return changesAbout(part, text, found, within);
  });
}

/** Some words of a text as they stand in it, with a few around them. */
export function wordsAround(
  { plain, list }: Tokens,
  from: number,
  many: number,
  around: number,
): string {
  const first = list[Math.max(0, from - around)];
  const last = list[Math.min(list.length, from + many + around) - 1];
  if (!first || !last) return '';
  return plain.slice(first.from, last.to).replaceAll(/\s+/g, ' ');
}
