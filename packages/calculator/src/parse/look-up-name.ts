import type { NameIndex } from '@ml-emissions/data';
import type { Problem, ProblemCode } from '@ml-emissions/model';
import { problem, quoted } from '@ml-emissions/schema';

const SUGGESTED = 5;

/** One thing that a text names, with what to say of it; or the problem with the text. */
export type Found<Item> =
  | { readonly ok: true; readonly item: Item; readonly others: readonly Item[] }
  | { readonly ok: false; readonly problem: Problem };

/** What is looked for, and how to speak of it. */
export interface NameQuestion<Item> {
  readonly text: string;
  /** JSON Pointer to where the text stands. */
  readonly field: string;
  /** `accelerator`, `region`: for the message. */
  readonly what: string;
  /** Where it was looked for, where the run names an edition; '' else. */
  readonly edition: string;
  readonly expected: string;
  readonly unknown: ProblemCode;
  readonly ambiguous: ProblemCode;
  /** Can be typed in as it stands. */
  readonly label: (item: Item) => string;
  /** The label with what tells the items apart; the label itself by default. */
  readonly describe?: (item: Item) => string;
  /** Whether two items give the same answer, so that it does not matter which was meant. */
  readonly same?: (a: Item, b: Item) => boolean;
}

/**
 * The one item that a text names. Several that would give the same answer: the first, the others told.
 * Several that differ: a problem that lists them. None: a problem with the nearest names.
 */
export function lookUpName<Item>(
  question: NameQuestion<Item> & {
    readonly index: Pick<NameIndex<Item>, 'match' | 'nearest'>;
  },
): Found<Item> {
  const { index, text } = question;
  return theOneOf(question, index.match(text), () => index.nearest(text, SUGGESTED));
}

/**
 * The same where what the text may name is known already.
 *
 * @param rows what it may name, the likeliest first
 * @param near names to suggest where it names nothing
 */
export function theOneOf<Item>(
  question: NameQuestion<Item>,
  rows: readonly Item[],
  near: () => readonly string[],
): Found<Item> {
  const { text, field, what, expected, label, same } = question;
  const [first, ...others] = rows;
  if (first === undefined) {
    const where = question.edition === '' ? '' : ` in edition ${question.edition}`;
    const suggestions = near();
    return {
      ok: false,
      problem: problem(question.unknown, field, text, {
        message: `no ${what} ${quoted(text)}${where}${didYouMean(suggestions)}`,
        expected,
        suggestions,
      }),
    };
  }
  if (others.length === 0 || (same && others.every((other) => same(first, other)))) {
    return { ok: true, item: first, others };
  }
  const all = [first, ...others];
  const told = all.slice(0, 2 * SUGGESTED);
  const suggestions = told.map(label);
  const described = told.map(question.describe ?? label).join(', ');
  return {
    ok: false,
    problem: problem(question.ambiguous, field, text, {
      message: `${quoted(text)} may be ${all.length} different ${plural(what)}: ${described}${all.length > suggestions.length ? ', …' : ''}`,
      expected: `one ${what}`,
      suggestions,
    }),
  };
}

function didYouMean(suggestions: readonly string[]): string {
  return suggestions.length > 0 ? `; did you mean ${suggestions.slice(0, 3).join(', ')}?` : '';
}

/** `country` -> countries, `region of aws` -> regions of aws. */
const plural = (what: string): string =>
  what.replace(/^\w+/, (noun) => (noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : `${noun}s`));
