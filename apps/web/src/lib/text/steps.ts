import type { Sensitivity } from '@ml-emissions/calculator';
import { stepName as nameOf } from '@ml-emissions/words';
import { calculate } from './words.ts';

/** A step of the receipt in words, at the start of a line: `tdp-2` is "Rated power of one chip 2". */
export function stepName(step: string): string {
  const name = nameOf(step, calculate().names);
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** What would settle a factor, in words; the rated power of chips that were metered matters for their host only. */
export const settles = ({ said }: Sensitivity, field: string | null): string =>
  calculate().settle[field === 'cpu' ? 'settle-host' : said.code];
