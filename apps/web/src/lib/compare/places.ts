import type { Option } from '@ml-emissions/calculator';
import { writtenTable } from '@ml-emissions/calculator/tables';
import { calculator } from '../state/calculator.ts';

/** The parts of the world, as the zones of the data name them. */
export const CONTINENTS = [
  'AFRICA',
  'ASIA',
  'EUROPE',
  'NORTH-AMERICA',
  'OCEANIA',
  'SOUTH-AMERICA',
] as const;
export type Continent = (typeof CONTINENTS)[number];

/** A region where the run in hand could run, and what it would emit there. */
export interface Place {
  readonly key: string;
  readonly provider: string;
  readonly region: string;
  readonly name: string;
  readonly continent: Continent | null;
  readonly lat: number;
  readonly lon: number;
  readonly gPerKwh: number;
  readonly option: Option | null;
}

export const keyOf = (provider: string, region: string): string => `${provider}/${region}`;

/** Where a region lies. */
export interface Spot {
  readonly lat: number;
  readonly lon: number;
  readonly name: string;
  readonly continent: Continent | null;
}

let spots: Promise<ReadonlyMap<string, Spot>> | undefined;
let continents: ReadonlyMap<string, Continent> | undefined;

const isContinent = (text: unknown): text is Continent => CONTINENTS.some((one) => one === text);

/** The part of the world that a country lies in, by its code or by any of its names: the paper prints `USA`. */
export function continentOf(country: string): Continent | null {
  continents ??= new Map(
    calculator()
      .list('zones')
      .flatMap(({ id, name, aliases, kind, parent }) =>
        kind === 'country' && isContinent(parent)
          ? [id, name, ...aliases].map((one) => [String(one), parent] as const)
          : [],
      ),
  );
  return continents.get(country) ?? null;
}

/** Where every region lies. */
export function regionSpots(): Promise<ReadonlyMap<string, Spot>> {
  spots ??= writtenTable('regions').then(({ columns, rows }) => {
    const at = (name: string) => columns.indexOf(name);
    const [provider, region, name, city, country, lat, lon] = [
      'provider',
      'region',
      'name',
      'city',
      'country',
      'lat',
      'lon',
    ].map(at) as [number, number, number, number, number, number, number];
    return new Map(
      rows.map((row) => {
        const cell = (index: number) => row[index] ?? '';
        return [
          keyOf(cell(provider), cell(region)),
          {
            lat: cell(lat) === '' ? Number.NaN : Number(cell(lat)),
            lon: cell(lon) === '' ? Number.NaN : Number(cell(lon)),
            name: cell(city) || cell(name),
            continent: continentOf(cell(country)),
          },
        ];
      }),
    );
  });
  return spots;
}

/** The options of a comparison as places, the least emitting first. */
export function placesOf(
  options: readonly Option[],
  where: ReadonlyMap<string, Spot>,
): readonly Place[] {
  return options.flatMap((option) => {
    const { place } = option.run;
    if (!place || !('region' in place)) return [];
    const key = keyOf(place.provider, place.region);
    const spot = where.get(key);
    return spot ? [{ key, ...place, ...spot, gPerKwh: option.carbonIntensityGPerKwh, option }] : [];
  });
}
