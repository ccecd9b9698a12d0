import type { Edition, SiteRow } from '@ml-emissions/data';
import type { Doubt } from '@ml-emissions/model';
import { defaultGsd } from '../default.ts';
import type { RunTime } from '../place.ts';
import { addedBy, spreadAnywhere } from './coarse-place.ts';
import { logOf, wholeOf } from './doubts.ts';
import { type ChosenIntensity, zoneIntensity } from './intensity.ts';

/** What is left to say of a place that may be anywhere. */
const ANYWHERE = 'WORLD';

/**
 * The carbon intensity of a named site for a run: its grid area's; else its country's; else, for a service that does
 * not tell where it runs, the world's, as unsure as the regions that can be rented lie around it, and no cleaner or
 * dirtier than any place.
 *
 * @param edition the edition
 * @param site the named site
 * @param time the run's year (null = now), hours and scope
 * @returns the factor (g CO2e/kWh) with its uncertainty, or null where the edition has none
 * Source of the spread: `data/defaults.csv`, `intensity.unknown-place`.
 */
export function siteIntensity(
  edition: Edition,
  site: SiteRow,
  time: RunTime,
): ChosenIntensity | null {
  const known = site.zone ?? (site.country || null);
  const zone = edition.zoneById.get(known ?? ANYWHERE);
  const chosen = zone ? zoneIntensity(edition, zone, time) : null;
  return known === null ? chosen && placeless(edition, site, chosen, time) : chosen;
}

/** The same figure for a place that is not known: of an unknown of its own, with a doubt that says so. */
function placeless(
  edition: Edition,
  { id, name }: SiteRow,
  { factor, quality }: ChosenIntensity,
  time: RunTime,
): ChosenIntensity {
  // How the world's countries lie around it is what the regions that can be rented say better.
  const others = factor.doubts.filter(({ cause }) => cause !== 'coarse-place');
  const areas = spreadAnywhere(edition, factor, time);
  const unknown: Doubt = {
    cause: 'coarse-place',
    ...(areas
      ? addedBy(areas, logOf(others, 'gsd'))
      : { gsd: defaultGsd(edition, 'intensity.unknown-place') }),
    said: { code: 'place-not-known', site: name },
  };
  const doubts = [unknown, ...others].sort((a, b) => b.gsd - a.gsd);
  const { gsd, gsdUp } = wholeOf(edition, factor.value, doubts);
  const { gsdUp: _, ...bare } = factor;
  return {
    factor: {
      ...bare,
      doubts,
      gsd,
      ...(gsdUp === gsd ? {} : { gsdUp }),
      key: `intensity:site:${id}:${factor.year}`,
    },
    quality,
  };
}
