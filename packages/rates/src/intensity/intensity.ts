import {
  type Edition,
  frozen,
  type Region,
  type RegionIntensity,
  regionKey,
  type ZoneRow,
} from '@ml-emissions/data';
import {
  type Doubt,
  type GridScope,
  type IntensityFactor,
  ln,
  type OtherFigure,
  quoted,
  type Said,
  type Spatial,
} from '@ml-emissions/model';
import type { RunTime } from '../place.ts';
import { bestOf, type Candidate, leastTaken, publishedOf } from './best.ts';
import type { CountryFigures, Doubtful, SourceFigure } from './doubtful.ts';
import { hasLevels, intensityDoubts, lastingDoubts, wholeOf } from './doubts.ts';
import { addsUpstream, inScope } from './scope.ts';
import { isJoined } from './short-run.ts';
import { regionZones, zoneChain } from './zone-chain.ts';

/** What of a run's time decides which figure of a place is taken. */
type PlaceTime = Pick<RunTime, 'year' | 'scope'>;

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

/**
 * The carbon intensity of a cloud region for a run.
 *
 * Order (docs/method.md, "Choosing one intensity"): the zone that covers the place most finely; within it
 * lifecycle figures, or a direct one brought over where there is no other; then the newest year not after the
 * run's; then consumption before production. A provider's own figure counts as its grid area's. In direct scope, the
 * direct figure of that place and year, or the lifecycle one brought over.
 *
 * @param edition the edition
 * @param region the cloud region
 * @param time the run's year (null = now), hours and scope
 * @returns the factor (g CO2e/kWh) with its uncertainty, or null where the edition has none
 */
export function regionIntensity(
  edition: Edition,
  region: Region,
  time: RunTime,
): ChosenIntensity | null {
  return choose(edition, askedOf(edition, region), time, true);
}

/** The same without the figures beside it, for who compares how unsure many regions are. */
export function regionSpread(
  edition: Edition,
  region: Region,
  time: RunTime,
): IntensityFactor | null {
  return choose(edition, askedOf(edition, region), time, false)?.factor ?? null;
}

/** A platform asks for the same few places a million times. */
const askedOf = (edition: Edition, region: Region): Asked => {
  const key = regionKey(region.provider, region.region);
  return edition.once(`place ${key}`, () => asked(edition, key, region));
};

function asked(edition: Edition, key: string, region: Region): Asked {
  const own = ownOf(edition, region);
  const chain = regionZones(edition, region);
  const candidates = (region.zoneCandidates ?? []).flatMap((id) => edition.zoneById.get(id) ?? []);
  return {
    key: `region ${key}`,
    // Regions of one grid that say nothing of their own have one figure.
    group: own.length > 0 ? key : [...chain, ...candidates].map(({ id }) => id).join(' '),
    candidates,
    own,
    chain,
  };
}

/**
 * The figure of `regionIntensity` alone, without what makes it unsure: a tenth of the work, to rank many regions by.
 *
 * @returns g CO2e/kWh and its scope, or null where the edition has none
 */
export function regionFigure(
  edition: Edition,
  region: Region,
  time: PlaceTime,
): Pick<IntensityFactor, 'value' | 'scope'> | null {
  const { group, own, chain } = askedOf(edition, region);
  return edition.once(`figure ${group} ${time.year} ${time.scope}`, () => {
    const found = bestFigure(edition, own, chain, time);
    return found && inScope(edition, publishedOf(found.best), time.scope);
  });
}

/**
 * No more than `regionFigure` gives, by the lowest of the figures of its grid that may be taken: of most regions that is
 * enough to tell that they are not among the lowest.
 *
 * @param region read at once, and not kept
 * @returns g CO2e/kWh; 0 where nothing is known so quickly
 */
export function regionAtLeast(
  edition: Edition,
  region: Region,
  { year, scope }: PlaceTime,
): number {
  if (year !== null || scope !== 'lifecycle' || !addsUpstream(edition)) return 0;
  const { group, own, chain } = askedOf(edition, region);
  return edition.once(`least ${group}`, () => {
    // The finest place with any figure decides; a provider's own figures are of the finest.
    for (let rank = 0; rank === 0 || rank < chain.length; rank += 1) {
      const least = leastTaken(edition, chain[rank]?.id ?? '', rank === 0 ? own : []);
      if (least !== null) return least;
    }
    return 0;
  });
}

