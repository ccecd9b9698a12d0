import { timeFromText } from '@ml-emissions/calculator';
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

/** A length of time as the form's field takes it; null for a rate, which is none: `24 hours a day`. */
export interface TimeSaid {
  readonly text: string;
  readonly hours: number | null;
  readonly isOfChips: boolean;
}

const MOST_WORDS = 7;
/** `4 h100`: a letter with digits behind it is a chip, not an hour with its minutes. */
const CHIP = /^\p{L}+-?\d/u;
const PREPOSITION =
  /(?:^|[\s,(\ue000])(?:for|over|during|within|in|pendant|durant|en|sur)\s+(?:(?:a|un|une)\s+total\s+(?:of|de)\s+)?$/iu;
const RATE =
  /^\s*(?:(?:\/|per|par|each|every|chaque)\s*\p{L}+|an?\s+(?:day|week|month|year|epoch|run))(?!\p{L})/iu;
const BOUND = String.raw`\d+(?:\.\d+)?(?:\s*\p{L}{1,8})?`;
const HIGH = String.raw`(\d+(?:\.\d+)?\s*\p{L}+(?:[\s-](?:hours?|heures?|days?))?)(?!\p{L})`;
const RANGE = new RegExp(
  String.raw`(?<![\p{L}\d.,-])(?:(?:between|entre)\s+${BOUND}\s+(?:and|et)\s+|(?:(?:from|de)\s+)?${BOUND}\s*(?:[-–—]|\s(?:to|à)\s)\s*)${HIGH}`,
  'giu',
);

/** Watts and joules, which are weeks and days in small letters. */
const NO_TIME = /\d\s*[WJ]$/;

/** All lengths of time in a text, each with the preposition before it. */
export function timesIn(rest: string): Found<TimeSaid> {
  const found: Said<TimeSaid>[] = [];
  let left = rest;
  const take = (at: number, said: string, value: TimeSaid) => {
    const before = PREPOSITION.exec(left.slice(0, at))?.[0].replace(/^[,(]/, '') ?? '';
    const from = at - before.length;
    found.push({
      value,
      said: (before + said).trim(),
      at: from + before.length - before.trimStart().length,
    });
    left = without(left, from, before.length + said.length);
  };
  for (const { 0: whole, 1: high = '', index } of rest.matchAll(RANGE)) {
    const time = timeFromText(high);
    if (time) take(index, whole, { text: whole, hours: time.hours, isOfChips: time.isOfChips });
  }
  for (const words of piecesOf(left)) {
    for (let from = 0; from < words.length; from++) {
      const span = longest(left, words.slice(from, from + MOST_WORDS));
      if (!span) continue;
      const [rate = ''] = RATE.exec(left.slice(span.at + span.said.length)) ?? [];
      if (rate !== '') take(span.at, span.said + rate, { text: '', hours: null, isOfChips: false });
      else if (span.model) {
        // The chip stays where it is, for those who look for hardware.
        const at = span.at + span.said.indexOf(span.model);
        take(span.at, span.said, span.value);
        left = left.slice(0, at) + span.model + left.slice(at + span.model.length);
      } else take(span.at, span.said, span.value);
      from += span.words - 1;
    }
  }
  return { rest: left, found: found.toSorted((a, b) => a.at - b.at) };
}

interface Span {
  readonly at: number;
  readonly said: string;
  readonly words: number;
  readonly value: TimeSaid;
  /** A chip whose hours these are. */
  readonly model: string | null;
}

/** The most words from the first one on that are one length of time. */
function longest(rest: string, words: readonly Word[]): Span | null {
  for (let length = words.length; length > 0; length--) {
    const own = words.slice(0, length);
    const { at, said } = spanOf(rest, own);
    // Thousands that belong together have no blank by now.
    if (/^\d+ \d/.test(said)) continue;
    const time = NO_TIME.test(said) ? null : timeFromText(said);
    if (!time) continue;
    const model = own.map(({ text }) => bare(text)).find((one) => CHIP.test(one)) ?? null;
    const isChips = time.isOfChips;
    if (model !== null && !isChips && length > 1) continue;
    const last = bare(own.at(-1)?.text ?? '');
    if (length > 1 && /^\d+$/.test(last) && !isWithMinutes(said, words[length])) continue;
    // `a s`, `un m`: words with a letter are no time.
    if (length > 1 && /^\p{L}+\s+\p{L}$/u.test(said)) continue;
    return {
      at,
      said,
      words: length,
      model: isChips ? model : null,
      value: asTyped(said, time, model),
    };
  }
  return null;
}

/** `1 h 30`, where no name begins with the minutes: `1 h 8 A100`. */
function isWithMinutes(said: string, next: Word | undefined): boolean {
  if (!/^\d+\s*h(?:eures?)?\s+[0-5]\d$/i.test(said)) return false;
  return next === undefined || isJoining(next.text) || /^[,;.)]/.test(next.text);
}

/** Hours alone where they are sure; else as it was typed, which the field tells as it took it. */
function asTyped(
  said: string,
  { hours, isOfChips, isDoubtful }: NonNullable<ReturnType<typeof timeFromText>>,
  model: string | null,
): TimeSaid {
  if (!isOfChips) {
    // A third of an hour is twenty minutes, and no row of threes.
    const short = Number(hours.toPrecision(6));
    const isExact = Math.abs(short - hours) <= hours * Number.EPSILON;
    const text = isDoubtful || !isExact ? said : String(short);
    return { text, hours, isOfChips };
  }
  const short = model === null ? said : said.replace(model, '').replace(/\s+/g, ' ').trim();
  const isRead = timeFromText(short)?.isOfChips === true;
  const text = isRead ? short : `${Number(hours.toPrecision(12))} GPU-hours`;
  return { text, hours, isOfChips };
}
