import { intensityIn, numberIn, type Row, rowsOf } from './tables.ts';

/** What the world emits and what of it is electricity, of data centres and of servers for AI; Gt CO2e a year. */
export interface World {
  readonly all: { readonly gt: number; readonly year: string };
  readonly electricity: { readonly gt: number; readonly twh: number; readonly year: string };
  readonly centres: { readonly gt: number; readonly twh: number; readonly year: string };
  readonly centresLater: { readonly twh: number; readonly year: string };
  readonly servers: { readonly gt: number; readonly twh: number; readonly year: string };
  readonly sectors: readonly Part<SectorId>[];
  readonly people: readonly Part<PeopleId>[];
}

/** Where a part of what the world emits comes from, or who emits it a head. */
interface Part<Id extends string> {
  readonly id: Id;
  /** Gt CO2e of a sector, t CO2 of a person; a year. */
  readonly value: number;
  readonly year: string;
}
type SectorId = (typeof SECTORS)[number];
type PeopleId = (typeof PEOPLE)[number];

const SECTORS = ['energy', 'industry', 'land', 'transport', 'buildings'] as const;
const PEOPLE = ['developed', 'developing-asia', 'latin-america', 'africa'] as const;

// TWh times g/kWh are thousand tonnes; a Gt has a million of these.
const gtOf = (twh: number, gPerKwh: number): number => (twh * gPerKwh) / 1e6;

/**
 * The figures of `context.csv`, their electricity at the world's mean intensity of the same year.
 *
 * @param rows of `context.csv`, `zone_mix.csv` and `zone_intensity.csv`
 */
function worldOf(
  context: readonly Row[],
  mixes: readonly Row[],
  intensities: readonly Row[],
): World {
  const find = (rows: readonly Row[], is: (row: Row) => boolean): Row => {
    const row = rows.find(is);
    if (!row) throw new Error('a figure of the world is missing');
    return row;
  };
  const of = (id: string) => {
    const row = find(context, (one) => one.id === id);
    return { value: numberIn(row, 'value') ?? 0, year: row.year ?? '' };
  };
  const inWorld = (year: string) => (row: Row) =>
    row.zone === 'WORLD' && row.year === year && row.quality === 'ok';
  const meanOf = (year: string) => intensityIn(find(intensities, inWorld(year)));
  const [all, centres, later, servers] = [
    of('world-greenhouse-gases'),
    of('data-centre-electricity'),
    of('data-centre-electricity-2025'),
    of('ai-server-electricity-2025'),
  ];
  const { year } = centres;
  const twh = numberIn(find(mixes, inWorld(year)), 'total_twh') ?? 0;
  const atMean = ({ value, year: when }: { value: number; year: string }) => ({
    gt: gtOf(value, meanOf(when)),
    twh: value,
    year: when,
  });
  return {
    all: { gt: all.value, year: all.year },
    electricity: atMean({ value: twh, year }),
    centres: atMean(centres),
    centresLater: { twh: later.value, year: later.year },
    servers: atMean(servers),
    sectors: SECTORS.map((id) => ({ id, ...of(`sector-${id}`) })),
    people: PEOPLE.map((id) => ({ id, ...of(`person-${id}`) })),
  };
}

/** The same from the tables, fetched. */
export async function world(): Promise<World> {
  const [context, mixes, intensities] = await Promise.all([
    rowsOf('context'),
    rowsOf('zone_mix'),
    rowsOf('zone_intensity'),
  ]);
  return worldOf(context, mixes, intensities);
}
