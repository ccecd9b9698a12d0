import type { Edition } from '@ml-emissions/data';
import type { Doubt, IntensityScope } from '@ml-emissions/model';

/** Lower ends of the bands of direct intensity for which the factor to lifecycle is known, g CO2e/kWh. */
const BANDS = [400, 200, 60, 0] as const;

/** A figure in the lifecycle scope; `doubt` where it had to be brought over. */
interface LifecycleFigure {
  readonly value: number;
  readonly scope: IntensityScope;
  readonly note: string;
  readonly doubt: Doubt | null;
}

/**
 * A figure in lifecycle scope: as it is, or a direct one times the usual ratio of the two for grids like it.
 *
 *     lifecycle = direct x factor(band of direct)
 *
 * Source: ratios of yearly means over 57 zone-years that have both (`data/defaults.csv`,
 * `intensity.lifecycle-factor-*`).
 *
 * @param edition the edition
 * @param value as published, g CO2e/kWh
 * @param scope as published
 */
export function asLifecycle(
  edition: Edition,
  value: number,
  scope: IntensityScope,
): LifecycleFigure {
  if (scope !== 'direct') return { value, scope, note: scope ?? '', doubt: null };
  const band = BANDS.find((low) => value >= low) ?? 0;
  const factor = edition.defaultById.get(`intensity.lifecycle-factor-${band}`);
  if (!factor) return { value, scope, note: scope, doubt: null };
  const note = `${value} g/kWh direct x ${factor.value} to lifecycle`;
  return {
    value: value * factor.value,
    scope: 'lifecycle',
    note,
    doubt: { cause: 'scope', gsd: factor.gsd ?? 1, note },
  };
}
