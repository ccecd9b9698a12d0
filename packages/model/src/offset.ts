/**
 * The part of the location-based emissions that a provider or owner claims to offset.
 * It stands beside the headline and is never subtracted.
 *
 *     offsetKgCo2e = kgCo2e x offsetFraction
 *
 * Source: Lacoste et al. 2019, section 3 (the share that the provider offsets).
 *
 * @param claim `kgCo2e` location-based emissions, `offsetFraction` 0..1 or null where not known
 * @returns kg CO2e, or null where the fraction is not known
 * Errors: none.
 */
export function offsetKgCo2e(claim: {
  readonly kgCo2e: number;
  readonly offsetFraction: number | null;
}): number | null {
  return claim.offsetFraction === null ? null : claim.kgCo2e * claim.offsetFraction;
}
