import type { Edition } from '@ml-emissions/data';
import type { Doubt, IntensityScope, Said } from '@ml-emissions/model';

/** Lower ends of the bands of direct intensity for which the factor to lifecycle is known, g CO2e/kWh. */
const BANDS = [400, 200, 60, 0] as const;

/** A figure in the lifecycle scope; `doubt` where it had to be brought over. */
interface LifecycleFigure {
  readonly value: number;
  readonly scope: IntensityScope;
  /** Null where the scope is not known. */
  readonly said: Said | null;
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
  const asIs = { value, scope, said: scope && ({ code: scope } as const), doubt: null };
  if (scope !== 'direct') return asIs;
  const band = BANDS.find((low) => value >= low) ?? 0;
  const factor = edition.defaultById.get(`intensity.lifecycle-factor-${band}`);
  if (!factor) return asIs;
  const said = { code: 'to-lifecycle', gPerKwh: value, factor: factor.value } as const;
  return {
    value: value * factor.value,
    scope: 'lifecycle',
    said,
    doubt: { cause: 'scope', gsd: factor.gsd ?? 1, said },
  };
}