const ownOf = (edition: Edition, { provider, region }: Region): readonly RegionIntensity[] =>
  (edition.intensityByRegion.get(regionKey(provider, region)) ?? []).filter(
    (row) => row.kind === 'location-based',
  );

/** The carbon intensity of a zone or country for a run; order as for `regionIntensity`. */
export function zoneIntensity(
  edition: Edition,
  zone: ZoneRow,
  time: RunTime,
): ChosenIntensity | null {
  const place = {
    key: `zone ${zone.id}`,
    group: zone.id,
    candidates: [],
    own: [],
    chain: zoneChain(edition, [zone.id]),
  };
  return choose(edition, place, time, true);
}

/** What was chosen for a place, year and scope, whatever the run's hours. */
interface Choice {
  /** The factor but for how sure it is. */
  readonly bare: Omit<IntensityFactor, 'gsd' | 'gsdUp' | 'doubts' | 'beside'>;
  readonly best: Candidate;
  readonly doubtful: Doubtful;
  readonly lasting: readonly Doubt[];
  readonly quality: ChosenIntensity['quality'];
}

/** A place as its figures are looked up. */
interface Asked {
  readonly key: string;
  /** Places of one group have the same figures, as unsure. */
  readonly group: string;
  /** Other grid areas that it may draw from. */
  readonly candidates: readonly ZoneRow[];
  readonly own: readonly RegionIntensity[];
  readonly chain: readonly ZoneRow[];
}

function choose(
  edition: Edition,
  place: Asked,
  time: RunTime,
  isBesideAsked: boolean,
): ChosenIntensity | null {
  const { group, own, chain } = place;
  const { year, scope } = time;
  const choice = edition.once(`intensity ${group} ${year} ${scope}`, () =>
    choiceOf(edition, place, time),
  );
  if (!choice) return null;
  const beside = isBesideAsked
    ? edition.once(`beside ${group} ${year} ${scope}`, () =>
        besideOf(edition, choice.best, placesOf(edition, own, chain).flat(), {
          year,
          scope,
          hidesCoarser: hasLevels(edition),
        }),
      )
    : [];
  return chosen(edition, choice, beside, place, time);
}

/** The figure to take for a place, with those that it was taken from. */
interface Best {
  readonly best: Candidate;
  /** All figures of its place. */
  readonly candidates: readonly Candidate[];
}

function bestFigure(
  edition: Edition,
  own: readonly RegionIntensity[],
  chain: readonly ZoneRow[],
  { year, scope }: PlaceTime,
): Best | null {
  // The finest place with any figure decides.
  for (let rank = 0; rank === 0 || rank < chain.length; rank += 1) {
    const candidates = figuresOf(edition, own, chain, rank);
    const best = bestOf(edition, candidates, year, scope);
    if (best) return { best, candidates };
    if (candidates.length > 0) return null;
  }
  return null;
}

/** The figures of one place of a chain; a provider's own are of the finest. */
function figuresOf(
  edition: Edition,
  own: readonly RegionIntensity[],
  chain: readonly ZoneRow[],
  rank: number,
): Candidate[] {
  const zone = chain[rank] ?? null;
  const rows = (zone && edition.intensityByZone.get(zone.id)) ?? [];
  return [
    ...(rank === 0 ? own : []).map((row) => ({ zone, own: true, row })),
    ...rows.map((row) => ({ zone, own: false, row })),
  ];
}

/** One list a place, the finest first. */
const placesOf = (
  edition: Edition,
  own: readonly RegionIntensity[],
  chain: readonly ZoneRow[],
): Candidate[][] =>
  chain.length === 0
    ? [figuresOf(edition, own, chain, 0)]
    : chain.map((_, rank) => figuresOf(edition, own, chain, rank));

