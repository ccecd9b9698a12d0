import { intensityIn, lifecycleByCountry, rowsOf } from './tables.ts';

/** A country's grid in one year. */
export interface Grid {
  readonly zone: string;
  readonly name: string;
  readonly continent: string;
  readonly g: number;
}

// Not every country is in for the newest year: the newest that covers most of them is shown.
const ENOUGH = 150;

/** The grids of countries in the newest year that covers most of them, the one that emits least first. */
export async function grids(): Promise<{ year: string; all: Grid[] }> {
  const [rows, zones] = await Promise.all([lifecycleByCountry(), rowsOf('zones')]);
  const zoneOf = new Map(zones.map((zone) => [zone.id, zone]));
  const years = [...new Set(rows.map(({ year }) => year ?? ''))].sort().reverse();
  const year = years.find((one) => rows.filter((row) => row.year === one).length >= ENOUGH) ?? '';
  const all = rows.flatMap((row): Grid[] => {
    const zone = zoneOf.get(row.zone);
    if (row.year !== year || !zone?.parent) return [];
    const { id = '', name = '', parent } = zone;
    return [{ zone: id, name, continent: parent, g: intensityIn(row) }];
  });
  return { year, all: all.sort((a, b) => a.g - b.g) };
}
