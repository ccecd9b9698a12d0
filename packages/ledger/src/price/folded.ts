import { amountOf, type Run } from '@ml-emissions/model';
import type { FigureRates, RateRow, RateTerm } from '@ml-emissions/rates';

const COUNT = /^\/hardware\/(\d+)\/count$/;
const POWER = /^\/hardware\/\d+\/powerW$/;
const INSTANCES = '/instanceCount';
const POWER_OF_JOB = '/hardware/0/powerW';

/**
 * The rates of a shape with chips of several kinds or of a rented machine, whose counts are part of the shape, as rates of what a job tells:
 * counts go into the coefficients, and the mean power of a chip is one number.
 *
 * @param row of `ratesOf`
 * @param run of the shape
 * @returns the row as it is where there is one kind of chips, and no rented machine
 */
export function folded(row: RateRow, { hardware, instance }: Run): RateRow {
  if (hardware.length < 2 && instance === undefined) return row;
  const foldedTerm = (term: RateTerm): RateTerm => {
    let { coefficient } = term;
    const quantities = term.quantities.flatMap((pointer) => {
      // Jobs are of one rented machine each: what a bill counts is hours.
      if (pointer === INSTANCES) return [];
      const index = COUNT.exec(pointer)?.[1];
      if (index === undefined) return [POWER.test(pointer) ? POWER_OF_JOB : pointer];
      coefficient *= amountOf(hardware[Number(index)]?.count ?? 1);
      return [];
    });
    return { ...term, coefficient, quantities };
  };
  const figures = Object.entries(row.figures).map(([name, rates]: [string, FigureRates]) => [
    name,
    { ...rates, terms: rates.terms.map(foldedTerm) },
  ]);
  return { ...row, figures: Object.fromEntries(figures) };
}
