/**
 * Energy of the whole facility for a given energy of its computers.
 *
 *     energyKwh = itEnergyKwh x pue
 *
 * Source: ISO/IEC 30134-2:2016, power usage effectiveness = facility energy / IT energy.
 *
 * @param use `itEnergyKwh` (kWh), `pue` (>= 1)
 * @returns energy in kWh, unrounded
 * Errors: none.
 */
export function facilityEnergyKwh(use: {
  readonly itEnergyKwh: number;
  readonly pue: number;
}): number {
  return use.itEnergyKwh * use.pue;
}
