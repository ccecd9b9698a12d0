const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
/** A part of a chip: `1/7`. */
const FRACTION = /^(\d{1,6})\s*\/\s*([1-9]\d{0,5})$/;

/**
 * Text as a person types it -> the number that it says, else the text itself, so that a problem can quote it.
 *
 * @param text from a flag or a form field
 * @returns a number for `8`, ` 0.5 `, `1e6`, `1/7`; the text for `1,5`, `x`, `NaN`, ``
 */
export function asTyped(text: string): number | string {
  const trimmed = text.trim();
  if (NUMBER.test(trimmed)) return Number(trimmed);
  const [, over, under] = FRACTION.exec(trimmed) ?? [];
  return over === undefined ? text : Number(over) / Number(under);
}

/** The same, with `50%` read as 0.5. */
export function asShare(text: string): number | string {
  const trimmed = text.trim();
  if (!trimmed.endsWith('%')) return asTyped(text);
  const percent = asTyped(trimmed.slice(0, -1));
  return typeof percent === 'number' ? percent / 100 : text;
}

const RANGE = /^(.+?)\.\.(.+?)\.\.(.+)$/;

/** `250..320..410` -> its three texts; null for any other text. */
export function splitRange(
  text: string,
): { readonly value: string; readonly low: string; readonly high: string } | null {
  const [, low, value, high] = RANGE.exec(text.trim()) ?? [];
  if (low === undefined || value === undefined || high === undefined) return null;
  return { value, low, high };
}

const ENDS =
  /^(?:(?:between|from|zwischen|entre|von|de)\s+)?(\d[\d.,\s]*\D*?)\s*(?:-|–|—|\bto\b|\bbis\b|\bà\b|\band\b|\bet\b|\bund\b)\s*(\d.*)$/i;

/**
 * `10-12 hours`, `10 h to 12 h`, `between 250 and 300 W` -> the texts of both ends; null for any other text.
 * A day and its hours are written alike: `2-04` and `2-04:00:00` have no unit and are no range.
 */
export function splitEnds(text: string): { readonly low: string; readonly high: string } | null {
  const [, low, high] = ENDS.exec(text.trim()) ?? [];
  if (low === undefined || high === undefined || !/\p{L}/u.test(high)) return null;
  return { low, high };
}

/**
 * The same, with `250..320..410` read as 320 between 250 and 410.
 *
 * @param text from a flag or a form field
 * @param read how one number is read
 */
export function asAmount(
  text: string,
  read: (one: string) => number | string = asTyped,
): number | string | { readonly value: unknown; readonly low: unknown; readonly high: unknown } {
  const range = splitRange(text);
  if (!range) return read(text);
  const { value, low, high } = range;
  // A unit at the end is of all three: the whole text is read where the field's unit is known.
  if (typeof read(high) === 'string' && typeof read(low) === 'number') return text;
  return { value: read(value), low: read(low), high: read(high) };
}
