import type { EstimateResult } from '@ml-emissions/calculator';
import { calculator } from '../../state/calculator.ts';
import { placeName } from '../../text/places.ts';
import { type Continent, continentOf } from '../places.ts';
import type { When } from '../when.ts';

/** A grid of the tables that lies somewhere: a country, a state, a part of either. */
export interface Zone {
  readonly id: string;
  readonly name: string;
  readonly country: string;
  readonly continent: Continent | null;
  /** Whether its country has other zones too. */
  readonly isPart: boolean;
}

/** What a grid emits for a kilowatt-hour, as an estimate there would have it. */
export type Grid = EstimateResult['carbonIntensityGPerKwh'];

const KINDS = new Set(['country', 'state', 'grid-area']);

/** All grids that lie somewhere, by the alphabet. */
export function zonesOf(): readonly Zone[] {
  return calculator()
    .list('zones')
    .flatMap(({ id, name, kind, country }) =>
      KINDS.has(kind)
        ? [
            {
              id,
              name: placeName(id, name),
              country: country ?? id,
              continent: continentOf(country ?? id),
              isPart: kind !== 'country',
            },
          ]
        : [],
    )
    .sort((a, b) => a.name.localeCompare(b.name));
}

type Run = EstimateResult['run'];

/**
 * What a grid emits when a run looks at it.
 *
 * @param run whose scope, edition and, for `now`, time are taken
 * @param when the paper has figures of providers' regions alone
 * @returns null where nothing is known
 */
export function gridOf(run: Run, zone: string, when: When): Grid | null {
  if (when === 'paper') return null;
  const { scope, edition, year, start, end } = run;
  const time = when === 'now' ? { year, start, end } : { year: when };
  const parsed = calculator().parseRun({
    energyKwh: 1,
    energyScope: 'facility',
    place: { zone },
    edition,
    ...Object.fromEntries(
      Object.entries({ scope, ...time }).filter(([, value]) => value !== undefined),
    ),
  });
  if (!parsed.ok) return null;
  return calculator().estimate(parsed.run, { receipt: false, alternatives: false })
    .carbonIntensityGPerKwh;
}

const AT_ONCE = 30;
const pause = () => new Promise((done) => setTimeout(done));

/**
 * The same for many grids, a few at a time, so that the page answers between them.
 *
 * @param isOver whether nobody waits for it any more
 */
export async function gridsOf(
  run: Run,
  zones: readonly string[],
  when: When,
  isOver: () => boolean,
): Promise<ReadonlyMap<string, Grid> | null> {
  const grids = new Map<string, Grid>();
  for (const [index, zone] of zones.entries()) {
    if (index % AT_ONCE === 0) await pause();
    if (isOver()) return null;
    const grid = gridOf(run, zone, when);
    if (grid) grids.set(zone, grid);
  }
  return grids;
}
