import type { Edition } from '@ml-emissions/data';
import type { Doubt, GridScope, IntensityScope, Said } from '@ml-emissions/model';

/** Lower ends of the bands of direct intensity for which the factor to lifecycle is known, g CO2e/kWh. */
const DIRECT_BANDS = [400, 200, 60, 0] as const;
/** Those of lifecycle intensity for which the share that the plants emit is known. */
const LIFECYCLE_BANDS = [450, 250, 100, 0] as const;

/** A figure in the scope that is asked for; `doubt` where it had to be brought over. */
interface ScopedFigure {
  readonly value: number;
  /** Another than the one asked for where the edition cannot bring it over, or the table does not say. */
  readonly scope: IntensityScope;
  /** Null where the scope is not known. */
  readonly said: Said | null;
  readonly doubt: Doubt | null;
}

const bandOf = (bands: readonly number[], value: number): number =>
  bands.find((low) => value >= low) ?? 0;

/**
 * A figure in the scope that is asked for: as it is, or times the usual ratio of the two for grids like it.
 *
 *     lifecycle = direct x factor(band of direct)        direct = lifecycle x share(band of lifecycle)
 *
 * Source: ratios of yearly means over 57 zone-years that have both (`data/defaults.csv`,
 * `intensity.lifecycle-factor-*` and `intensity.direct-share-*`); docs/method.md, section 3.
 *
 * @param edition the edition
 * @param value as published, g CO2e/kWh
 * @param from the scope as published
 * @param to the scope that is asked for
 */
export function inScope(
  edition: Edition,
  value: number,
  from: IntensityScope,
  to: GridScope,
): ScopedFigure {
  const asIs = { value, scope: from, said: from && ({ code: from } as const), doubt: null };
  if (from === null || from === to) return asIs;
  const isUp = to === 'lifecycle';
  const ratio = edition.defaultById.get(
    isUp
      ? `intensity.lifecycle-factor-${bandOf(DIRECT_BANDS, value)}`
      : `intensity.direct-share-${bandOf(LIFECYCLE_BANDS, value)}`,
  );
  if (!ratio) return asIs;
  const code = isUp ? 'to-lifecycle' : 'to-direct';
  const said = { code, gPerKwh: value, factor: ratio.value } as const;
  return {
    value: value * ratio.value,
    scope: to,
    said,
    doubt: { cause: 'scope', gsd: ratio.gsd ?? 1, said },
  };
}

/** Whether a figure may stand beside others of a scope: it is of that scope, or its table does not say. */
export const isOfScope = (factor: { readonly scope: IntensityScope }, asked: GridScope): boolean =>
  factor.scope === null || factor.scope === asked;

/** The spread of what of a lifecycle figure the plants do not emit, where it does not follow from one publisher's two. */
export function upstreamGsd(edition: Edition, lifecycle: number): number {
  const band = bandOf(LIFECYCLE_BANDS, lifecycle);
  return edition.defaultById.get(`intensity.upstream-share-${band}`)?.gsd ?? 1;
}
