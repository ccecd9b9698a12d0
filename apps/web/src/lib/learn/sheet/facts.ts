import { calculator } from '@ml-emissions/calculator/full';
import { factorOf, factors, GASES } from '../factors.ts';
import { type Grid, grids } from '../grids.ts';
import { matchedByHour } from '../matching.ts';
import { numberIn, rowsOf } from '../tables.ts';
import { type World, world } from '../world.ts';

/** What the sheet for a class says and draws: from the tables, when the site is built. */
export interface Facts {
  readonly gases: readonly { readonly gas: string; readonly factors: readonly number[] }[];
  readonly year: string;
  readonly grids: readonly Grid[];
  readonly world: World;
  /** Of 100 credits, at most so many were real. */
  readonly credits: number;
  readonly matched: number;
  readonly sources: readonly { readonly id: string; readonly text: string; readonly url: string }[];
}

const WHICH = ['AR5 100', 'AR6 100', 'AR6 20'] as const;
const SOURCES = [
  'lacoste2019',
  'ipcc-ar5-wg1-8',
  'ipcc-ar6-wg1-7sm',
  'owid-ember-2026',
  'unep-egr-2024',
  'iea-energy-ai-2025',
  'gartner-dc-2025',
  'probst-2024',
  'ghgp-scope2-2015',
];

/** All facts of the sheet. */
export async function facts(): Promise<Facts> {
  const [gwp, places, around, context] = await Promise.all([
    factors(),
    grids(),
    world(),
    rowsOf('context'),
  ]);
  const credits = context.find(({ id }) => id === 'credits-real');
  const catalogue = calculator.catalogue();
  return {
    gases: GASES.map((gas) => ({ gas, factors: WHICH.map((which) => factorOf(gwp, gas, which)) })),
    year: places.year,
    grids: places.all,
    world: around,
    credits: (credits && numberIn(credits, 'value')) ?? 0,
    matched: matchedByHour(1),
    sources: SOURCES.flatMap((id) => {
      const row = catalogue.source(id);
      return row
        ? [{ id, text: `${row.publisher}: ${row.title} (${row.year})`, url: row.url ?? '' }]
        : [];
    }),
  };
}
