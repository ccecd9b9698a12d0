import { type Edition, type Editions, frozen } from '@ml-emissions/data';
import {
  type DevelopmentFactor,
  type EstimateResult,
  equivalences,
  type Figure,
  figureOf,
  type GroupResult,
  isExact,
  type NamedFactor,
  type Notice,
  type Phase,
  type Place,
  type Project,
  type ProjectResult,
  type Quantity,
  type Sum,
  sensitivityOf,
  spreadOf,
  summed,
} from '@ml-emissions/model';
import { siteOf } from '@ml-emissions/rates';
import { factorsIn } from '../factors-in.ts';
import { lazy } from '../lazy.ts';
import { projectKeys } from '../parse/project.ts';
import { pooledSum } from '../pooled-sum.ts';
import { type PreparedRun, prepare } from '../prepare.ts';
import { figureOfWhole } from '../whole.ts';
import { isDevelopmentMissing } from './boundary.ts';
import { developmentFactors, type EstimateOptions, INTERVAL, resultOf } from './estimate.ts';
import { mixedNotices } from './mixed-runs.ts';
import { isInUse, isMaking, withTrainingShare } from './training-share.ts';
import { hinted, worded } from './worded.ts';

/** A run of a project with its result, which may be worked out when it is first asked for. */
export interface Part {
  readonly prepared: PreparedRun;
  readonly result: EstimateResult;
}

/**
 * What a project emits: the sum of its runs, with ranges that carry what the runs share.
 *
 * @param editions those at hand
 * @param project from `parseProject`, or a copy of it
 * @param options what to leave out of the runs' results
 * @returns totals, groups by phase, place and hardware, and each run's own result
 * Errors: none for a project from `parseProject`.
 * Source: as for `estimate`; sums as in docs/method.md, section 6.
 */
export function estimateProject(
  editions: Editions,
  project: Project,
  options: EstimateOptions = {},
): ProjectResult {
  const parts = project.runs.map((run, index): Part => {
    const prepared = prepare(editions, run, projectKeys(index, run));
    return { prepared, result: resultOf(prepared, options) };
  });
  // Plain data, all of it worked out.
  return { ...resultOfParts(project, parts, groupOf) };
}

/** Sums up runs that share something. */
export type Grouping = <Shared>(
  shares: Shares<Shared>,
  whole: readonly PreparedRun[],
) => GroupResult<Shared>;

/** What all runs of a project share. */
export const ALL: Shares<never> = { name: 'all', of: null };

/**
 * The result of a project of whose runs each has its own. What is not looked at is not worked out: a list of thousands of
 * runs, of which somebody changes one, shows a few sums.
 */
export function resultOfParts(
  project: Project,
  parts: readonly Part[],
  groupOf: Grouping,
): ProjectResult {
  const whole = parts.map(({ prepared }) => prepared);
  const [first] = whole as [PreparedRun, ...PreparedRun[]];
  const { edition } = first;
  const isOneEdition = whole.every((one) => one.edition === edition);
  const isMissing = project.complete !== true && isDevelopmentMissing(project.runs);
  let sum: GroupResult<never> | null = null;
  const all = () => {
    sum ??= groupOf(ALL, whole);
    return sum;
  };
  return lazy<ProjectResult>({
    schemaVersion: () => 1,
    name: () => project.name ?? null,
    complete: () => project.complete ?? null,
    notCounted: () => project.notCounted ?? null,
    shared: () => project.shared,
    edition: () => (isOneEdition ? { id: edition.id, hash: edition.hash } : null),
    energyKwh: () => all().energyKwh,
    operational: () => all().operational,
    ghgProtocol: () => ({
      scope2: { kgCo2e: withoutMean(known(whole, 'scope2KgCo2e')) },
      scope3Category3: { kgCo2e: withoutMean(known(whole, 'scope3Category3KgCo2e')) },
    }),
    marketBased: () => ({ kgCo2e: known(whole, 'marketKgCo2e') }),
    offset: () => ({ kgCo2e: claimed(whole) }),
    embodied: () => all().embodied,
    water: () => ({ onSiteL: known(whole, 'onSiteL'), offSiteL: known(whole, 'offSiteL') }),
    total: () => all().total,
    byPhase: () => grouped(whole, phaseOf, groupOf),
    byPlace: () => grouped(whole, placeOf, groupOf),
    byHardware: () => grouped(whole, hardwareOf, groupOf),
    interval: () => (pooledSum(whole, 'operationalKgCo2e') ? INTERVAL : null),
    sensitivity: () => {
      const operational = pooledSum(whole, 'operationalKgCo2e');
      return operational
        ? sensitivityOf(spreadOf(operational), factorsOfAll(whole)).map(hinted)
        : [];
    },
    development: () => (isMissing ? developmentOf(whole) : []),
    equivalences: () => equivalences(all().operational.kgCo2e.value, edition.equivalences),
    warnings: () => [
      ...(isMissing ? [worded(DEVELOPMENT_MISSING)] : []),
      ...mixedNotices(whole).map(worded),
      ...whole.flatMap(({ warnings }, index) =>
        warnings.map((one) => worded({ ...one, field: `/runs/${index}${one.field}` })),
      ),
    ],
    runs: () => withTraining(parts).map(({ result }) => result),
  });
}

/** Services tell what share of the project's training falls on one use of theirs. */
function withTraining(parts: readonly Part[]): readonly Part[] {
  const making = parts.flatMap(({ prepared }) => (isMaking(prepared.run) ? [prepared] : []));
  if (making.length === 0 || parts.every(({ prepared }) => !prepared.served)) return parts;
  const value = figureOfWhole(making, 'totalKgCo2e');
  const training = quantity(value, pooledSum(making, 'totalKgCo2e'));
  const users = parts.filter(({ prepared: { run } }) => isInUse(run));
  const services = users.flatMap(({ result: { service } }) => service ?? []);
  return parts.map((part) => {
    if (!users.includes(part)) return part;
    const service = withTrainingShare(part.result.service, training, services);
    return { ...part, result: { ...part.result, service } };
  });
}

