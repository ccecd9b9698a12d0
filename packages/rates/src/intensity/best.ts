import type { Edition, RegionIntensity, ZoneIntensityRow, ZoneRow } from '@ml-emissions/data';
import type { GridScope } from '@ml-emissions/model';
import { newestFor } from './newest.ts';
import { inScope, type PublishedFigure } from './scope.ts';
import { isJoined } from './short-run.ts';

/** A row of either table, with the zone that it speaks for. */
export interface Candidate {
  readonly zone: ZoneRow | null;
  /** Whether the provider says it of its own region. */
  readonly own: boolean;
  readonly row: ZoneIntensityRow | RegionIntensity;
}

/** What a row says, of where and when. */
export const publishedOf = ({ zone, row }: Pick<Candidate, 'zone' | 'row'>): PublishedFigure => ({
  gPerKwh: row.carbonIntensityGPerKwh,
  scope: row.scope,
  zone: zone?.id ?? null,
  year: row.year,
});

const SCOPES = ['lifecycle', 'direct', null] as const;

/**
 * Lifecycle before direct, then the newest for the year, of those that nobody doubts where one is not three years older
 * than the newest of all, then consumption before production.
 * In direct scope, the direct figure of the same place and year as that one, where there is any.
 *
 * @param edition the edition; those before 2026.2 take the newest, whether it is marked or not
 * @param candidates figures for one place
 * @param year the run's year; null = now
 * @param scope what of the grid's emissions counts
 * @returns the one to take; undefined where there is none
 * Source: docs/method.md, section 3.
 */
export function bestOf(
  edition: Edition,
  candidates: readonly Candidate[],
  year: number | null,
  scope: GridScope,
): Candidate | undefined {
  const best = bestLifecycle(candidates, year, isJoined(edition));
  return scope === 'direct' && best ? (directBeside(best, candidates) ?? best) : best;
}

/** A figure that nobody doubts is taken before a newer one that is marked, where it is at most so much older. */
const SOUND_WITHIN_YEARS = 3;

function bestLifecycle(
  candidates: readonly Candidate[],
  year: number | null,
  prefersSound: boolean,
): Candidate | undefined {
  const byScope = SCOPES.map((scope) => candidates.filter(({ row }) => row.scope === scope));
  const rows = byScope.find((some) => some.length > 0) ?? [];
  const newest = newestOf(rows, year);
  if (!newest) return undefined;
  const soundest = newestOf(
    rows.filter(({ row }) => row.quality === 'ok'),
    year,
  );
  const isNear = soundest && yearsApart(soundest, newest) <= SOUND_WITHIN_YEARS;
  const taken = prefersSound && isNear ? soundest : newest;
  const sameYear = rows.filter(({ row }) => row.year === taken.row.year);
  const sound = sameYear.filter(({ row }) => row.quality === 'ok');
  const [first = taken] = sound;
  const left = sound.length > 0 ? sound : sameYear;
  return left.find(({ row }) => row.basis === 'consumption') ?? (sound.length > 0 ? first : taken);
}

/**
 * The lowest of the figures of a zone that `bestOf` may take of the life cycle and the newest year: lifecycle ones where it
 * has any, none much older than the newest. Without reading the rows of the zone in full.
 *
 * @param own rows beside those of the zone
 * @returns null where there is none
 */
export function leastTaken(
  edition: Edition,
  zone: string,
  own: readonly RegionIntensity[],
): number | null {
  const seen: { readonly rank: number; readonly year: number; readonly gPerKwh: number }[] = [];
  const see = ({ scope, year, carbonIntensityGPerKwh: gPerKwh }: Candidate['row']) => {
    seen.push({ rank: SCOPES.indexOf(scope), year: year ?? 0, gPerKwh });
  };
  for (const row of own) see(row);
  edition.intensityByZone.peek(zone, see);
  if (seen.length === 0) return null;
  const first = Math.min(...seen.map(({ rank }) => rank));
  const rows = seen.filter(({ rank }) => rank === first);
  const newest = Math.max(...rows.map(({ year }) => year));
  const near = rows.filter(({ year }) => year >= newest - SOUND_WITHIN_YEARS);
  return Math.min(...near.map(({ gPerKwh }) => gPerKwh));
}

const newestOf = (rows: readonly Candidate[], year: number | null): Candidate | undefined =>
  newestFor(
    rows.map((candidate) => ({ candidate, year: candidate.row.year })),
    year,
  )?.candidate;

/** How many years lie between two figures, infinitely many where either is not dated. */
const yearsApart = ({ row: a }: Candidate, { row: b }: Candidate): number =>
  a.year === null || b.year === null ? Number.POSITIVE_INFINITY : Math.abs(a.year - b.year);

/**
 * The direct figure beside a lifecycle one: of the same place and year, and not above it. What nobody doubts first,
 * then the same publisher's.
 */
function directBeside(
  { row: { scope, year, sourceId, carbonIntensityGPerKwh: most } }: Candidate,
  candidates: readonly Candidate[],
): Candidate | undefined {
  if (scope !== 'lifecycle') return undefined;
  const rank = ({ row }: Candidate) =>
    (row.quality === 'ok' ? 0 : 2) + (row.sourceId === sourceId ? 0 : 1);
  return candidates
    .filter(
      ({ row }) =>
        row.scope === 'direct' && row.year === year && row.carbonIntensityGPerKwh <= most,
    )
    .toSorted((a, b) => rank(a) - rank(b))[0];
}

/** A figure of a place alone, and whether its row is marked as doubtful. */
interface OwnFigure {
  readonly gPerKwh: number;
  readonly quality: Candidate['row']['quality'];
}

/**
 * The figure of one zone alone, whatever it lies in; null where it has none.
 *
 * @param edition the edition
 * @param zone the zone
 * @param year the run's year; null = now
 * @param scope what of the grid's emissions counts
 */
export function ownFigure(
  edition: Edition,
  zone: ZoneRow,
  year: number | null,
  scope: GridScope,
): OwnFigure | null {
  const rows = edition.intensityByZone.get(zone.id) ?? [];
  const best = bestOf(
    edition,
    rows.map((row) => ({ zone, own: false, row })),
    year,
    scope,
  );
  if (!best) return null;
  const { quality } = best.row;
  return { gPerKwh: inScope(edition, publishedOf(best), scope).value, quality };
}
