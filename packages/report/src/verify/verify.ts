import type { Format, FormatOptions } from '../format.ts';
import { FORMATS } from '../formats.ts';
import type { Report } from '../report.ts';
import type { FoundTrailer, Trailer } from '../trailer.ts';
import {
  type Change,
  changesAlong,
  changesBack,
  changesOfParts,
  wordsAround,
} from './differences.ts';
import { factsAgree, namesOf } from './facts.ts';
import { lineOf, type Markup, type Token, type Tokens, tokensOf } from './tokens.ts';

/** One thing that a text does not say as its report does. */
export interface Difference {
  /** The line of the text, from 1; null where nothing like it stands there. */
  readonly line: number | null;
  /** What stands there, with the words around it; '' where nothing does. */
  readonly stands: string;
  /** What the inputs give. */
  readonly should: string;
  /** Whether a figure or a name is another; false where only words are. */
  readonly isFact: boolean;
}

/** What became of one report in a text. */
export interface Verified {
  /** The name of the format that it was found to be in. */
  readonly format: string;
  readonly differences: readonly Difference[];
  /** Numbers of the report that were looked for in the text. */
  readonly figures: number;
  /** Why the report could not be put into this text again; null where it could, or needs not. */
  readonly refused: string | null;
  /** Whether another version wrote it, so that its sentences may be worded otherwise. */
  readonly isOtherVersion: boolean;
}

/** Words around a change that make it known again. */
const AROUND = 3;

/** How a format sets its text. */
function markupOf({ mediaType }: Format): Markup {
  if (mediaType.endsWith('json')) return 'json';
  if (mediaType === 'application/x-tex') return 'tex';
  return mediaType === 'image/svg+xml' ? 'xml' : 'markdown';
}

/** What is shorter is no sentence: `8. Experiments`. */
const LEAST_PART = 3;

/** Sentences, rows and headings: each has to stand together, others may stand between them. */
function partsOf({ plain, list }: Tokens): Token[][] {
  const parts: Token[][] = [];
  let last: Token | undefined;
  for (const token of list) {
    const between = last ? plain.slice(last.to, token.from) : '\n';
    const isLong = (parts.at(-1)?.length ?? 0) >= LEAST_PART;
    const isSentence = isLong && /[.!?]\S*\s+/.test(between) && /^\p{Lu}/u.test(token.text);
    const isNew = between.includes('\n') || isSentence;
    if (isNew) parts.push([]);
    parts.at(-1)?.push(token);
    last = token;
  }
  return parts;
}

/** What differs between a report that is one whole and a text that holds it, seen from the line of provenance. */
function changesOfWhole(should: Tokens, text: Tokens, mark: number): Change[] {
  const own = should.marks[0] ?? should.list.length;
  const back = changesBack(should.list.slice(0, own), text.list.slice(0, mark));
  return [...back, ...changesAlong(should.list.slice(own), text.list.slice(mark), mark)];
}

interface Compared {
  readonly format: Format;
  readonly changes: readonly { readonly change: Change; readonly should: Tokens }[];
  readonly text: Tokens;
  readonly figures: number;
  readonly refused: string | null;
}

const numbersIn = ({ list }: Tokens) => list.filter(({ isNumber }) => isNumber).length;

