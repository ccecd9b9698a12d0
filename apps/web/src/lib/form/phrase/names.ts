import { type Edition, hardwareNamed, isOfHardware, isPlaceNamed } from '@ml-emissions/calculator';
import {
  bare,
  type Found,
  isJoining,
  piecesOf,
  type Said,
  spanOf,
  type Word,
  without,
} from './rest.ts';

/** More words than any name of hardware with its count and its servers has. */
const MOST_WORDS = 16;
const MOST_OF_PLACE = 6;
/** A count in words may begin a name; other joining words do not, and none ends one. */
const COUNT_WORD = /^(?:an?|une?)$/i;

/** The first hardware that a text names: one with a number in it before a mere word. */
export function hardwareIn(edition: Edition, rest: string): Said<readonly string[]> | null {
  return firstHardware(edition, rest, true) ?? firstHardware(edition, rest, false);
}

/** Readings of one text: a long one that holds nothing but words of names is not gone through to its end. */
const MOST_ASKED = 400;

function firstHardware(
  edition: Edition,
  rest: string,
  hasDigit: boolean,
): Said<readonly string[]> | null {
  let asked = 0;
  for (const words of piecesOf(rest)) {
    const known = words.map(({ text }) => isOfHardware(edition, text));
    for (const [from, { text }] of words.entries()) {
      if (isJoining(text) && !COUNT_WORD.test(bare(text))) continue;
      const first = known.indexOf(true, from);
      if (first < 0) break;
      for (let to = Math.min(words.length, from + MOST_WORDS); to > Math.max(from, first); to--) {
        const own = words.slice(from, to);
        if (!isEnd(own)) continue;
        const { at, said } = spanOf(rest, own);
        if (/\d/.test(said) !== hasDigit) continue;
        if (asked++ === MOST_ASKED) return null;
        const named = hardwareNamed(edition, said);
        if (named) return { at, said, value: named.dropped };
      }
    }
  }
  return null;
}

/** A joining word ends no name, and a number behind one is the next part's: `8 T4 and 4 L4`. */
function isEnd(words: readonly Word[]): boolean {
  const [before = '', last = ''] = words.slice(-2).map(({ text }) => text);
  if (words.length === 1) return !isJoining(before);
  return (
    !isJoining(last) && !((isJoining(before) || ENDS.test(before)) && /^\d+$/.test(bare(last)))
  );
}

/** A place as it is named; the provider alone where nothing says which of its regions. */
export interface PlaceNamed {
  readonly text: string;
  readonly provider: string | null;
}

const BEFORE = /^(?:in|on|at|from|en|à|au|aux|dans|chez|sur|via)$/i;
const ARTICLE = /^(?:the|la|le|les|l'|our|a|an)$/i;
/** What a computer is called before its name: `le supercalculateur Jean Zay`. */
const COMPUTER = /^(?:supercalculateur|supercomputer|calculateur|cluster|grappe|machine)$/i;
/** Short words of a sentence that are codes of countries too. */
const NO_CODE = /^(?:a[mst]|b[ey]|d[eou]|i[nst]|la|m[ey]|n[eo]|s[aeio]|to|e[st]|my)$/;
/** Where a name ends: a mark, the next part of the sentence, or the text itself. */
const ENDS = /[,;.:!?)]$/;

/** Places behind a preposition, and those that stand alone between two marks or two parts that were taken out. */
export function placesIn(edition: Edition, rest: string, isAlone: boolean): Found<PlaceNamed> {
  const found: Said<PlaceNamed>[] = [];
  let left = rest;
  for (const words of piecesOf(rest)) {
    for (let from = 0; from < words.length; from++) {
      const hasBefore = BEFORE.test(bare(words[from]?.text ?? ''));
      const isFirst = from === 0 || ENDS.test(words[from - 1]?.text ?? '');
      if (!hasBefore && !(isAlone && isFirst)) continue;
      const place = placeAt(edition, rest, words, hasBefore ? from + 1 : from, !hasBefore);
      if (!place) continue;
      const { at } = words[from] as Word;
      const said = rest.slice(at, place.at + place.said.length);
      found.push({ at, said, value: place.value });
      left = without(left, at, said.length);
      from = place.to - 1;
    }
  }
  return { rest: left, found };
}

function placeAt(
  edition: Edition,
  rest: string,
  words: readonly Word[],
  begin: number,
  isAlone: boolean,
): (Said<PlaceNamed> & { readonly to: number }) | null {
  if (/^\d/.test(bare(words[begin]?.text ?? ''))) return null;
  const article = ARTICLE.test(bare(words[begin]?.text ?? '')) ? begin + 1 : begin;
  const from = COMPUTER.test(bare(words[article]?.text ?? '')) ? article + 1 : article;
  if ((isAlone && article !== begin) || isJoining(words[from]?.text ?? '')) return null;
  for (let to = Math.min(words.length, from + MOST_OF_PLACE); to > from; to--) {
    if (!isEndOfName(words, to, isAlone)) continue;
    const { at, said } = spanOf(rest, words.slice(from, to));
    if (said === '' || NO_CODE.test(said) || isJoining(words[to - 1]?.text ?? '')) continue;
    const [row, ...others] = edition.names.providers.exact(said);
    const provider = row && others.length === 0 ? row.id : null;
    if (provider === null && !isPlace(edition, said)) continue;
    return { at, said, to, value: { text: said, provider } };
  }
  return null;
}

/** Whether a text and all its parts are places: a part that is not is passed over by who reads the whole. */
function isPlace(edition: Edition, text: string): boolean {
  const isKnown = (part: string) =>
    part === '' || edition.names.providers.exact(part).length > 0 || isPlaceNamed(edition, part);
  return isPlaceNamed(edition, text) && text.split(/\s*[,;|()]\s*/).every(isKnown);
}

/** Whether a name may end before a word: `in reading comprehension` is no place. */
function isEndOfName(words: readonly Word[], to: number, isAlone: boolean): boolean {
  const next = words[to];
  if (!next || ENDS.test(words[to - 1]?.text ?? '')) return true;
  return !isAlone && (isJoining(next.text) || /^[\d(–—-]/.test(next.text));
}

/** Two names of one place as one: `AWS` and `Ireland`, `Paris` and `France`; null where they are two. */
export function joined(edition: Edition, a: PlaceNamed, b: PlaceNamed): PlaceNamed | null {
  const ways = [a, b].toSorted(
    (one, other) => Number(other.provider !== null) - Number(one.provider !== null),
  );
  const [first, second] = ways.map(({ text }) => text);
  const texts =
    a.provider === null && b.provider === null
      ? [`${first}, ${second}`, `${second}, ${first}`]
      : [`${first} ${second}`];
  const text = texts.find((one) => isPlaceNamed(edition, one));
  return text === undefined ? null : { text, provider: null };
}
