import {
  type Edition,
  frozen,
  type RegionEnergyRow,
  regionKey,
  type SiteRow,
} from '@ml-emissions/data';
import {
  type Factor,
  listed,
  type NamedFactor,
  quoted,
  type Said,
  type SiteKind,
} from '@ml-emissions/model';
import { amountFactor } from './amount.ts';
import type { ChosenPue } from './chosen-pue.ts';
import { newestFor } from './intensity/newest.ts';
import { ownMachine } from './machine.ts';
import { pueOfMethod } from './methods/pue.ts';
import { type CloudPlace, cloudPlace, siteOf, yearOf } from './place.ts';
import type { Question } from './question.ts';

/** A site that is none of a provider's: the user's own machines. */
const OWN_SITE = 'own-cluster';
/** A machine that may as well stand at a desk: between its PUE and that of a room. */
const DESK_OR_ROOM = 'desk-or-room';
/** The region of rows that speak for a whole provider. */
const ANY_REGION = '';
/** The level of rows that speak for all of a provider's regions in a part of the world. */
export const PART = 'part-of-world';

/**
 * Facility energy / IT energy for a run, by the rungs that its method reads.
 *
 * Source: definition in ISO/IEC 30134-2; figures in `data/region_energy.csv` and `data/defaults.csv`, `pue.*`.
 *
 * @returns null where the method counts none
 */
export function pueOf(
  question: Question,
): (Omit<ChosenPue, 'factor'> & { readonly named: NamedFactor }) | null {
  for (const rung of question.method.ladders.pue) {
    const chosen = RUNGS[rung](question);
    if (!chosen) continue;
    const { factor, ...about } = chosen;
    return { ...about, named: listed('pue', '1', factor, { field: '/pue' }) };
  }
  return null;
}

type Rung = Question['method']['ladders']['pue'][number];

const RUNGS: Readonly<Record<Rung, (question: Question) => ChosenPue | null>> = {
  given(question) {
    const { run } = question;
    if (run.pue === undefined) return null;
    const factor = amountFactor(question, run.pue, '/pue', { isExcess: true });
    return { factor, rung: 'given', quality: 'ok' };
  },
  published({ edition, run, machine }) {
    if (ownMachine(machine)) return null;
    const site = siteOf(edition, run.place);
    const place = cloudPlace(edition, run);
    const own = site && namedSitePue(edition, site);
    return own ?? (place && publishedPue(edition, place, yearOf(run)));
  },
  site: ({ edition, machine }) =>
    usualPue(edition, machine.isDeskOrRoom ? DESK_OR_ROOM : machine.site),
  'own-computer': (question) => pueOfMethod(question, 'own-computer'),
  'of-method': (question) => pueOfMethod(question, 'of-method'),
};

/**
 * The PUE of a place whatever the run: this region's > this provider's in this part of the world > this provider's > the
 * usual one for the kind of site.
 *
 * @param edition its facts
 * @param place a provider and its region where that is known, or null for anybody's own machines
 * @param year the run's year, or null for the newest
 * @param site the kind of site, where the user says it; by default that of the provider, or an own cluster
 * @returns the factor with its rung; a PUE of 1 where the edition knows no PUE at all
 */
export function placePue(
  edition: Edition,
  place: CloudPlace | null,
  year: number | null,
  site: SiteKind | null = null,
): ChosenPue {
  const ofProvider = place && (edition.providerById.get(place.provider)?.siteKind ?? 'cloud');
  return (place && publishedPue(edition, place, year)) ?? usualPue(edition, site ?? ofProvider);
}

/**
 * The PUE that is published for a named site.
 *
 * @returns the factor, of one key for all runs there; null where none is known
 * Source: `data/sites.csv`; its spread is that of a figure published for a region.
 */
export function namedSitePue(edition: Edition, site: SiteRow): ChosenPue | null {
  const { id, name, pue, pueYear, pueConfidence, pueSourceId } = site;
  if (pue === null) return null;
  return {
    factor: {
      value: pue,
      kind: 'sourced',
      sourceId: pueSourceId,
      year: pueYear,
      confidence: pueConfidence,
      said: { code: 'published-for-site', site: name },
      gsd: edition.defaultById.get('pue.published-region')?.gsd ?? null,
      spreadOf: 'excess',
      key: `pue:site:${id}`,
    },
    rung: 'named-site',
    quality: 'ok',
  };
}

