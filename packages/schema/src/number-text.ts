const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

/**
 * Text as a person types it -> the number that it says, else the text itself, so that a problem can quote it.
 *
 * @param text from a flag or a form field
 * @returns a number for `8`, ` 0.5 `, `1e6`; the text for `1,5`, `x`, `NaN`, ``
 */
export function asTyped(text: string): number | string {
  const trimmed = text.trim();
  return NUMBER.test(trimmed) ? Number(trimmed) : text;
}

/** The same, with `50%` read as 0.5. */
export function asShare(text: string): number | string {
  const trimmed = text.trim();
  if (!trimmed.endsWith('%')) return asTyped(text);
  const percent = asTyped(trimmed.slice(0, -1));
  return typeof percent === 'number' ? percent / 100 : text;
}
