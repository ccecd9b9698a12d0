import { choice, integer, number, optionalNumber, text } from '../column.ts';
import { provenance } from './vocabulary.ts';

/** `data/gwp.csv`: what a kilogram of a gas warms, beside a kilogram of CO2. */
export const gwpColumns = {
  gas: text('chemical formula'),
  report: choice('assessment report of the IPCC', ['AR5', 'AR6']),
  horizon_years: integer('years over which the warming is added up', { min: 20, max: 500 }),
  gwp: number('kg CO2e per kg of the gas', { min: 0, max: 100_000 }),
  ...provenance,
};

/** `data/context.csv`: what the world emits and uses, and what was found out about offsets. */
export const contextColumns = {
  id: text('key'),
  value: optionalNumber('the figure', { min: 0, max: 1e9 }),
  unit: choice('its unit', ['Gt CO2e', 't CO2 a person', 'TWh', 'percent']),
  year: integer('year that it is of; of a study, of its publication', { min: 1990, max: 2100 }),
  ...provenance,
};
