import type { Edition } from '@ml-emissions/data';
import {
  type Doubt,
  type GridScope,
  type IntensityScope,
  pow,
  type Said,
  square,
} from '@ml-emissions/model';
import { newestFor } from './newest.ts';

/** A figure as it was published. */
export interface PublishedFigure {
  readonly gPerKwh: number;
  readonly scope: IntensityScope;
  /** The zone that it speaks for; null where that is not known. */
  readonly zone: string | null;
  readonly year: number | null;
}

/** A figure in the scope that is asked for; `doubt` where it had to be brought over. */
interface ScopedFigure {
  readonly value: number;
  /** Another than the one asked for where the edition cannot bring it over, or the table does not say. */
  readonly scope: IntensityScope;
  /** Null where the scope is not known. */
  readonly said: Said | null;
  readonly doubt: Doubt | null;
}

/** What a grid emits before its plants as it gets dirtier, and how sure that is. */
interface UpstreamLimit {
  readonly gPerKwh: number;
  readonly gsd: number;
  /** Whether it follows from two figures of the grid itself. */
  readonly isOwn: boolean;
}

/** Rows of `data/defaults.csv`: what it is for all grids, and its deviation where it is the grid's own. */
const LIMIT = 'intensity.upstream-limit';
const OF_OTHER_YEAR = 'intensity.upstream-of-other-year';
/** Of clean grids the limit is less sure: what their plants are made of is nearly all that they emit. */
const OF_CLEAN_GRIDS = 'intensity.upstream-limit-of-clean-grids';
const CLEAN_BELOW_G_PER_KWH = 100;

/**
 * A figure in the scope that is asked for: as it is, or by what grids emit before their plants. That grows with what
 * they emit, and less and less: the plants of clean grids are built by others, and coal is little fuel a kWh.
 *
 *     lifecycle = direct + upstream        upstream = limit x lifecycle / (limit + lifecycle)
 *     direct = lifecycle^2 / (limit + lifecycle)
 *     lifecycle = (direct + sqrt(direct^2 + 4 x limit x direct)) / 2
 *
 * The limit is the grid's own where one publisher has both figures of it for any year, else the usual one.
 *
 * Source: yearly means of 19 zones that have both (`data/defaults.csv`, `intensity.upstream-limit`); leaving one zone
 * out, direct figures are 6 % off and lifecycle ones 5 %; docs/method.md, section 3.
 *
 * @param edition the edition; those before 2026.2 have the ratio of lifecycle to direct by bands, and no way back
 * @param figure as published
 * @param to the scope that is asked for
 */
export function inScope(edition: Edition, figure: PublishedFigure, to: GridScope): ScopedFigure {
  const { gPerKwh, scope: from } = figure;
  if (from === null || from === to) return asItIs(figure);
  const limit = limitOf(edition, figure);
  if (!limit) return to === 'lifecycle' ? byBand(edition, figure) : asItIs(figure);
  const [direct, lifecycle] =
    from === 'direct'
      ? [gPerKwh, lifecycleOf(gPerKwh, limit.gPerKwh)]
      : [directOf(gPerKwh, limit.gPerKwh), gPerKwh];
  // How many times as much the figure changes as the limit does.
  const share =
    from === 'direct'
      ? (limit.gPerKwh * direct) / (lifecycle * (2 * lifecycle - direct))
      : limit.gPerKwh / (limit.gPerKwh + lifecycle);
  const value = to === 'direct' ? direct : lifecycle;
  const gsd = deviationOf(edition, limit, lifecycle);
  return broughtOver(figure, to, value, gPerKwh > 0 ? pow(gsd, share) : 1);
}

/** Whether no figure brought over to the life cycle is below what it was: what stands before plants adds to it. */
export const addsUpstream = (edition: Edition): boolean => edition.defaultById.has(LIMIT);

/** Whether a figure may stand beside others of a scope: it is of that scope, or its table does not say. */
export const isOfScope = (factor: { readonly scope: IntensityScope }, asked: GridScope): boolean =>
  factor.scope === null || factor.scope === asked;

/**
 * The spread of what of a lifecycle figure the plants do not emit, where it does not follow from one publisher's two.
 *
 * @returns 1 where the edition does not know it
 */
export function upstreamGsd(edition: Edition, lifecycle: Omit<PublishedFigure, 'scope'>): number {
  const limit = limitOf(edition, lifecycle);
  if (!limit || !(lifecycle.gPerKwh > 0)) return 1;
  const gsd = deviationOf(edition, limit, lifecycle.gPerKwh);
  return pow(gsd, lifecycle.gPerKwh / (limit.gPerKwh + lifecycle.gPerKwh));
}

