import { calculator } from '../state/calculator.ts';
import { continentOf, keyOf, type Place, type Spot } from './places.ts';

const EDITION = '2019-paper';
const NOWHERE = { lat: Number.NaN, lon: Number.NaN };
let printed: readonly Place[] | undefined;

/**
 * The regions of the paper with the intensities it prints, for Figure 1 as it was.
 *
 * @param where today's regions; those that are gone have no place on the map
 */
export function paperPlaces(where: ReadonlyMap<string, Spot>): readonly Place[] {
  printed ??= calculator()
    .catalogue(EDITION)
    .regions.flatMap(({ provider, region, city, country }) => {
      const parsed = calculator().parseRun({
        energyKwh: 1,
        energyScope: 'facility',
        place: { provider, region },
        edition: EDITION,
      });
      if (!parsed.ok) return [];
      const { carbonIntensityGPerKwh } = calculator().estimate(parsed.run);
      const key = keyOf(provider, region);
      const { lat, lon } = where.get(key) ?? NOWHERE;
      return [
        {
          key,
          lat,
          lon,
          provider,
          region,
          name: city,
          continent: continentOf(country),
          gPerKwh: carbonIntensityGPerKwh.value,
          option: null,
        },
      ];
    });
  return printed;
}
