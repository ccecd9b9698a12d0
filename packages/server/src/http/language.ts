/** Languages in which sentences are told. */
export type LanguageCode = 'en' | 'fr';

/**
 * The language that a client likes best of those that there are; English where it says nothing or likes none.
 *
 * @param header Accept-Language
 * @example languageOf('de, fr-CA;q=0.8, en;q=0.5') // 'fr'
 */
export function languageOf(header: string | undefined): LanguageCode {
  if (header === undefined) return 'en';
  const liked = { en: 0, fr: 0 };
  for (const part of header.slice(0, LONGEST).split(',')) {
    const [range = '', ...params] = part.trim().toLowerCase().split(';');
    const weight = weightOf(params);
    const [code = ''] = range.split('-');
    if (code === 'fr') liked.fr = Math.max(liked.fr, weight);
    if (code === 'en') liked.en = Math.max(liked.en, weight);
  }
  return liked.fr > liked.en ? 'fr' : 'en';
}

/** A longer header is no wish of a person. */
const LONGEST = 500;

function weightOf(params: readonly string[]): number {
  const [, text] = /^\s*q=([\d.]+)\s*$/.exec(params.find((one) => one.includes('q=')) ?? '') ?? [];
  const weight = Number(text ?? 1);
  return Number.isFinite(weight) ? weight : 0;
}
