import type { EstimateResult } from '@ml-emissions/calculator';
import { language } from './format.ts';
import { plain } from './plain.ts';

/** What grids that are no countries are called in French; empty until a page that lists them has fetched it. */
let inFrench: Readonly<Record<string, string>> = {};
export const nameInFrench = (names: typeof inFrench): void => {
  inFrench = names;
};

const COUNTRY = /^[A-Z]{2}$/;
const known = new Map<string, Intl.DisplayNames>();

/**
 * What a country is called in the language of the page.
 *
 * @param code ISO 3166-1 alpha-2, or a grid's own, which keeps the tables' name where `fetchGridNames` has no other
 * @param english the tables' own name
 */
export function placeName(code: string, english: string): string {
  if (!COUNTRY.test(code)) {
    const own = language() === 'fr' ? inFrench[code] : undefined;
    return own ?? (english || code);
  }
  let names = known.get(language());
  if (!names) {
    names = new Intl.DisplayNames(language(), { type: 'region', fallback: 'none' });
    known.set(language(), names);
  }
  return names.of(code) ?? (english || code);
}

/** The grid that a result takes its intensity from, by its name; null where it was given. */
export function gridName(
  result: Pick<EstimateResult, 'carbonIntensityGPerKwh' | 'receipt'>,
): string | null {
  const { zone } = result.carbonIntensityGPerKwh;
  if (zone === null) return null;
  const said = result.receipt.find(({ step }) => step === 'carbon-intensity')?.said;
  const place = said?.code === 'grid' ? said.place : null;
  return placeName(zone, place?.code === 'quoted' ? place.text : '');
}

/** Words one space apart. */
const spaced = (text: string): string =>
  plain(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Whether a name, or a word of it, begins with what was typed. */
export const isBegunBy = (name: string, typed: string): boolean =>
  ` ${spaced(name)}`.includes(` ${spaced(typed)}`);
