import { expect } from 'vitest';

/**
 * By how much numbers of two answers differ, relative to what is wanted; whatever else is in them must be the same.
 *
 * @returns the largest difference
 */
export function largestDifference(found: unknown, wanted: unknown): number {
  if (typeof found === 'number' && typeof wanted === 'number')
    return found === wanted ? 0 : Math.abs(found - wanted) / Math.abs(wanted);
  if (typeof wanted !== 'object' || wanted === null) {
    if (found !== wanted) expect(found).toEqual(wanted);
    return 0;
  }
  const names = Object.keys(wanted);
  if (Object.keys(found as object).join() !== names.join()) expect(found).toEqual(wanted);
  let most = 0;
  for (const name of names) {
    const part = (of: unknown) => (of as Readonly<Record<string, unknown>>)[name];
    most = Math.max(most, largestDifference(part(found), part(wanted)));
  }
  return most;
}
