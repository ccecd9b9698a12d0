import {
  type Edition,
  type Region,
  type RegionIntensity,
  regionKey,
  type ZoneIntensityRow,
  type ZoneRow,
} from '@ml-emissions/data';
import {
  type Doubt,
  type IntensityFactor,
  type OtherFigure,
  productGsd,
  quoted,
  type Said,
  type Spatial,
} from '@ml-emissions/model';
import type { RunTime } from '../place.ts';
import { intensityDoubts } from './doubts.ts';
import { newestFor } from './newest.ts';
import { asLifecycle } from './scope.ts';
import { zoneChain } from './zone-chain.ts';

/** A chosen intensity, and whether its row is marked as doubtful. */
export interface ChosenIntensity {
  readonly factor: IntensityFactor;
  readonly quality: 'ok' | 'check';
}

const SPATIAL: Readonly<Record<ZoneRow['kind'], Exclude<Spatial, null>>> = {
  'grid-area': 'grid-area',
  'egrid-subregion': 'grid-area',
  state: 'state',
  country: 'country',
  aggregate: 'aggregate',
};

/** Figures beside the chosen one that are worth showing. */
const MOST_BESIDE = 4;

/** A row of either table, with the zone that it speaks for. */
interface Candidate {
  readonly zone: ZoneRow | null;
  readonly own: boolean;
  readonly row: ZoneIntensityRow | RegionIntensity;
}

/**
 * The carbon intensity of a cloud region for a run.
 *
 * Order (docs/method.md, "Choosing one intensity"): the zone that covers the place most finely; within it
 * lifecycle figures, or a direct one brought over where there is no other; then the newest year not after the
 * run's; then consumption before production. A provider's own figure counts as its grid area's.
 *
 * @param edition the edition
 * @param region the cloud region
 * @param time the run's year (null = now) and hours
 * @returns the factor (g CO2e/kWh, lifecycle) with its uncertainty, or null where the edition has none
 */
export function regionIntensity(
  edition: Edition,
  region: Region,
  time: RunTime,
): ChosenIntensity | null {
  const key = regionKey(region.provider, region.region);
  return choose(
    edition,
    {
      key: `region ${key}`,
      own: () =>
        (edition.intensityByRegion.get(key) ?? []).filter((row) => row.kind === 'location-based'),
      chain: () =>
        zoneChain(edition, [
          region.zone,
          region.egridSubregion,
          region.subdivision,
          region.country,
        ]),
    },
    time,
  );
}

/** The carbon intensity of a zone or country for a run; order as for `regionIntensity`. */
export function zoneIntensity(
  edition: Edition,
  zone: ZoneRow,
  time: RunTime,
): ChosenIntensity | null {
  return choose(
    edition,
    { key: `zone ${zone.id}`, own: () => [], chain: () => zoneChain(edition, [zone.id]) },
    time,
  );
}

/** What was chosen for a place and year, whatever the run's hours. */
interface Choice {
  readonly best: Candidate;
  readonly beside: readonly OtherFigure[];
}

function choose(
  edition: Edition,
  place: {
    readonly key: string;
    readonly own: () => readonly RegionIntensity[];
    readonly chain: () => readonly ZoneRow[];
  },
  time: RunTime,
): ChosenIntensity | null {
  // A platform asks for the same few places a million times.
  const choice = edition.once(`intensity ${place.key} ${time.year}`, () =>
    choiceOf(edition, place.own(), place.chain(), time.year),
  );
  return choice && chosen(edition, choice.best, choice.beside, time);
}

function choiceOf(
  edition: Edition,
  own: readonly RegionIntensity[],
  chain: readonly ZoneRow[],
  year: number | null,
): Choice | null {
  // One list a place: the finest place with any figure decides.
  const places: Candidate[][] = chain.map((zone, rank) => [
    ...(rank === 0 ? own : []).map((row) => ({ zone, own: true, row })),
    ...(edition.intensityByZone.get(zone.id) ?? []).map((row) => ({ zone, own: false, row })),
  ]);
  if (chain.length === 0) places.push(own.map((row) => ({ zone: null, own: true, row })));
  const candidates = places.find((place) => place.length > 0);
  const best = candidates && bestOf(candidates, year);
  return best ? { best, beside: besideOf(best, places.flat(), year) } : null;
}