function choiceOf(edition: Edition, place: Asked, { year, scope }: PlaceTime): Choice | null {
  const found = bestFigure(edition, place.own, place.chain, { year, scope });
  if (!found) return null;
  const { best, candidates } = found;
  const isLevelled = hasLevels(edition);
  // An edition without levels took the first other table of the grid, and no others.
  const others = isLevelled
    ? [
        ...othersOf(edition, best, candidates, scope),
        ...(isJoined(edition) ? othersInOther(edition, best, candidates, { year, scope }) : []),
      ]
    : othersOf(
        edition,
        best,
        candidates.filter(({ own, row }) => !own && row.scope !== 'direct'),
        scope,
      )
        .slice(0, 1)
        .map((one) => ({ ...one, isIndependent: true }));
  const bare = bareFactor(edition, best, scope);
  const { row } = best;
  const scoped = inScope(edition, publishedOf(best), scope);
  const doubtful = {
    ...bare,
    gPerKwh: row.carbonIntensityGPerKwh,
    level: isJoined(edition) ? inScope(edition, publishedOf(best), 'lifecycle').value : bare.value,
    scopeDoubt: scoped.doubt,
    others,
    country: isLevelled
      ? countryOf(edition, best, () => placesOf(edition, place.own, place.chain), scope)
      : null,
    candidates: place.candidates,
  };
  return {
    bare,
    best,
    doubtful,
    lasting: lastingDoubts(edition, doubtful, { year, scope }),
    quality: row.quality === 'check' ? 'check' : 'ok',
  };
}

function bareFactor(
  edition: Edition,
  { zone, own, row }: Candidate,
  scope: GridScope,
): Choice['bare'] {
  const scoped = inScope(edition, publishedOf({ zone, row }), scope);
  return {
    value: scoped.value,
    kind: 'sourced',
    sourceId: row.sourceId,
    year: row.year,
    confidence: scoped.doubt ? 'derived' : row.confidence,
    said: {
      code: 'grid',
      place: whoseOf({ zone, own }),
      scope: scoped.said,
      basis: basisOf(row),
    },
    zone: zone?.id ?? null,
    spatial: zone ? (own ? 'region' : SPATIAL[zone.kind]) : null,
    scope: scoped.scope,
    basis: basisOf(row),
    spreadOf: 'value',
    key: `intensity:${zone?.id ?? row.sourceId}:${row.year}`,
  };
}

/**
 * Figures of other sources for the place, year and scope of the one that was taken; beside a lifecycle one that is
 * brought over to direct, direct ones too.
 */
function othersOf(
  edition: Edition,
  best: Candidate,
  candidates: readonly Candidate[],
  scope: GridScope,
): SourceFigure[] {
  const { row } = best;
  return candidates
    .filter(
      (other) =>
        other.row.year === row.year &&
        (other.row.scope === row.scope || (scope === 'direct' && other.row.scope === 'direct')) &&
        other.row.sourceId !== row.sourceId &&
        other.row.carbonIntensityGPerKwh > 0,
    )
    .map((other) => sourceFigure(edition, other.row, best, scope));
}

/**
 * Figures of other sources for the place and year in the other scope, against the one that would be taken there: who
 * disagrees about what the plants emit disagrees about the whole as well, and the other way round.
 */
function othersInOther(
  edition: Edition,
  best: Candidate,
  candidates: readonly Candidate[],
  { year, scope }: PlaceTime,
): SourceFigure[] {
  const other = scope === 'direct' ? 'lifecycle' : 'direct';
  const taken = bestOf(edition, candidates, year, other);
  if (!taken || taken.row.scope !== other || taken.row.year !== best.row.year) return [];
  return othersOf(edition, taken, candidates, other)
    .filter(({ sourceId }) => sourceId !== best.row.sourceId)
    .map((one) => ({ ...one, scope: other }));
}

/** A figure of another scope is held against the one that was taken once that is brought over. */
function sourceFigure(
  edition: Edition,
  row: Candidate['row'],
  beside: Candidate,
  scope: GridScope,
): SourceFigure {
  const { sourceId, carbonIntensityGPerKwh: gPerKwh } = row;
  const taken = publishedOf(beside);
  const broughtOver =
    row.scope === taken.scope ? taken.gPerKwh : inScope(edition, taken, scope).value;
  const publishers = (id: string) => edition.sourceById.get(id)?.publisher.split('; ') ?? [id];
  const own = publishers(beside.row.sourceId);
  return {
    gPerKwh,
    ratio: gPerKwh / broughtOver,
    sourceId,
    isIndependent: !publishers(sourceId).some((one) => own.includes(one)),
  };
}

