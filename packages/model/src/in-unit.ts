/** A figure in a unit that people read it in. */
export interface InUnit {
  readonly value: number;
  readonly unit: string;
}

/** A unit by its name, and how many of the base unit it is: of kg, or of kWh. */
export interface Unit {
  readonly factor: number;
  readonly name: string;
}

/** Units of mass, the largest first. */
export const MASS_UNITS: readonly Unit[] = [
  { factor: 1000, name: 't' },
  { factor: 1, name: 'kg' },
  { factor: 1e-3, name: 'g' },
  { factor: 1e-6, name: 'mg' },
  { factor: 1e-9, name: 'µg' },
  { factor: 1e-12, name: 'ng' },
];
/** Units of energy, the largest first. */
export const ENERGY_UNITS: readonly Unit[] = [
  { factor: 1e6, name: 'GWh' },
  { factor: 1000, name: 'MWh' },
  { factor: 1, name: 'kWh' },
  { factor: 1e-3, name: 'Wh' },
  { factor: 1e-6, name: 'mWh' },
  { factor: 1e-9, name: 'µWh' },
];

/**
 * A mass in the unit that reads best.
 *
 * @param kg 0 or more
 * @returns the largest unit of which it is one or more; kg of 0
 * Errors: none.
 * @example massInUnit(2500) // { value: 2.5, unit: 't' }
 */
export const massInUnit = (kg: number): InUnit => inUnit(kg, MASS_UNITS, 'kg');

/**
 * An energy in the unit that reads best.
 *
 * @param kwh 0 or more
 * @returns the largest unit of which it is one or more; kWh of 0
 * Errors: none.
 * @example energyInUnit(0.25) // { value: 250, unit: 'Wh' }
 */
export const energyInUnit = (kwh: number): InUnit => inUnit(kwh, ENERGY_UNITS, 'kWh');

function inUnit(value: number, units: readonly Unit[], base: string): InUnit {
  if (value === 0) return { value, unit: base };
  const unit = units.find(({ factor }) => value >= factor) ?? units.at(-1);
  const { factor, name } = unit ?? { factor: 1, name: base };
  return { value: value / factor, unit: name };
}
