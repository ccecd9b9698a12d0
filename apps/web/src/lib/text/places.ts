import { language } from './format.ts';
import { plain } from './plain.ts';

const COUNTRY = /^[A-Z]{2}$/;
const known = new Map<string, Intl.DisplayNames>();

/**
 * What a country is called in the language of the page.
 *
 * @param code ISO 3166-1 alpha-2; other grids keep the name that the tables have
 * @param english the tables' own name
 */
export function placeName(code: string, english: string): string {
  if (!COUNTRY.test(code)) return english || code;
  let names = known.get(language());
  if (!names) {
    names = new Intl.DisplayNames(language(), { type: 'region', fallback: 'none' });
    known.set(language(), names);
  }
  return names.of(code) ?? (english || code);
}

/** Words one space apart. */
const spaced = (text: string): string =>
  plain(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Whether a name, or a word of it, begins with what was typed. */
export const isBegunBy = (name: string, typed: string): boolean =>
  ` ${spaced(name)}`.includes(` ${spaced(typed)}`);
