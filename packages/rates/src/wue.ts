import { type Edition, type RegionEnergyRow, regionKey } from '@ml-emissions/data';
import { type Factor, listed, type NamedFactor, quoted, type SiteKind } from '@ml-emissions/model';
import { amountFactor } from './amount.ts';
import { newestFor } from './intensity/newest.ts';
import { type CloudPlace, cloudPlace, yearOf } from './place.ts';
import { PART } from './pue.ts';
import type { Question } from './question.ts';

const LEVELS = [
  { region: (place: CloudPlace) => place.region, of: 'own', spread: 'wue.published-region' },
  { region: (place: CloudPlace) => place.region, of: 'part', spread: 'wue.published-provider' },
  { region: () => '', of: 'own', spread: 'wue.published-provider' },
] as const;

/**
 * Water on site, L per kWh of IT energy: given > of the place > usual for the site.
 *
 * Source: definition in ISO/IEC 30134-9; figures in `data/region_energy.csv` and `data/defaults.csv`, `wue.*`.
 *
 * @returns null where the method counts none or nothing is known
 */
export function wueOf(question: Question): NamedFactor | null {
  const { edition, run, machine, method } = question;
  if (!method.ladders.water) return null;
  const factor =
    run.wueLPerKwh === undefined
      ? usualWue(edition, cloudPlace(edition, run), machine.site, yearOf(run))
      : amountFactor(question, run.wueLPerKwh, '/wueLPerKwh');
  return factor && listed('wue', 'L/kWh', factor, { field: '/wueLPerKwh' });
}

/** Worked out once a place, site and year. */
function usualWue(
  edition: Edition,
  place: CloudPlace | null,
  site: SiteKind | null,
  year: number | null,
): Factor | null {
  const where = place && regionKey(place.provider, place.region ?? '');
  return edition.once(`wue ${where} ${site} ${year}`, () => placeWue(edition, place, site, year));
}

/**
 * On-site water of a place: this region's > this provider's in this part of the world > this provider's > the usual one for the kind of site.
 *
 * @param edition the edition
 * @param place a provider and its region where that is known, or null for anybody's own machines
 * @param site the kind of site
 * @param year the run's year, or null for the newest
 * @returns litres per kWh of IT energy with its spread; null where nothing is known
 */
function placeWue(
  edition: Edition,
  place: CloudPlace | null,
  site: SiteKind | null,
  year: number | null,
): Factor | null {
  if (place) {
    for (const { region, of, spread } of LEVELS) {
      const gsd = edition.defaultById.get(spread)?.gsd ?? null;
      const name = region(place);
      const found = name === null ? null : published(edition, place.provider, name, year, of);
      if (found) return { ...found, gsd };
    }
  }
  const kind = site ?? 'own-cluster';
  const usual = edition.defaultById.get(`wue.${kind}`);
  if (!usual) return null;
  return {
    value: usual.value,
    kind: 'sourced',
    sourceId: usual.sourceIds[0] ?? null,
    year: null,
    confidence: 'derived',
    said: { code: 'usual-for-site', site: kind },
    gsd: usual.gsd,
    spreadOf: 'value',
    key: usual.id,
  };
}

function published(
  edition: Edition,
  provider: string,
  region: string,
  year: number | null,
  of: 'own' | 'part',
): Factor | null {
  const rows = (edition.energyByRegion.get(regionKey(provider, region)) ?? [])
    .filter(hasWue)
    .filter(({ level }) => (level === PART) === (of === 'part'));
  const measured = rows.filter(({ period }) => period !== 'design');
  const newest = newestFor(measured.length > 0 ? measured : rows, year);
  if (!newest) return null;
  return {
    value: newest.wueLPerKwh,
    kind: 'sourced',
    sourceId: newest.sourceId,
    year: newest.year,
    confidence: newest.confidence,
    said: newest.location ? quoted(newest.location) : null,
    gsd: null,
    spreadOf: 'value',
    key: `wue:${provider}/${of === 'part' ? (newest.location ?? region) : region}`,
  };
}

type WithWue = RegionEnergyRow & { readonly wueLPerKwh: number };

function hasWue(row: RegionEnergyRow): row is WithWue {
  return row.wueLPerKwh !== null;
}
