import { type Edition, frozen } from '@ml-emissions/data';
import {
  type DevelopmentFactor,
  type EstimateResult,
  energyParts,
  equivalences,
  factorsOf,
  figureOf,
  range90,
  receiptOf,
  type SourceRef,
} from '@ml-emissions/model';
import type { PreparedRun } from '../prepare.ts';
import { alternatives } from './alternatives.ts';
import { assumptionsOf, boundaryOf, isDevelopmentMissing } from './boundary.ts';
import { locationOfResult, machineOfResult } from './describe.ts';
import { knownQuantity, quantityOf, sensitivityTo } from './figures.ts';
import { perUnitOf, sciOf, unitsOf } from './per-unit.ts';
import { serviceOf } from './service.ts';
import { usedFactors, usedValues } from './used.ts';
import { inEnglish, noted, notedDoubt, notedFigure, worded } from './worded.ts';

/** What an estimate may leave out where speed matters more. */
export interface EstimateOptions {
  /** Build the receipt and its sources; default true. */
  readonly receipt?: boolean;
  /** Work out the least emitting places, which are estimates of their own, or that of all providers alone; default true. */
  readonly alternatives?: boolean | 'anywhere';
}

/** How ranges are told. */
export const INTERVAL = frozen({
  level: 0.9,
  distribution: 'lognormal',
  approach: 'ipcc-2006-1',
} as const);
const NOT_ASKED = frozen({ sameProvider: null, anywhere: null });

/** The result of a run whose factors are known. */
export function resultOf(prepared: PreparedRun, options: EstimateOptions = {}): EstimateResult {
  const { account, method, resolved, edition, sums, warnings, run } = prepared;
  const operational = knownQuantity(prepared, 'operationalKgCo2e');
  const energy = knownQuantity(prepared, 'energyKwh');
  const total = knownQuantity(prepared, 'totalKgCo2e');
  const embodied = quantityOf(prepared, 'embodiedKgCo2e');
  const water = {
    onSiteL: quantityOf(prepared, 'onSiteL'),
    offSiteL: quantityOf(prepared, 'offSiteL'),
  };
  const { fraction, sourceId, year } = resolved.offsetClaim;
  const equal = equivalences(operational.value, edition.equivalences);
  const assumed = assumptionsOf(prepared);
  const factors = factorsOf(account);
  const figures = { energyKwh: energy, operational, embodied, total, water };
  const units = unitsOf(prepared);
  return {
    schemaVersion: 1,
    method: method.name,
    edition: { id: edition.id, hash: edition.hash },
    run,
    plan: prepared.plan,
    service: serviceOf(prepared, figures),
    machine: machineOfResult(prepared),
    location: locationOfResult(prepared),
    energyKwh: { ...energy, parts: energyParts(account) },
    carbonIntensityGPerKwh: intensityInResult(prepared),
    ...usedValues(prepared),
    operational: { kgCo2e: operational },
    ghgProtocol: {
      scope2: { kgCo2e: quantityOf(prepared, 'scope2KgCo2e') },
      scope3Category3: { kgCo2e: quantityOf(prepared, 'scope3Category3KgCo2e') },
    },
    marketBased: { kgCo2e: quantityOf(prepared, 'marketKgCo2e') },
    offset: { fraction, kgCo2e: figureOf(account, 'offsetKgCo2e'), sourceId, year },
    embodied: {
      kgCo2e: embodied,
      parts: account.steps
        .filter(({ family }) => family === 'embodied')
        .map(({ said, value }) => ({ part: inEnglish(said), kgCo2e: value, said })),
      sensitivity: sensitivityTo(prepared, 'embodiedKgCo2e', factors),
    },
    water,
    total: { kgCo2e: total },
    perUnit: perUnitOf(units, figures),
    sci: sciOf(run.phase, units, figures),
    boundary: boundaryOf(prepared),
    development: isDevelopmentMissing([run]) ? developmentFactors(edition) : [],
    interval: sums?.spread('operationalKgCo2e') ? INTERVAL : null,
    equivalences: equal,
    alternatives:
      options.alternatives === false
        ? NOT_ASKED
        : alternatives(prepared, options.alternatives === 'anywhere'),
    sensitivity: sensitivityTo(prepared, 'operationalKgCo2e', factors),
    assumptions: assumed.map(inEnglish),
    assumed,
    rungs: resolved.rungs,
    warnings: warnings.map(worded),
    factors: usedFactors(prepared),
    ...accounted(prepared, equal, options),
  };
}

/** What whole projects came to over their final runs, by those who counted; offered, never applied. */
export function developmentFactors(edition: Edition): DevelopmentFactor[] {
  return [...edition.defaultById.keys()]
    .filter((id) => id.startsWith('development.'))
    .flatMap((id) => edition.defaultById.get(id) ?? [])
    .map(({ value, sourceIds, note }) => ({ value, sourceId: sourceIds[0] ?? '', note }));
}

/** The receipt with its sources, where they are asked for. */
function accounted(
  { method, account, edition }: PreparedRun,
  equal: EstimateResult['equivalences'],
  options: EstimateOptions,
): Pick<EstimateResult, 'receipt' | 'sources'> {
  if (options.receipt === false) return { receipt: [], sources: [] };
  const receipt = receiptOf(account).map(noted);
  // The method's own paper first: whoever uses the figure cites it.
  const ids = new Set<string>([method.source]);
  for (const { sourceId } of receipt) if (sourceId !== null) ids.add(sourceId);
  for (const { sourceId } of equal) ids.add(sourceId);
  return { receipt, sources: sourcesOf(edition, ids) };
}

/** Sources as they must be credited. */
function sourcesOf(edition: Edition, ids: Iterable<string>): SourceRef[] {
  const sources: SourceRef[] = [];
  for (const id of ids) {
    const row = edition.sourceById.get(id);
    if (!row) continue;
    const { title, publisher, year, url, licence } = row;
    sources.push({ id, title, publisher, year, url, licence });
  }
  return sources;
}

function intensityInResult({
  resolved,
  method,
}: PreparedRun): EstimateResult['carbonIntensityGPerKwh'] {
  const { factor } = resolved.carbonIntensity;
  const { value, gsd, gsdUp, zone, spatial, year, scope, basis, sourceId } = factor;
  const beside = factor.beside.map(notedFigure);
  const step = year === null ? null : 'year';
  const type = sourceId === null ? null : 'average';
  const about = { zone, spatial, year, step, type, scope, basis, sourceId } as const;
  if (!method.hasRange || gsd === null) return { value, ...about, doubts: [], beside };
  return {
    value,
    ...range90(value, gsd, gsdUp),
    ...about,
    doubts: factor.doubts.map(notedDoubt),
    beside,
  };
}