/** As the provider publishes it: for this region, else for its part of the world, else for all its sites. */
function publishedPue(
  edition: Edition,
  { provider, region }: CloudPlace,
  year: number | null,
): ChosenPue | null {
  // A platform asks for the same few places a million times.
  return edition.once(`pue ${regionKey(provider, region ?? ANY_REGION)} ${year}`, () => {
    const own = region === null ? null : published(edition, provider, region, year, 'own');
    if (own) return { ...spread(edition, own, own.isDesign ? 'design' : 'region'), rung: 'region' };
    const part = region === null ? null : published(edition, provider, region, year, 'part');
    if (part) return { ...spread(edition, part, 'part'), rung: 'provider' };
    const all = published(edition, provider, ANY_REGION, year, 'own');
    return all && { ...spread(edition, all, 'provider'), rung: 'provider' };
  });
}

/** The usual one for a kind of site; that of an own cluster where the kind is not known. */
function usualPue(edition: Edition, site: SiteKind | typeof DESK_OR_ROOM | null): ChosenPue {
  const kind = site ?? OWN_SITE;
  const usual = edition.defaultById.get(`pue.${kind}`);
  if (!usual) return { factor: NOT_COUNTED, rung: 'none', quality: 'ok' };
  return {
    factor: {
      value: usual.value,
      kind: 'sourced',
      sourceId: usual.sourceIds[0] ?? null,
      year: null,
      confidence: 'derived',
      said: kind === DESK_OR_ROOM ? { code: kind } : { code: 'usual-for-site', site: kind },
      gsd: usual.gsd,
      spreadOf: 'excess',
      key: usual.id,
    },
    rung: 'site',
    quality: 'ok',
  };
}

const NOT_COUNTED: Factor = frozen({
  value: 1,
  kind: 'modeled',
  sourceId: null,
  year: null,
  confidence: null,
  said: { code: 'no-pue-in-edition' },
  gsd: 1,
  spreadOf: 'excess',
  key: 'pue.none',
});

/** A published PUE, and whether a building was designed for it rather than measured. */
type Published = Omit<ChosenPue, 'rung'> & { readonly isDesign: boolean };

/** How far a published PUE is off for one run: of another building, season or year, or only designed. */
function spread(
  edition: Edition,
  { isDesign: _, ...chosen }: Published,
  level: 'region' | 'design' | 'part' | 'provider',
): Omit<ChosenPue, 'rung'> {
  const known = edition.defaultById.get(`pue.published-${level}`);
  const gsd = (known ?? edition.defaultById.get('pue.published-region'))?.gsd ?? null;
  return { ...chosen, factor: { ...chosen.factor, gsd } };
}

/** Rows that count only where a region has no better: of one season, and what a building was designed for. */
const LAST_PERIODS = ['latest-quarter', 'design'];

/** The newest full year's PUE; where a place has several buildings or zones, their mean. */
function published(
  edition: Edition,
  provider: string,
  region: string,
  year: number | null,
  of: 'own' | 'part',
): Published | null {
  const rows = (edition.energyByRegion.get(regionKey(provider, region)) ?? [])
    .filter(hasPue)
    .filter(({ level }) => (level === PART) === (of === 'part'));
  // A quarter is one season; a year has all four. What was measured goes before what was designed.
  const yearly = rows.filter(({ period }) => !LAST_PERIODS.includes(period));
  const measured = rows.filter(({ period }) => period !== 'design');
  const candidates = [yearly, measured, rows].find((some) => some.length > 0) ?? [];
  const newest = newestFor(candidates, year);
  if (!newest) return null;
  const same = candidates.filter((row) => row.year === newest.year && row.level === newest.level);
  const values = same.map(({ pue }) => pue);
  const isMean = same.length > 1;
  const mean = { sites: same.length, low: Math.min(...values), high: Math.max(...values) };
  const named = newest.location ? quoted(newest.location) : null;
  const place: Said | null = isMean ? { code: 'mean-of-sites', ...mean } : named;
  return {
    factor: {
      value: values.reduce((sum, pue) => sum + pue, 0) / values.length,
      kind: 'sourced',
      sourceId: newest.sourceId,
      year: newest.year,
      confidence: isMean ? 'derived' : newest.confidence,
      said: { code: 'published-for', place, period: newest.period },
      gsd: null,
      spreadOf: 'excess',
      // Regions of one part share its figure: one unknown for all of them.
      key: `pue:${provider}/${of === 'part' ? (newest.location ?? region) : region}`,
    },
    quality: same.some(({ quality }) => quality === 'check') ? 'check' : 'ok',
    isDesign: newest.period === 'design',
  };
}

type WithPue = RegionEnergyRow & { readonly pue: number };

function hasPue(row: RegionEnergyRow): row is WithPue {
  return row.pue !== null;
}