/** What the providers say that they offset; null where none says so. */
function claimed(whole: readonly PreparedRun[]): number | null {
  const claims = whole.flatMap(({ account }) => figureOf(account, 'offsetKgCo2e') ?? []);
  return claims.length > 0 ? claims.reduce((sum, one) => sum + one, 0) : null;
}

/** What development came to elsewhere, by the newest edition among the runs that knows it: whichever run is first. */
function developmentOf(whole: readonly PreparedRun[]): DevelopmentFactor[] {
  const editions = new Map(whole.map(({ edition }) => [edition.id, edition]));
  const newest = [...editions].sort(([a], [b]) => (a < b ? 1 : -1));
  return (
    newest
      .map(([, edition]) => developmentFactors(edition))
      .find((factors) => factors.length > 0) ?? []
  );
}

const DEVELOPMENT_MISSING: Notice = frozen({
  field: '/runs',
  said: { code: 'development-not-counted' },
});

function quantity(value: number, sum: Sum): Quantity {
  return sum ? summed(value, sum) : { value };
}

/** A figure of all runs; null where one of them does not have it. */
function known(whole: readonly PreparedRun[], figure: Figure): Quantity | null {
  if (whole.some(({ account }) => figureOf(account, figure) === null)) return null;
  return together(whole, figure);
}

/** A figure of some runs; its range is not known where that of any is not. */
const together = (
  whole: readonly PreparedRun[],
  figure: Figure,
  rangedBy: typeof summed = summed,
): Quantity => {
  const value = figureOfWhole(whole, figure);
  const sum = pooledSum(whole, figure);
  return sum ? rangedBy(value, sum) : { value };
};

/** The parts of a grid's emissions rise and fall together: each has a mean, but these do not add up to that of the whole. */
function withoutMean(of: Quantity | null): Quantity | null {
  if (!of) return null;
  const { mean: _, ...rest } = of;
  return rest;
}

/** What a run shares with others of its group: by name, and as a value. */
export type Shares<Shared> = Pick<GroupResult<Shared>, 'name' | 'of'>;

function grouped<Shared>(
  whole: readonly PreparedRun[],
  sharesOf: (prepared: PreparedRun) => Shares<Shared>,
  groupOf: Grouping,
): GroupResult<Shared>[] {
  const groups = new Map<string, { shares: Shares<Shared>; some: PreparedRun[] }>();
  for (const prepared of whole) {
    const shares = sharesOf(prepared);
    const group = groups.get(shares.name);
    if (group) group.some.push(prepared);
    else groups.set(shares.name, { shares, some: [prepared] });
  }
  return [...groups.values()]
    .map(({ shares, some }) => groupOf(shares, some))
    .sort((a, b) => b.operational.kgCo2e.value - a.operational.kgCo2e.value);
}

/**
 * What some runs come to together.
 *
 * @param rangedBy how a sum has its range
 */
export function groupOf<Shared>(
  shares: Shares<Shared>,
  whole: readonly PreparedRun[],
  rangedBy: typeof summed = summed,
): GroupResult<Shared> {
  const made = whole.filter(({ account }) => figureOf(account, 'embodiedKgCo2e') !== null);
  return {
    ...shares,
    runs: whole.length,
    energyKwh: together(whole, 'energyKwh', rangedBy),
    operational: { kgCo2e: together(whole, 'operationalKgCo2e', rangedBy) },
    embodied: { kgCo2e: made.length > 0 ? together(made, 'embodiedKgCo2e', rangedBy) : null },
    total: { kgCo2e: together(whole, 'totalKgCo2e', rangedBy) },
  };
}

function phaseOf({ run: { phase } }: PreparedRun): Shares<Phase> {
  return { name: phase ?? 'not told', of: phase ?? null };
}

function placeOf({ run, edition }: PreparedRun): Shares<Place> {
  const { place, carbonIntensityGPerKwh } = run;
  if (carbonIntensityGPerKwh !== undefined || !place) return { name: 'given intensity', of: null };
  return { name: placeLabel(place, edition), of: place };
}

/** `gcp us-central1`, `gcp US`, `Jean Zay`, `FR`. */
function placeLabel(place: Place, edition: Edition): string {
  if ('site' in place) return siteOf(edition, place)?.name ?? place.site;
  if ('region' in place) return `${place.provider} ${place.region}`;
  if ('provider' in place) return `${place.provider} ${place.country}`;
  return 'zone' in place ? place.zone : place.country;
}

function hardwareOf({ resolved, run }: PreparedRun): Shares<string> {
  const { accelerators, host } = resolved;
  const names = accelerators.map(({ label }) => label).join(' + ');
  const name = names || (host.cpu?.name ?? run.instance ?? null);
  return { name: name ?? 'not told', of: name };
}

/** Unsure factors by key, each with the field of the first run that has it. */
function factorsOfAll(whole: readonly PreparedRun[]): ReadonlyMap<string, NamedFactor> {
  const all = new Map<string, NamedFactor>();
  for (const [index, prepared] of whole.entries()) {
    for (const [key, named] of factorsIn(prepared)) {
      // What is exact makes nothing unsure.
      if (isExact(named.factor) || all.has(key)) continue;
      all.set(key, named.field ? { ...named, field: `/runs/${index}${named.field}` } : named);
    }
  }
  return all;
}