/** Lifecycle before direct, then the newest for the year, then consumption before production. */
function bestOf(candidates: readonly Candidate[], year: number | null): Candidate | undefined {
  const inScope = ['lifecycle', 'direct', null].map((scope) =>
    candidates.filter(({ row }) => row.scope === scope),
  );
  const rows = inScope.find((some) => some.length > 0) ?? [];
  const newest = newestFor(
    rows.map((candidate) => ({ candidate, year: candidate.row.year })),
    year,
  )?.candidate;
  if (!newest) return undefined;
  const sameYear = rows.filter(({ row }) => row.year === newest.row.year);
  return sameYear.find(({ row }) => row.basis === 'consumption') ?? newest;
}

/** The newest figure of each other source and scope, so that a reader sees how they differ. */
function besideOf(best: Candidate, all: readonly Candidate[], year: number | null): OtherFigure[] {
  const groups = new Map<string, Candidate[]>();
  for (const candidate of all) {
    // A continent or the world says nothing about a place that has a figure of its own.
    if (candidate.zone?.kind === 'aggregate' && best.zone?.kind !== 'aggregate') continue;
    const key = `${candidate.row.sourceId} ${candidate.row.scope} ${candidate.zone?.id}`;
    groups.set(key, [...(groups.get(key) ?? []), candidate]);
  }
  const others: OtherFigure[] = [];
  for (const group of groups.values()) {
    if (
      group.some(({ row }) => row.sourceId === best.row.sourceId && row.scope === best.row.scope)
    ) {
      continue;
    }
    const found = bestOf(group, year);
    if (found && others.length < MOST_BESIDE) others.push(otherFigure(found));
  }
  return others;
}

function otherFigure({ zone, own, row }: Candidate): OtherFigure {
  return {
    value: row.carbonIntensityGPerKwh,
    year: row.year,
    scope: row.scope,
    basis: basisOf(row),
    sourceId: row.sourceId,
    said: whoseOf({ zone, own }),
  };
}

function whoseOf({ zone, own }: Pick<Candidate, 'zone' | 'own'>): Said | null {
  if (own) return { code: 'providers-own-figure' };
  return zone?.name ? quoted(zone.name) : null;
}

function basisOf({ basis }: Candidate['row']): IntensityFactor['basis'] {
  return basis === 'production' || basis === 'consumption' ? basis : null;
}

function chosen(
  edition: Edition,
  { zone, own, row }: Candidate,
  beside: readonly OtherFigure[],
  time: RunTime,
): ChosenIntensity {
  const lifecycle = asLifecycle(edition, row.carbonIntensityGPerKwh, row.scope);
  const bare = {
    value: lifecycle.value,
    kind: 'sourced',
    sourceId: row.sourceId,
    year: row.year,
    confidence: lifecycle.doubt ? 'derived' : row.confidence,
    said: {
      code: 'grid',
      place: whoseOf({ zone, own }),
      scope: lifecycle.said,
      basis: basisOf(row),
    },
    zone: zone?.id ?? null,
    spatial: zone ? (own ? 'region' : SPATIAL[zone.kind]) : null,
    scope: lifecycle.scope,
    basis: basisOf(row),
    spreadOf: 'value',
    key: `intensity:${zone?.id ?? row.sourceId}:${row.year}`,
  } as const;
  const doubts: Doubt[] = [
    ...(lifecycle.doubt ? [lifecycle.doubt] : []),
    ...intensityDoubts(edition, bare, time),
  ].sort((a, b) => b.gsd - a.gsd);
  // A literal: spreading an object costs many times as much, and every run has one of these.
  return {
    factor: {
      value: bare.value,
      kind: bare.kind,
      sourceId: bare.sourceId,
      year: bare.year,
      confidence: bare.confidence,
      said: bare.said,
      gsd: doubts.length > 0 ? productGsd(doubts.map((doubt) => doubt.gsd)) : null,
      spreadOf: bare.spreadOf,
      key: bare.key,
      zone: bare.zone,
      spatial: bare.spatial,
      scope: bare.scope,
      basis: bare.basis,
      doubts,
      beside,
    },
    quality: row.quality === 'check' ? 'check' : 'ok',
  };
}