/** How far sources are apart about the country of a finer place, in the same year and scope. */
function countryOf(
  edition: Edition,
  best: Candidate,
  places: () => readonly (readonly Candidate[])[],
  scope: GridScope,
): CountryFigures | null {
  if (best.zone?.kind === 'country') return null;
  const rows = places()
    .flat()
    .filter(
      ({ zone, row }) =>
        zone?.kind === 'country' && row.year === best.row.year && row.scope === best.row.scope,
    );
  const own = rows.find(({ row }) => row.sourceId === best.row.sourceId) ?? rows[0];
  if (!own?.zone || !(own.row.carbonIntensityGPerKwh > 0)) return null;
  const gPerKwh = own.row.carbonIntensityGPerKwh;
  const apart = ({ ratio }: SourceFigure) => Math.abs(ln(ratio));
  const [other] = othersOf(edition, own, rows, scope).toSorted((a, b) => apart(b) - apart(a));
  return other ? { zone: own.zone.name, gPerKwh, other } : null;
}

/** The newest figure of each other source and scope, so that a reader sees how they differ. */
function besideOf(
  edition: Edition,
  best: Candidate,
  all: readonly Candidate[],
  { year, scope, hidesCoarser }: PlaceTime & { readonly hidesCoarser: boolean },
): OtherFigure[] {
  const groups = new Map<string, Candidate[]>();
  for (const candidate of all) {
    // A figure of a larger place is another quantity; a direct one beside a lifecycle one still tells something.
    const isCoarser =
      candidate.zone !== best.zone &&
      (candidate.row.scope === 'lifecycle' || candidate.row.scope === scope);
    if (hidesCoarser && isCoarser) continue;
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
    const found = bestOf(edition, group, year, 'lifecycle');
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

const widest = ({ gsd, gsdUp = gsd }: Doubt): number => Math.max(gsd, gsdUp);

/**
 * A place that may well draw from another grid is not the same unknown as one that surely draws from this one: where
 * that is what makes it unsure the most, it is an unknown of its own.
 */
const isElsewhere = ([most]: readonly Doubt[]): boolean => most?.said.code === 'perhaps-on';

/** How unsure each choice is for the hours that it was asked for last: many regions lie on one grid. */
const UNSURE = new WeakMap<Choice, { readonly hours: number; readonly unsure: Unsure }>();

interface Unsure {
  readonly doubts: readonly Doubt[];
  readonly gsd: number;
  readonly gsdUp: number;
}

function unsureOf(edition: Edition, choice: Choice, time: RunTime): Unsure {
  const { hours } = time;
  const last = UNSURE.get(choice);
  if (last?.hours === hours) return last.unsure;
  const { bare, doubtful, lasting } = choice;
  const doubts = intensityDoubts(edition, doubtful, time, lasting).sort(
    (a, b) => widest(b) - widest(a),
  );
  // Many answers hold it: none is to be changed through another.
  const unsure = frozen({ doubts, ...wholeOf(edition, bare.value, doubts) });
  UNSURE.set(choice, { hours, unsure });
  return unsure;
}

function chosen(
  edition: Edition,
  choice: Choice,
  beside: readonly OtherFigure[],
  place: Pick<Asked, 'key'>,
  time: RunTime,
): ChosenIntensity {
  const { bare, quality } = choice;
  const { doubts, gsd, gsdUp } = unsureOf(edition, choice, time);
  // A literal: spreading an object costs many times as much, and every place has one of these.
  const factor: { -readonly [Field in keyof IntensityFactor]: IntensityFactor[Field] } = {
    value: bare.value,
    kind: bare.kind,
    sourceId: bare.sourceId,
    year: bare.year,
    confidence: bare.confidence,
    said: bare.said,
    gsd: doubts.length > 0 ? gsd : null,
    spreadOf: bare.spreadOf,
    key: isElsewhere(doubts) ? `intensity:${place.key}:${bare.year}` : bare.key,
    zone: bare.zone,
    spatial: bare.spatial,
    scope: bare.scope,
    basis: bare.basis,
    doubts,
    beside,
  };
  if (gsdUp !== gsd) factor.gsdUp = gsdUp;
  return { factor, quality };
}
