const MARKS = /\p{M}/gu;
const ASCII = /^[ -~]*$/;
const NOT_WORD = /[^\p{L}\p{N}]+/u;
// "80 GB" and "80GB" are one word to a person.
const SIZE = /(\d)\s+(gb|gib|g)\b/g;

/** Vendor words that people add or leave out at will. */
const NOISE = new Set([
  'nvidia',
  'amd',
  'intel',
  'google',
  'apple',
  'tesla',
  'gpu',
  'the',
  'cloud',
]);

/** Whether a word may become one of those: `gp` on the way to GPU. */
export const beginsNoise = (word: string): boolean =>
  [...NOISE].some((one) => one.startsWith(word));

/** Lower case, no accents: `São Paulo` -> `sao paulo`. */
export function plain(text: string): string {
  // Nearly all names are plain letters already, and a page reads thousands before it can answer.
  if (ASCII.test(text)) return text.toLowerCase().trim();
  return text.normalize('NFKD').replace(MARKS, '').toLowerCase().trim();
}

/** The words of a name, plain: `A100-SXM4-80GB` -> a100, sxm4, 80gb. */
function words(text: string): string[] {
  return plain(text).replace(SIZE, '$1$2').replaceAll('gib', 'gb').split(NOT_WORD).filter(Boolean);
}

/** The words that tell one thing from another, or all of them where only noise is left. */
export function tellingWords(text: string): string[] {
  const all = words(text);
  const telling = all.filter((word) => !NOISE.has(word));
  return telling.length > 0 ? telling : all;
}

/** The same for any order and any dashes: sorted telling words. */
export const wordKey = (text: string): string => tellingWords(text).toSorted().join(' ');

const ASIDE = /\([^)]*\)/g;
/** Words about a thing that are no part of its name: `TPU v3 chip`, `US average`. */
const ABOUT = /\b(?:chips?|cards?|systems?|nodes?|servers?|clusters?|gpus?|average|mean|idle)\b/g;

/** A name without asides and words about it: `Finland (LUMI)` -> finland, `P100 system` -> p100. */
export function bareName(text: string): string {
  return plain(text).replace(ASIDE, ' ').replace(ABOUT, ' ').replace(/\s+/g, ' ').trim();
}
