const G_PER_KG = 1000;

/**
 * Location-based operational emissions: what the grid emitted for this energy.
 *
 *     kgCo2e = energyKwh x carbonIntensityGPerKwh / 1000
 *
 * Source: Lacoste et al. 2019, section 3; GHG Protocol Scope 2 Guidance (2015), location-based method.
 *
 * @param use `energyKwh` (kWh), `carbonIntensityGPerKwh` (g CO2e/kWh)
 * @returns kg CO2e, unrounded
 * Errors: none.
 */
export function operationalKgCo2e(use: {
  readonly energyKwh: number;
  readonly carbonIntensityGPerKwh: number;
}): number {
  return (use.energyKwh * use.carbonIntensityGPerKwh) / G_PER_KG;
}
