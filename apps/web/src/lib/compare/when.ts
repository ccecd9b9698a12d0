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

type Run = EstimateResult['run'];

/**
 * A run on the grids of a year; as it is for `now`.
 *
 * @returns null where the calculator does not answer it there
 */
export function inYear(run: Run, when: number | 'now'): Run | null {
  if (when === 'now') return run;
  const { start: _start, end: _end, ...timeless } = run;
  const parsed = calculator().parseRun({ ...timeless, year: when });
  return parsed.ok ? parsed.run : null;
}

/**
 * The run in hand in all regions, on the grids of a year.
 *
 * @param result of the run
 * @param when a year needs all tables
 */
export function optionsIn({ run }: EstimateResult, when: number | 'now'): readonly Option[] {
  const then = inYear(run, when);
  const compared = then && calculator().compare(then, { regions: true });
  return compared?.ok ? compared.comparison.options : [];
}
