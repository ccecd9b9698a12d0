import { type Edition, type Editions, frozen } from '@ml-emissions/data';
import {
  type DevelopmentFactor,
  type EstimateResult,
  equivalences,
  type Figure,
  type GroupResult,
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
import { projectKeys } from '../parse/project.ts';
import { pooledSum } from '../pooled-sum.ts';
import { type PreparedRun, prepare } from '../prepare.ts';
import { isDevelopmentMissing } from './boundary.ts';
import { developmentFactors, type EstimateOptions, resultOf } from './estimate.ts';
import { mixedNotices } from './mixed-runs.ts';
import { isInUse, isMaking, withTrainingShare } from './training-share.ts';
import { hinted, worded } from './worded.ts';

/** A run with its result, so that sums need not be looked up again. */
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
  return resultOfParts(
    project,
    project.runs.map((run, index): Part => {
      const prepared = prepare(editions, run, projectKeys(index, run));
      return { prepared, result: resultOf(prepared, options) };
    }),
    groupOf,
  );
}

/** Sums up runs that share something. */
export type Grouping = <Shared>(
  shares: Shares<Shared>,
  parts: readonly Part[],
) => GroupResult<Shared>;

/** The result of a project of whose runs each has its own. */
export function resultOfParts(
  project: Project,
  alone: readonly Part[],
  groupOf: Grouping,
): ProjectResult {
  const parts = withTraining(alone);
  const [first] = parts as [Part, ...Part[]];
  const isOneEdition = parts.every(({ prepared }) => prepared.edition === first.prepared.edition);
  const whole = groupOf({ name: 'all', of: null }, parts);
  const operational = sumOf(parts, 'operationalKgCo2e');
  const { edition } = first.prepared;
  const claims = parts.flatMap(({ result }) => result.offset.kgCo2e ?? []);
  const isMissing = project.complete !== true && isDevelopmentMissing(project.runs);
  return {
    schemaVersion: 1,
    name: project.name ?? null,
    complete: project.complete ?? null,
    notCounted: project.notCounted ?? null,
    shared: project.shared,
    edition: isOneEdition ? { id: edition.id, hash: edition.hash } : null,
    energyKwh: whole.energyKwh,
    operational: whole.operational,
    ghgProtocol: {
      scope2: {
        kgCo2e: withoutMean(
          known(parts, ({ ghgProtocol }) => ghgProtocol.scope2.kgCo2e, 'scope2KgCo2e'),
        ),
      },
      scope3Category3: {
        kgCo2e: withoutMean(
          known(
            parts,
            ({ ghgProtocol }) => ghgProtocol.scope3Category3.kgCo2e,
            'scope3Category3KgCo2e',
          ),
        ),
      },
    },
    marketBased: {
      kgCo2e: known(parts, ({ marketBased }) => marketBased.kgCo2e, 'marketKgCo2e'),
    },
    offset: { kgCo2e: claims.length > 0 ? claims.reduce((sum, one) => sum + one, 0) : null },
    embodied: whole.embodied,
    water: {
      onSiteL: known(parts, ({ water }) => water.onSiteL, 'onSiteL'),
      offSiteL: known(parts, ({ water }) => water.offSiteL, 'offSiteL'),
    },
    total: whole.total,
    byPhase: grouped(parts, phaseOf, groupOf),
    byPlace: grouped(parts, placeOf, groupOf),
    byHardware: grouped(parts, hardwareOf, groupOf),
    interval: parts.every(({ result }) => result.interval) ? first.result.interval : null,
    sensitivity: operational
      ? sensitivityOf(spreadOf(operational), factorsOfAll(parts)).map(hinted)
      : [],
    development: isMissing ? developmentOf(parts) : [],
    equivalences: equivalences(whole.operational.kgCo2e.value, edition.equivalences),
    warnings: [
      ...(isMissing ? [worded(DEVELOPMENT_MISSING)] : []),
      ...mixedNotices(parts.map(({ result }) => result)).map(worded),
      ...parts.flatMap(({ result }, index) =>
        result.warnings.map((one) => ({ ...one, field: `/runs/${index}${one.field}` })),
      ),
    ],
    runs: parts.map(({ result }) => result),
  };
}

