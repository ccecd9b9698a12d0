import { catalogue, estimate, parseRun } from '@ml-emissions/calculator';
import { continentOf, keyOf, type Place } from './places.ts';

const EDITION = '2019-paper';
let places: readonly Place[] | undefined;

/** The regions of the paper with the intensities it prints, for Figure 1 as it was. */
export function paperPlaces(): readonly Place[] {
  places ??= catalogue(EDITION).regions.flatMap(({ provider, region, city, country }) => {
    const parsed = parseRun({
      energyKwh: 1,
      energyScope: 'facility',
      place: { provider, region },
      edition: EDITION,
    });
    if (!parsed.ok) return [];
    const { carbonIntensityGPerKwh } = estimate(parsed.run);
    return [
      {
        key: keyOf(provider, region),
        provider,
        region,
        name: city,
        continent: continentOf(country),
        lat: Number.NaN,
        lon: Number.NaN,
        gPerKwh: carbonIntensityGPerKwh.value,
        option: null,
      },
    ];
  });
  return places;
}
