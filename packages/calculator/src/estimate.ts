import type { Commons } from '@ml-emissions/data';
import {
  type DevelopmentFactor,
  type EstimateResult,
  energyKwh,
  energyParts,
  equivalences,
  offsetKgCo2e,
  operationalKgCo2e,
  type Run,
  range90,
  receiptOf,
  type SourceRef,
} from '@ml-emissions/model';
import { alternatives } from './alternatives.ts';
import { assumptionsOf, boundaryOf, isDevelopmentMissing } from './boundary.ts';
import { locationOfResult, machineOfResult } from './describe.ts';
import {
  embodiedOf,
  headlineSensitivity,
  marketBased,
  ranged,
  spreadsOf,
  waterOf,
} from './figures.ts';
import type { PreparedRun } from './look-up/look-up.ts';
import { perUnitOf, sciOf } from './per-unit.ts';
import { prepare } from './prepare.ts';
import { usedBy } from './used.ts';

/** What an estimate may leave out where speed matters more. */
export interface EstimateOptions {
  /** Build the receipt and its sources; default true. */
  readonly receipt?: boolean;
}

const INTERVAL = { level: 0.9, distribution: 'lognormal', approach: 'ipcc-2006-1' } as const;

/**
 * What a run emits, how sure that is, how it came about and what stands beside it.
 *
 * @param run from `parseRun`
 * @param options what to leave out
 * @returns the result at full precision
 * Errors: none for a run from `parseRun`; throws `InvalidRun` for any other object that is no run.
 * Source: the run's method (docs/method.md).
 */
export function estimate(run: Run, options: EstimateOptions = {}): EstimateResult {
  return resultOf(prepare(run), options);
}

/** The result of a run whose factors are looked up. */
export function resultOf(prepared: PreparedRun, options: EstimateOptions = {}): EstimateResult {
  const { account, method, work, commons, rungs, warnings, run } = prepared;
  const spreads = spreadsOf(prepared);
  const used = usedBy(prepared);
  const kgCo2e = operationalKgCo2e(account);
  const { fraction, sourceId, year } = work.offset;
  const claimed = offsetKgCo2e({ kgCo2e, offsetFraction: fraction });
  const equal = equivalences(kgCo2e, commons.equivalences);
  const embodied = embodiedOf(prepared);
  const energy = ranged(energyKwh(account), spreads?.of('energyKwh'));
  const operational = ranged(kgCo2e, spreads?.of('operationalKgCo2e'));
  const total = ranged(kgCo2e + (embodied.kgCo2e?.value ?? 0), spreads?.of('totalKgCo2e'));
  const water = waterOf(prepared);
  const { receipt, sources } = accountOf(prepared, equal, options);
  const figures = { energyKwh: energy, operational, embodied: embodied.kgCo2e, total, water };
  return {
    schemaVersion: 1,
    method: method.name,
    edition: commons.edition,
    run,
    machine: machineOfResult(prepared),
    location: locationOfResult(prepared),
    energyKwh: { ...energy, parts: energyParts(account) },
    carbonIntensityGPerKwh: intensityInResult(prepared),
    ...used.values,
    operational: { kgCo2e: operational },
    marketBased: { kgCo2e: marketBased(prepared) },
    offset: {
      fraction,
      kgCo2e: claimed === null ? null : (account.rounding?.kgCo2e(claimed) ?? claimed),
      sourceId,
      year,
    },
    embodied,
    water,
    total: { kgCo2e: total },
    perUnit: perUnitOf(run, figures),
    sci: sciOf(run, figures),
    boundary: boundaryOf(prepared),
    development: isDevelopmentMissing([run]) ? developmentFactors(commons) : [],
    interval: spreads?.of('operationalKgCo2e') ? INTERVAL : null,
    equivalences: equal,
    alternatives: alternatives(prepared),
    sensitivity: headlineSensitivity(prepared),
    assumptions: assumptionsOf(prepared),
    rungs,
    warnings,
    factors: used.factors,
    receipt,
    sources,
  };
}

/** What whole projects came to over their final runs, by those who counted; offered, never applied. */
export function developmentFactors(commons: Commons): DevelopmentFactor[] {
  return commons.defaults
    .filter(({ id }) => id.startsWith('development.'))
    .map(({ value, sourceIds, note }) => ({ value, sourceId: sourceIds[0] ?? '', note }));
}

type Accounted = Pick<EstimateResult, 'receipt' | 'sources'>;

const accounted = new WeakMap<PreparedRun, Accounted>();
const NOT_ASKED: Accounted = { receipt: [], sources: [] };

/** The receipt with its sources: built only where it is asked for, and once a prepared run. */
function accountOf(
  prepared: PreparedRun,
  equal: EstimateResult['equivalences'],
  options: EstimateOptions,
): Accounted {
  if (options.receipt === false) return NOT_ASKED;
  const known = accounted.get(prepared);
  if (known) return known;
  const { method, work, account, commons } = prepared;
  const receipt = receiptOf(account, work.offset);
  // The method's own paper first: whoever uses the figure cites it.
  const ids = new Set<string>([method.source]);
  for (const { sourceId } of receipt) if (sourceId !== null) ids.add(sourceId);
  for (const { sourceId } of equal) ids.add(sourceId);
  const found = { receipt, sources: sourcesOf(commons, ids) };
  accounted.set(prepared, found);
  return found;
}

/** Sources as they must be credited. */
function sourcesOf(commons: Commons, ids: Iterable<string>): SourceRef[] {
  const sources: SourceRef[] = [];
  for (const id of ids) {
    const row = commons.sourceById.get(id);
    if (!row) continue;
    const { title, publisher, year, url, licence } = row;
    sources.push({ id, title, publisher, year, url, licence });
  }
  return sources;
}

function intensityInResult({
  work,
  method,
}: PreparedRun): EstimateResult['carbonIntensityGPerKwh'] {
  const { value, gsd, zone, spatial, year, scope, basis, sourceId, doubts, beside } =
    work.carbonIntensityGPerKwh;
  const step = year === null ? null : 'year';
  const type = sourceId === null ? null : 'average';
  const about = { zone, spatial, year, step, type, scope, basis, sourceId } as const;
  if (!method.hasRange || gsd === null) return { value, ...about, doubts: [], beside };
  return { value, ...range90(value, gsd), ...about, doubts, beside };
}
