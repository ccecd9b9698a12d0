import { number, optionalText, type Row, reference, text } from '../column.ts';

/** `data/equivalences.csv`: what people know, in kg CO2e. */
export const equivalenceColumns = {
  id: text('key'),
  name: text('what it is'),
  kg_co2e_per_unit: number('kg CO2e per unit', { min: 1e-6, max: 1e6 }),
  unit: text('the unit counted'),
  edition: optionalText('edition of the source'),
  source_id: reference('where the row comes from', 'sources'),
  note: optionalText('how the value was derived'),
};
export type EquivalenceRow = Row<typeof equivalenceColumns>;
