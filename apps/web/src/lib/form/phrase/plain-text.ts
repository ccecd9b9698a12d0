import { TAKEN } from './rest.ts';

/** Thousands and decimals as a language writes them; many a text is pasted from another one. */
type Convention = 'comma-groups' | 'point-groups';

const GROUPS: Readonly<Record<Convention, RegExp>> = {
  'comma-groups': /(?<![\p{L}\d.,])[1-9]\d{0,2}(?:,\d{3})+(?![\d,])/gu,
  'point-groups': /(?<![\p{L}\d.,])[1-9]\d{0,2}(?:\.\d{3})+(?![\d.]|\p{L}{2}\d)/gu,
};
/** `1,2, 8 A100`: the comma of a list has a blank behind it. */
const DECIMAL_COMMA = /(?<![\p{L}\d.,])(\d+),(\d+)(?!\d|,\d)/gu;
/** With blanks, as typesetters set them, and as people type them: a zero at the front begins no number. */
const NARROW = /(?<=\d)[\u00a0\u2009\u202f](?=\d{3}(?!\d))/g;
const BLANK = /(?<![\p{L}\d.,]|[x×*]\s*)([1-9]\d{0,2})((?: \d{3})+)(?![\d.,]|\p{L}\d)/gu;
/** `GTX 980 100 h`: a number behind a name may be a part of it. */
const NAME_BEFORE = /\p{L}[\p{L}\d-]*\s+$/u;

function withNumbers(text: string, convention: Convention): string {
  return text
    .replace(GROUPS[convention], (digits) => digits.replace(/[.,]/g, ''))
    .replace(DECIMAL_COMMA, '$1.$2');
}

/** Blanks between thousands are closed, save where the first of them may belong to a name before it. */
const withoutBlanks = (text: string): string =>
  text.replace(NARROW, '').replace(BLANK, (whole, first: string, groups: string, at: number) => {
    const isSure = groups.trimStart().startsWith('0') || !NAME_BEFORE.test(text.slice(0, at));
    return isSure ? first + groups.replaceAll(' ', '') : whole;
  });

/**
 * A text as the readers of its parts take it: one kind of blank and quote, no marks of HTML, numbers without separators.
 *
 * @param text as typed or pasted
 * @param isFrench whether the reader writes 1,5 for one and a half
 * @returns one text for each way in which its numbers may be meant, the likelier first
 * @example waysOf('1,000 h', true) // ['1000 h', '1.000 h']
 */
export function waysOf(text: string, isFrench: boolean): readonly [string, ...string[]] {
  const clean = text
    .replace(NARROW, '')
    .normalize('NFKC')
    .replaceAll(TAKEN, ' ')
    .replace(/<\/?\p{L}[^<>]*>/gu, ' ')
    .replace(/[’‘`]/g, "'")
    .replace(/[\u2212](?=\d)/g, '-')
    .replace(/\s+/g, ' ')
    // `a 3-day run`, `25 A100-days`
    .replace(
      /(?<=\d)-(?=(?:days?|hours?|weeks?|months?|minutes?|jours?|heures?|semaines?|mois)(?!\p{L}))/giu,
      ' ',
    )
    .replace(/(?<=\p{L}-?\d\w*)[-·](?=(?:hours?|hrs?|h|days?|weeks?)(?!\p{L}))/giu, ' ');
  const plain = withoutBlanks(clean);
  const byComma = withNumbers(plain, 'comma-groups');
  const byPoint = withNumbers(plain, 'point-groups');
  if (byComma === byPoint) return [byComma];
  // Both marks in one number, or one of them twice, leave no doubt.
  if (/\d,\d{3}[.,]\d/.test(plain)) return [byComma];
  if (/\d\.\d{3}[.,]\d/.test(plain)) return [byPoint];
  const hasComma = plain.replace(GROUPS['comma-groups'], '') !== plain;
  // In English a comma parts thousands; a point does so in no text that has one of three zeros.
  if (hasComma && !isFrench) return [byComma];
  const isRound = /[.,]000(?!\d)/.test(plain);
  return hasComma === isRound ? [byComma, byPoint] : [byPoint, byComma];
}