/**
 * How many times as much direct figures differ as lifecycle ones do, of grids about as clean as this one.
 *
 *     d ln(direct) / d ln(lifecycle) = 1 + limit / (limit + lifecycle)
 *
 * @param direct a figure of direct scope
 * @returns 1 where the edition does not know what grids emit before their plants
 */
export function directOverLifecycle(
  edition: Edition,
  direct: Omit<PublishedFigure, 'scope'>,
): number {
  const limit = limitOf(edition, direct);
  if (!limit) return 1;
  const { gPerKwh } = limit;
  return 1 + gPerKwh / (gPerKwh + lifecycleOf(direct.gPerKwh, gPerKwh));
}

function deviationOf(edition: Edition, { gsd, isOwn }: UpstreamLimit, lifecycle: number): number {
  const isUsual = isOwn || lifecycle >= CLEAN_BELOW_G_PER_KWH;
  return isUsual ? gsd : (edition.defaultById.get(OF_CLEAN_GRIDS)?.gsd ?? gsd);
}

const directOf = (lifecycle: number, limit: number): number =>
  lifecycle > 0 ? square(lifecycle) / (limit + lifecycle) : lifecycle;

const lifecycleOf = (direct: number, limit: number): number =>
  direct > 0 ? (direct + Math.sqrt(square(direct) + 4 * limit * direct)) / 2 : direct;

function limitOf(
  edition: Edition,
  { zone, year }: Pick<PublishedFigure, 'zone' | 'year'>,
): UpstreamLimit | null {
  const usual = edition.defaultById.get(LIMIT);
  if (!usual) return null;
  const own = zone === null ? [] : edition.once(`upstream ${zone}`, () => ownLimits(edition, zone));
  const nearest = newestFor(own, year);
  return nearest
    ? {
        gPerKwh: nearest.gPerKwh,
        gsd: edition.defaultById.get(OF_OTHER_YEAR)?.gsd ?? 1,
        isOwn: true,
      }
    : { gPerKwh: usual.value, gsd: usual.gsd ?? 1, isOwn: false };
}

/** The limits that follow from figures of one zone and year by one publisher, by year. */
function ownLimits(
  edition: Edition,
  zone: string,
): { readonly year: number | null; readonly gPerKwh: number }[] {
  const rows = (edition.intensityByZone.get(zone) ?? []).filter(({ quality }) => quality === 'ok');
  return rows.flatMap(({ scope, year, sourceId, carbonIntensityGPerKwh: lifecycle }) => {
    if (scope !== 'lifecycle') return [];
    const beside = rows.find(
      (row) => row.scope === 'direct' && row.year === year && row.sourceId === sourceId,
    );
    const direct = beside?.carbonIntensityGPerKwh ?? 0;
    if (!(direct > 0 && direct < lifecycle)) return [];
    return [{ year, gPerKwh: (lifecycle * (lifecycle - direct)) / direct }];
  });
}

const asItIs = ({ gPerKwh, scope }: PublishedFigure): ScopedFigure => ({
  value: gPerKwh,
  scope,
  said: scope && { code: scope },
  doubt: null,
});

function broughtOver(
  { gPerKwh }: PublishedFigure,
  to: GridScope,
  value: number,
  gsd: number,
): ScopedFigure {
  const code = to === 'lifecycle' ? 'to-lifecycle' : 'to-direct';
  const said = { code, gPerKwh, factor: gPerKwh > 0 ? value / gPerKwh : 1 } as const;
  return { value, scope: to, said, doubt: { cause: 'scope', gsd, said } };
}

/** Lower ends of the bands of direct intensity for which earlier editions have the ratio of lifecycle to it, g CO2e/kWh. */
const BANDS = [400, 200, 60, 0] as const;

function byBand(edition: Edition, figure: PublishedFigure): ScopedFigure {
  const { gPerKwh } = figure;
  const band = BANDS.find((low) => gPerKwh >= low) ?? 0;
  const ratio = edition.defaultById.get(`intensity.lifecycle-factor-${band}`);
  if (!ratio) return asItIs(figure);
  const said = { code: 'to-lifecycle', gPerKwh, factor: ratio.value } as const;
  return {
    value: gPerKwh * ratio.value,
    scope: 'lifecycle',
    said,
    doubt: { cause: 'scope', gsd: ratio.gsd ?? 1, said },
  };
}
