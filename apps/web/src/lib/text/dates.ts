import type { Language } from './languages.ts';

/** Days stand before months in English too, as its spelling here is British. */
const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', fr: 'fr' };

/**
 * Says dates in a language; making one takes a millisecond.
 *
 * @param options as of `Intl.DateTimeFormat`
 */
export function datesIn(
  language: Language,
  options: Intl.DateTimeFormatOptions,
): (when: Date | number) => string {
  const format = new Intl.DateTimeFormat(LOCALES[language], options);
  if (language !== 'fr') return (when) => format.format(when);
  return (when) => {
    const parts = format.formatToParts(when);
    const hasMonth = parts.some(({ type }) => type === 'month');
    // The first of a month is an ordinal in French, which the standard library does not know.
    const said = (type: string, value: string) =>
      type === 'day' && value === '1' && hasMonth ? '1er' : value;
    return parts.map(({ type, value }) => said(type, value)).join('');
  };
}