/** Services tell what share of the project's training falls on one use of theirs. */
function withTraining(parts: readonly Part[]): readonly Part[] {
  const making = parts.filter(({ prepared: { run } }) => isMaking(run));
  if (making.length === 0 || parts.every(({ result }) => !result.service)) return parts;
  const value = making.reduce((sum, { result }) => sum + result.total.kgCo2e.value, 0);
  const training = quantity(value, sumOf(making, 'totalKgCo2e'));
  const users = parts.filter(({ prepared: { run } }) => isInUse(run));
  const services = users.flatMap(({ result: { service } }) => service ?? []);
  return parts.map((part) => {
    if (!users.includes(part)) return part;
    const service = withTrainingShare(part.result.service, training, services);
    return { ...part, result: { ...part.result, service } };
  });
}

/** What development came to elsewhere, by the newest edition among the runs that knows it: whichever run is first. */
function developmentOf(parts: readonly Part[]): DevelopmentFactor[] {
  const editions = new Map(parts.map(({ prepared: { edition } }) => [edition.id, edition]));
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

/** One figure over parts; its range is null where that of any is not known. */
const sumOf = (parts: readonly Part[], figure: Figure): Sum =>
  pooledSum(
    parts.map(({ prepared }) => prepared),
    figure,
  );

function quantity(value: number, sum: Sum): Quantity {
  return sum ? summed(value, sum) : { value };
}

/** A figure that counts only where every run has it. */
function known(
  parts: readonly Part[],
  figure: (result: EstimateResult) => Quantity | null,
  name: Figure,
): Quantity | null {
  let value = 0;
  for (const { result } of parts) {
    const one = figure(result);
    if (!one) return null;
    value += one.value;
  }
  return quantity(value, sumOf(parts, name));
}

/** The parts of a grid's emissions rise and fall together: each has a mean, but these do not add up to that of the whole. */
function withoutMean(of: Quantity | null): Quantity | null {
  if (!of) return null;
  const { mean: _, ...rest } = of;
  return rest;
}

/** What a run shares with others of its group: by name, and as a value. */
export type Shares<Shared> = Pick<GroupResult<Shared>, 'name' | 'of'>;

function grouped<Shared>(
  parts: readonly Part[],
  sharesOf: (prepared: PreparedRun) => Shares<Shared>,
  groupOf: Grouping,
): GroupResult<Shared>[] {
  const groups = new Map<string, { shares: Shares<Shared>; some: Part[] }>();
  for (const part of parts) {
    const shares = sharesOf(part.prepared);
    const group = groups.get(shares.name);
    if (group) group.some.push(part);
    else groups.set(shares.name, { shares, some: [part] });
  }
  return [...groups.values()]
    .map(({ shares, some }) => groupOf(shares, some))
    .sort((a, b) => b.operational.kgCo2e.value - a.operational.kgCo2e.value);
}

export function groupOf<Shared>(
  shares: Shares<Shared>,
  parts: readonly Part[],
): GroupResult<Shared> {
  const total = (of: (result: EstimateResult) => number) =>
    parts.reduce((sum, { result }) => sum + of(result), 0);
  const made = parts.filter(({ result }) => result.embodied.kgCo2e !== null);
  const embodied = total(({ embodied: { kgCo2e } }) => kgCo2e?.value ?? 0);
  return {
    ...shares,
    runs: parts.length,
    energyKwh: quantity(
      total(({ energyKwh }) => energyKwh.value),
      sumOf(parts, 'energyKwh'),
    ),
    operational: {
      kgCo2e: quantity(
        total(({ operational }) => operational.kgCo2e.value),
        sumOf(parts, 'operationalKgCo2e'),
      ),
    },
    embodied: {
      kgCo2e: made.length > 0 ? quantity(embodied, sumOf(made, 'embodiedKgCo2e')) : null,
    },
    total: {
      kgCo2e: quantity(
        total((result) => result.total.kgCo2e.value),
        sumOf(parts, 'totalKgCo2e'),
      ),
    },
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

/** Factors by key, each with the field of the first run that has it. */
function factorsOfAll(parts: readonly Part[]): ReadonlyMap<string, NamedFactor> {
  const all = new Map<string, NamedFactor>();
  for (const [index, { prepared }] of parts.entries()) {
    for (const [key, named] of factorsIn(prepared)) {
      if (all.has(key)) continue;
      all.set(key, named.field ? { ...named, field: `/runs/${index}${named.field}` } : named);
    }
  }
  return all;
}
