import type { Factor } from '../factor.ts';
import type { Work } from '../work.ts';
import { constant } from './constant.ts';
import { excludedByFull, full } from './full.ts';
import type { Method } from './method.ts';

const LIFESPAN_YEARS = 4;

/** Manufacture over the lifespan that the standard's framework takes, whatever share of it the hardware is in use. */
function overLifespan(work: Work): Work {
  if (!work.amortisation) return work;
  const { serviceLifeYears: life } = work.amortisation;
  const serviceLifeYears: Factor =
    life.kind === 'given' ? life : constant(LIFESPAN_YEARS, 'gsf-if', 'lifespan of a server');
  const averageUse = constant(1, 'iso-21031', 'time reserved over lifespan');
  return { ...work, amortisation: { serviceLifeYears, averageUse } };
}

/**
 * Software Carbon Intensity: the same energy and location-based intensity as `full`, manufacture by time reserved over
 * lifespan, per functional unit.
 *
 *     SCI = (E x I + M) / R          M = TE x TiR / EL x RR / ToR
 *
 * Source: ISO/IEC 21031:2024; lifespan of four years as in the Impact Framework.
 */
export const sci: Method = {
  name: 'sci',
  source: 'iso-21031',
  hasRange: true,
  reads: full.reads,
  lacks: full.lacks,
  account: (work) => ({ ...full.account(overLifespan(work)), market: null }),
  excluded: (work) => [
    ...excludedByFull(work),
    { item: 'offsets and contracts', reason: 'the standard allows neither' },
  ],
};
