import type { EquivalenceResult } from './result.ts';

/** Something that people know, with what one unit of it emits or binds. */
export interface EquivalenceFactor {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly kgCo2ePerUnit: number;
  readonly sourceId: string;
}

/**
 * Emissions in units that people know.
 *
 *     value = kgCo2e / kgCo2ePerUnit
 *
 * Source: each factor's own, named in `sourceId`.
 *
 * @param kgCo2e emissions (kg CO2e)
 * @param factors what one unit stands for (kg CO2e per unit, > 0)
 * @returns one entry a factor, in the order given, unrounded
 * Errors: none.
 */
export function equivalences(
  kgCo2e: number,
  factors: readonly EquivalenceFactor[],
): EquivalenceResult[] {
  return factors.map(({ id, name, unit, kgCo2ePerUnit, sourceId }) => ({
    id,
    name,
    value: kgCo2e / kgCo2ePerUnit,
    unit,
    sourceId,
  }));
}
