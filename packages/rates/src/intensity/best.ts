import type { Edition, RegionIntensity, ZoneIntensityRow, ZoneRow } from '@ml-emissions/data';
import { newestFor } from './newest.ts';
import { asLifecycle } from './scope.ts';

/** A row of either table, with the zone that it speaks for. */
export interface Candidate {
  readonly zone: ZoneRow | null;
  /** Whether the provider says it of its own region. */
  readonly own: boolean;
  readonly row: ZoneIntensityRow | RegionIntensity;
}

const SCOPES = ['lifecycle', 'direct', null] as const;

/**
 * Lifecycle before direct, then the newest for the year, then what nobody doubts, then consumption before production.
 *
 * @param candidates figures for one place
 * @param year the run's year; null = now
 * @returns the one to take; undefined where there is none
 * Source: docs/method.md, section 3.
 */
export function bestOf(
  candidates: readonly Candidate[],
  year: number | null,
): Candidate | undefined {
  const inScope = SCOPES.map((scope) => candidates.filter(({ row }) => row.scope === scope));
  const rows = inScope.find((some) => some.length > 0) ?? [];
  const newest = newestFor(
    rows.map((candidate) => ({ candidate, year: candidate.row.year })),
    year,
  )?.candidate;
  if (!newest) return undefined;
  const sameYear = rows.filter(({ row }) => row.year === newest.row.year);
  const sound = sameYear.filter(({ row }) => row.quality === 'ok');
  const [first = newest] = sound;
  const left = sound.length > 0 ? sound : sameYear;
  return left.find(({ row }) => row.basis === 'consumption') ?? (sound.length > 0 ? first : newest);
}

/**
 * The lifecycle figure of one zone alone, whatever it lies in, g CO2e/kWh; null where it has none.
 *
 * @param edition the edition
 * @param zone the zone
 * @param year the run's year; null = now
 */
export function ownFigure(edition: Edition, zone: ZoneRow, year: number | null): number | null {
  const rows = edition.intensityByZone.get(zone.id) ?? [];
  const best = bestOf(
    rows.map((row) => ({ zone, own: false, row })),
    year,
  );
  return best ? asLifecycle(edition, best.row.carbonIntensityGPerKwh, best.row.scope).value : null;
}
