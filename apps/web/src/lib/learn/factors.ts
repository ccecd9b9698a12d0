import { numberIn, type Row, rowsOf } from './tables.ts';

/** The gases of `gwp.csv`, from what one emits most of to what warms most. */
export const GASES = ['CO2', 'CH4', 'N2O', 'CF4', 'NF3', 'SF6'] as const;

/** The factors of greenhouse gases. */
export const factors = (): Promise<readonly Row[]> => rowsOf('gwp');

/**
 * What a kilogram of a gas warms, in kg CO2e.
 *
 * @param rows of `gwp.csv`
 * @param which report and years: `AR6 100`
 */
export function factorOf(rows: readonly Row[], gas: string, which: string): number {
  const row = rows.find((one) => one.gas === gas && `${one.report} ${one.horizon_years}` === which);
  const value = row ? numberIn(row, 'gwp') : null;
  if (value === null) throw new Error(`no factor of ${gas} by ${which}`);
  return value;
}
