import type { Edition } from '@ml-emissions/data';
import type { Method, Place, ResolvedRun, Run } from '@ml-emissions/model';
import { gridWaterOf } from './grid-water.ts';
import { intensityOf } from './intensity/of-run.ts';
import { NOT_SPLIT } from './intensity/split.ts';
import type { Machine } from './machine.ts';
import { cloudPlace } from './place.ts';
import { pueOf } from './pue.ts';
import { ownKeys, type Question } from './question.ts';
import { wueOf } from './wue.ts';

/**
 * The same machine and work in another place: only what belongs to the place is found again. How its grid splits into
 * scopes is left out: no comparison says it, and it is as much work as the intensity itself.
 *
 * @param edition its facts
 * @param here the run with its factors where it is
 * @param run the run as it would be there
 * @param machine where it is; what it is made of does not change
 * @param method whose rungs are read
 */
export function relocate(
  edition: Edition,
  here: ResolvedRun,
  run: Run,
  machine: Machine,
  method: Method,
): ResolvedRun {
  const provider = cloudPlace(edition, run)?.provider ?? null;
  const site = provider === null ? null : (edition.providerById.get(provider)?.siteKind ?? 'cloud');
  const question: Question = {
    edition,
    run,
    machine: { ...machine, site },
    method,
    keyOf: ownKeys,
  };
  return {
    ...here,
    pue: pueOf(question)?.named ?? null,
    carbonIntensity: intensityOf(question).named,
    ...NOT_SPLIT,
    wue: wueOf(question),
    gridWater: gridWaterOf(question),
    site,
    provider,
  };
}

/** The same work in another place: its grid, PUE and water instead of what was told of the one before. */
export function movedRun(run: Run, place: Place): Run {
  const {
    carbonIntensityGPerKwh: _,
    pue: __,
    wueLPerKwh: ___,
    gridWaterLPerKwh: ____,
    site: _____,
    ...rest
  } = run;
  return { ...rest, place };
}
