import { number, optionalText, type Row, reference, text } from '../column.ts';

/** `data/coefficients.csv`: constants of methods, and rules of servers; exact by definition. */
export const coefficientColumns = {
  id: text('key: whose.what, then of which'),
  value: number('the constant'),
  unit: text('its unit; 1 = dimensionless'),
  source_id: reference('where it comes from', 'sources'),
  note: optionalText('what else to know'),
};
export type CoefficientRow = Row<typeof coefficientColumns>;
