import type { Edition } from '@ml-emissions/data';

/** Languages in which people name countries; each knows its own country's name for itself. */
const LANGUAGES =
  'en fr de es it pt nl sv da nb fi is pl cs sk hu ro bg el tr uk ru lt lv et sl hr vi id ms ja ko zh hi ar he th'.split(
    ' ',
  );

/** Letters that no decomposition takes apart. */
const FOLDED: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  ß: 'ss',
  æ: 'ae',
  đ: 'd',
  ı: 'i',
};

/** A name as it is compared: lower case, without accents, marks and an article. */
export const plainName = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[łøßæđı]/g, (letter) => FOLDED[letter] ?? letter)
    .replace(/[’']/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/^the /, '')
    .trim();

/** Names that begin or end like another country's: Korea with a title is no South Korea. */
const OFFICIAL: Readonly<Record<string, string>> = {
  'democratic peoples republic of korea': 'KP',
  'korea democratic peoples republic of': 'KP',
  dprk: 'KP',
};

/** A country by one of its names. */
interface CountryNamed {
  readonly id: string;
  readonly isEnglish: boolean;
}

/**
 * Countries by the names that they have in some thirty languages.
 *
 * @returns zones by plain name
 * Source: Unicode CLDR territory names, as the platform has them (`Intl.DisplayNames`).
 */
export function countryNames(edition: Edition): ReadonlyMap<string, CountryNamed> {
  return edition.once('country names', () => {
    const byName = new Map(
      Object.entries(OFFICIAL).map(([name, id]): [string, CountryNamed] => [
        name,
        { id, isEnglish: true },
      ]),
    );
    const countries = edition.zones.filter(({ kind }) => kind === 'country');
    for (const language of LANGUAGES) {
      const isEnglish = language === 'en';
      for (const style of ['long', 'short'] as const) {
        const names = new Intl.DisplayNames([language], {
          type: 'region',
          style,
          fallback: 'none',
        });
        for (const { id } of countries) {
          const name = plainName(nameOf(names, id));
          for (const one of [name, name.replace(/ sar(?: china)?$/, '')]) {
            if (one.length > 1 && !byName.has(one)) byName.set(one, { id, isEnglish });
          }
          if (name.endsWith(' sar china')) {
            byName.set(name.replace(/ china$/, ''), { id, isEnglish });
          }
        }
      }
    }
    return byName;
  });
}

/** '' for codes that the platform does not know. */
function nameOf(names: Intl.DisplayNames, id: string): string {
  return /^[A-Z]{2}$/.test(id) ? (names.of(id) ?? '') : '';
}
