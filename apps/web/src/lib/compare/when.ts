import { CURRENT_EDITION, type EstimateResult, type Option } from '@ml-emissions/calculator';
import { calculator } from '../state/calculator.ts';

/** When the grids are looked at: as the paper prints them, in a year, or when the run says. */
export type When = 'paper' | 'now' | number;

/** The year of the paper. */
const FIRST_YEAR = 2019;
const editionYear = Number.parseInt(CURRENT_EDITION, 10);

/** The stops of the slider, from the paper to today. */
export const WHENS: readonly When[] = [
  'paper',
  ...Array.from({ length: editionYear - FIRST_YEAR }, (_, index) => FIRST_YEAR + index),
  'now',
];

/**
 * The run in hand in all regions, on the grids of a year.
 *
 * @param result of the run
 * @param when a year needs all tables
 */
export function optionsIn({ run }: EstimateResult, when: number | 'now'): readonly Option[] {
  const { start: _start, end: _end, ...timeless } = run;
  const parsed = when === 'now' ? null : calculator().parseRun({ ...timeless, year: when });
  if (parsed && !parsed.ok) return [];
  const compared = calculator().compare(parsed?.run ?? run, { regions: true });
  return compared.ok ? compared.comparison.options : [];
}
