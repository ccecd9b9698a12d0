import type { Edition } from '@ml-emissions/data';
import {
  type IntensityFactor,
  listed,
  type NamedFactor,
  type SingleFactors,
} from '@ml-emissions/model';
import { placeKey, runTime } from '../place.ts';
import type { Question } from '../question.ts';
import { placeIntensity } from './of-run.ts';
import { upstreamGsd } from './scope.ts';

/** The grid's emissions told apart: those of the plants, and all of the fuel's and the plants' life. */
type GridSplit = Pick<SingleFactors, 'directIntensity' | 'lifecycleIntensity' | 'upstreamShare'>;

export const NOT_SPLIT: GridSplit = {
  directIntensity: null,
  lifecycleIntensity: null,
  upstreamShare: null,
};

/**
 * What of a run's grid is direct and what comes before the plants, by the same figures as the run in either scope.
 *
 *     upstream share = 1 - direct / lifecycle
 *
 * Source: docs/method.md, section 3; GHG Protocol Scope 2 Guidance (2015).
 *
 * @param question the run
 * @param taken its intensity
 * @returns three nulls where the method tells nothing apart, the intensity was given, or either figure is not known
 */
export function splitOf(question: Question, taken: NamedFactor<IntensityFactor>): GridSplit {
  const { edition, run, method, time = runTime(run) } = question;
  const { scope } = taken.factor;
  if (!method.ladders.scopes || !run.place || scope === null) return NOT_SPLIT;
  if (run.carbonIntensityGPerKwh !== undefined || scope !== time.scope) return NOT_SPLIT;
  const otherScope = scope === 'direct' ? 'lifecycle' : 'direct';
  const other = placeIntensity(edition, run.place, { ...time, scope: otherScope })?.factor;
  if (other?.scope !== otherScope) return NOT_SPLIT;
  const under = listed(`${otherScope}-intensity`, 'g CO2e/kWh', other, { field: '/place' });
  const [direct, lifecycle] = scope === 'direct' ? [taken, under] : [under, taken];
  return {
    directIntensity: direct,
    lifecycleIntensity: lifecycle,
    upstreamShare: edition.once(
      `upstream share in ${placeKey(run.place)} ${time.year} ${time.scope}`,
      () => upstreamShare(edition, direct.factor, lifecycle.factor),
    ),
  };
}

function upstreamShare(
  edition: Edition,
  direct: IntensityFactor,
  lifecycle: IntensityFactor,
): NamedFactor {
  const isPublished =
    direct.sourceId === lifecycle.sourceId &&
    ![direct, lifecycle].some(({ doubts }) => doubts.some(({ cause }) => cause === 'scope'));
  return listed('upstream-share', '1', {
    value: lifecycle.value > 0 ? 1 - direct.value / lifecycle.value : 0,
    kind: 'modeled',
    sourceId: lifecycle.sourceId,
    year: lifecycle.year,
    confidence: 'derived',
    said: { code: 'upstream-of', directGPerKwh: direct.value, lifecycleGPerKwh: lifecycle.value },
    gsd: isPublished ? 1 : upstreamGsd(edition, { ...lifecycle, gPerKwh: lifecycle.value }),
    spreadOf: 'value',
    key: `upstream:${lifecycle.zone}:${lifecycle.year}`,
  });
}
