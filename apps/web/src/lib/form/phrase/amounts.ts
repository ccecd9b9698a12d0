import type { ServedBy } from '../../state/fields.ts';
import { type Found, isJoining, takeAll, whole } from './rest.ts';

/** How often, in the words of the form; `other` for what it has no word for, null where nothing is said. */
type Per = 'day' | 'month' | 'year' | 'other' | null;

/** A number with what it counts. */
export interface Amount {
  readonly of:
    | Exclude<ServedBy, 'outputTokens'>
    | 'tokens'
    | 'parameters'
    | 'size'
    | 'inputTokensPerRequest'
    | 'outputTokensPerRequest';
  /** As the field of the form reads it: `1.3B`, `7 milliards`. */
  readonly text: string;
  readonly per: Per;
}

const DIGITS = String.raw`(?<![\p{L}\d.,_]|(?:^|[\s(])[-+])(?<digits>\d+(?:\.\d+)?)`;
const MULTIPLE = String.raw`(?:\s?(?<letter>[kmbgt]n?)(?![\p{L}\d])|\s+(?<word>thousand|mille|millions?|billions?|milliards?|trillions?)(?!\p{L}))?`;
const EVERY = '(?:a|per|each|every|par|chaque|/)';
const PER = String.raw`(?:\s*,?\s*(?:${EVERY}\s*(?:(?<day>day|jour)|(?<month>month|mois)|(?<year>year|an|année)|(?<other>s|sec|seconde?|min|minute|h|hr|hour|heure|week|semaine|gpu|chip|puce))|(?<daily>daily)|(?<monthly>monthly)|(?<yearly>yearly|annually))(?!\p{L}))?`;
const EACH = String.raw`\s*(?:each|chacune?|(?:per|par|/)\s*(?:request|query|answer|response|requête|question|réponse|prompt)|/\s*req)(?!\p{L})`;

const NOUNS: readonly (readonly [string, Amount['of']])[] = [
  ['requests?|reqs?|requêtes?|prompts?|calls?|appels?', 'requests'],
  ['quer(?:y|ies)|questions?', 'queries'],
  [String.raw`(?:s|seconds?|secondes?)\s+(?:of|de)\s+vid[ée]os?`, 'videoSeconds'],
  ['images?|pictures?|photos?', 'images'],
  ['(?:training\\s+|output\\s+|generated\\s+)?(?:tokens?|jetons?)', 'tokens'],
  ['(?:trainable\\s+)?param(?:eter|ètre)s?|params?', 'parameters'],
];

const between = String.raw`[\s-]*(?:(?:of|de)\s+|d')?`;

/** What is counted, with how often. */
export function amountsIn(rest: string): Found<Amount> {
  let left = rest;
  const all: Found<Amount>['found'][number][] = [];
  const take = (form: string, of: Amount['of']) => {
    const { rest: after, found } = takeAll(
      left,
      new RegExp(form, 'giu'),
      ({ groups = {} }): Amount => ({
        of,
        text: numberText(groups),
        per: perOf(groups),
      }),
    );
    left = after;
    all.push(...found);
  };
  const tokens = '(?:tokens?|jetons?)';
  take(
    `${DIGITS}${MULTIPLE}${between}(?:input|prompt)\\s+${tokens}${EACH}`,
    'inputTokensPerRequest',
  );
  take(
    `${DIGITS}${MULTIPLE}${between}(?:output\\s+|generated\\s+)?${tokens}${EACH}`,
    'outputTokensPerRequest',
  );
  for (const [noun, of] of NOUNS) take(`${DIGITS}${MULTIPLE}${between}${whole(noun)}${PER}`, of);
  return { rest: left, found: all.toSorted((a, b) => a.at - b.at) };
}

/** Sizes of models by their letter alone: read once amounts and times are taken out, `3.3M GPU hours`. */
export const sizesIn = (rest: string): Found<Amount> =>
  takeAll(rest, SIZE, ({ 0: said, index, groups = {} }): Amount | null =>
    isSize(rest.slice(index + said.length))
      ? { of: 'size', text: numberText(groups), per: null }
      : null,
  );

/** `7B`, also within a name, `Llama-2-70b`: only a large M is a million, and none is apart from its number. */
const SIZE =
  /(?<![\p{L}\d.,_]|(?:^|[\s(])[-+])(?<digits>\d+(?:\.\d+)?)(?<letter>[Bb]|M)(?![\p{L}\d])/gu;

/** What counts something else names it next: `2M steps`. */
function isSize(after: string): boolean {
  const [, next = ''] = /^[ ](\p{L}{4,}s)(?!\p{L})/u.exec(after) ?? [];
  return next === '' || isJoining(next) || /^(?:llms|models|modèles|params)$/i.test(next);
}

function numberText({
  digits = '',
  letter = '',
  word = '',
}: Record<string, string | undefined>): string {
  const multiple = letter.toLowerCase() === 'k' ? 'k' : letter.toUpperCase().replace('N', '');
  return [`${digits}${multiple}`, word.toLowerCase()].filter(Boolean).join(' ');
}

function perOf(groups: Record<string, string | undefined>): Per {
  if (groups.day ?? groups.daily) return 'day';
  if (groups.month ?? groups.monthly) return 'month';
  if (groups.year ?? groups.yearly) return 'year';
  return groups.other ? 'other' : null;
}
