/** A number whose digits were put together, and whether that leaves room for doubt. */
export interface Ungrouped {
  readonly text: string;
  readonly isDoubtful: boolean;
}

/** `1 000`, with any of the blanks that typesetters use. */
const BLANKS = /(?<![\d.,])\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?![\d.,])/g;
/** `2,048`: a comma before three digits parts thousands in English; elsewhere few write three decimals of an hour. */
const COMMAS = /(?<![\d.,])[1-9]\d{0,2}(?:,\d{3})+(?![\d,])/g;
/** `184.320` has thousands in German, and three decimals in English. */
const POINT = /(?<![\d.,])[1-9]\d{0,2}\.\d{3}(?![\d.,])/;
const TWICE = /,\d{3},/;

/**
 * A text with a unit, its thousands without what parts them.
 *
 * @example ungrouped('2,048 GPU hours') // { text: '2048 GPU hours', isDoubtful: true }
 */
export function ungrouped(text: string): Ungrouped {
  let isDoubtful = POINT.test(text);
  const joined = text
    .replace(BLANKS, (digits) => digits.replace(/\s/g, ''))
    .replace(COMMAS, (digits) => {
      isDoubtful ||= !TWICE.test(digits);
      return digits.replaceAll(',', '');
    });
  return { text: joined, isDoubtful };
}
