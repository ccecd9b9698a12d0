import {
  number,
  optionalChoice,
  optionalNumber,
  optionalText,
  type Row,
  requiredList,
  text,
} from '../column.ts';

/** `data/defaults.csv`: every default of the model, with its spread and its evidence. */
export const defaultColumns = {
  id: text('key: what.of-which-kind'),
  value: number('the default'),
  unit: text('its unit; 1 = dimensionless'),
  gsd: optionalNumber('geometric standard deviation; 1 = exact', { min: 1, max: 10 }),
  gsd_of: optionalText('what the spread applies to, where not the value itself'),
  grade: optionalChoice('A: several measurements; B: one or two; C: judgement', ['A', 'B', 'C']),
  applies_to: optionalText('where it is used'),
  source_ids: requiredList('evidence'),
  note: optionalText('what else to know'),
};
export type DefaultRow = Row<typeof defaultColumns>;