/** A report as a format, compared with a text at each place of its line of provenance. */
function compare(
  text: string,
  report: Report,
  format: Format,
  options: FormatOptions,
  found: FoundTrailer,
): Compared {
  const markup = markupOf(format);
  const { language } = report;
  const stands = tokensOf(text, markup, language);
  const rendered = asWas(format.write(report, options), report, found.trailer);
  const should = tokensOf(rendered, markup, language);
  const figures = numbersIn(should);
  // What was put there once may be put there again, whatever it says now.
  const all = Object.fromEntries(Object.keys(format.options).map((name) => [name, true]));
  const merged = format.merge?.(text, report, all);
  if (merged && !merged.ok) {
    return { format, text: stands, figures, changes: [], refused: merged.reason };
  }
  if (merged) {
    const whole = tokensOf(asWas(merged.text, report, found.trailer), markup, language);
    const changes = changesAlong(whole.list, stands.list, 0).map((change) => ({
      change,
      should: whole,
    }));
    return { format, text: stands, figures, changes, refused: null };
  }
  // A report of several runs may carry its line once a run.
  const often = Math.max(1, should.marks.length);
  const copies = found.places.filter((_, index) => index % often === 0);
  const changes = copies.flatMap((place, index) => {
    const mark = stands.marks[place] ?? stands.list.length;
    if (markup === 'json' || markup === 'xml') return changesOfWhole(should, stands, mark);
    const before = copies[index - 1];
    return changesOfParts(partsOf(should), stands.list, {
      from: before === undefined ? 0 : (stands.marks[before] ?? 0),
      mark,
      to: copies.length > 1 ? mark : stands.list.length,
    });
  });
  return {
    format,
    text: stands,
    figures,
    changes: changes.map((change) => ({ change, should })),
    refused: null,
  };
}

/** A text with the hash that its tables had: that the data has changed since is said apart. */
function asWas(text: string, { runs }: Report, { editions }: Trailer): string {
  let was = text;
  for (const { edition } of runs)
    was = was.replaceAll(edition.hash, editions[edition.id] ?? edition.hash);
  return was;
}

/** The format that a line of provenance names; of a line that names none, that which has least to change. */
function likeliest(text: string, report: Report, found: FoundTrailer): Compared | null {
  const { format: name, options = {} } = found.trailer;
  const all: readonly Format[] = Object.values(FORMATS);
  const named = all.filter((one) => (name === undefined ? one.hasTrailer : one.name === name));
  const compared = named.map((format) => compare(text, report, format, options, found));
  const lost = ({ changes }: Compared) =>
    changes.reduce((sum, { change }) => sum + change.should.length + change.stands.length, 0);
  const share = (one: Compared) =>
    one.refused === null ? lost(one) / Math.max(1, one.figures) : Number.POSITIVE_INFINITY;
  return compared.reduce<Compared | null>(
    (best, one) => (best === null || share(one) < share(best) ? one : best),
    null,
  );
}

/**
 * A text compared with the report that its line of provenance gives when it is written again: every sentence, row and
 * heading has to stand there to the letter. Markup, line ends, spaces and what stands around and between them are free.
 *
 * @param text a report, or a document that one stands in
 * @param found one of its lines of provenance
 * @param report of the result that the line's inputs give, with the day, the version and the language of the line
 * @param options `isReworded`: only figures and names have to stand there; `version`: of this package
 * @returns null where the line names a format that this version does not have
 */
export function verified(
  text: string,
  found: FoundTrailer,
  report: Report,
  { isReworded, version }: { readonly isReworded: boolean; readonly version: string },
): Verified | null {
  const isOtherVersion = found.trailer.version !== version;
  const compared = likeliest(text, report, found);
  if (!compared) return null;
  const { format, changes, text: stands, figures, refused } = compared;
  const names = namesOf(report);
  const differences = changes.map(({ change, should }): Difference => {
    const first = should.list.indexOf(change.should[0] as Token);
    const at =
      change.at === null ? undefined : stands.list[Math.min(change.at, stands.list.length - 1)];
    return {
      line: at === undefined ? null : lineOf(stands, at),
      stands:
        change.at === null ? '' : wordsAround(stands, change.at, change.stands.length, AROUND),
      should:
        first < 0
          ? ''
          : wordsAround(should, first, change.should.length, change.at === null ? 0 : AROUND),
      isFact: !factsAgree(change.should, change.stands, names, isOtherVersion, report.language),
    };
  });
  return {
    format: format.name,
    figures,
    refused,
    isOtherVersion,
    differences:
      isReworded || isOtherVersion ? differences.filter(({ isFact }) => isFact) : differences,
  };
}
