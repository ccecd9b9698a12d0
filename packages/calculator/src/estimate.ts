import {
  type EstimateResult,
  equivalences,
  offsetKgCo2e,
  type Run,
  range90,
  type SourceRef,
} from '@ml-emissions/model';
import { alternatives } from './alternatives.ts';
import { type PreparedRun, prepare } from './prepare.ts';

/** What an estimate may leave out where speed matters more. */
export interface EstimateOptions {
  /** Build the receipt and its sources; default true. */
  readonly receipt?: boolean;
}

/**
 * What a run emits, how that came about and what stands beside it.
 *
 * @param run from `parseRun`
 * @param options what to leave out
 * @returns the result at full precision
 * Errors: none for a run from `parseRun`; throws `InvalidRun` for any other object that is no run.
 * Source: the run's method (docs/method.md).
 */
export function estimate(run: Run, options: EstimateOptions = {}): EstimateResult {
  const prepared = prepare(run);
  const { method, work, commons, rungs, warnings } = prepared;
  const footprint = method.footprint(work);
  const kgCo2e = footprint.operationalKgCo2e;
  const { fraction, sourceId, year } = work.offset;
  const claimed = offsetKgCo2e({ kgCo2e, offsetFraction: fraction });
  const equal = equivalences(kgCo2e, commons.equivalences);
  return {
    schemaVersion: 1,
    method: method.name,
    edition: commons.edition,
    run: prepared.run,
    energyKwh: { value: footprint.energyKwh, parts: footprint.parts },
    carbonIntensityGPerKwh: intensityInResult(prepared),
    operational: { kgCo2e: { value: kgCo2e } },
    marketBased: { kgCo2e: null },
    offset: {
      fraction,
      kgCo2e: claimed === null ? null : method.rounded(claimed),
      sourceId,
      year,
    },
    embodied: { kgCo2e: null },
    water: { onSiteL: null, offSiteL: null },
    total: { kgCo2e: { value: kgCo2e } },
    boundary: {
      stages: [prepared.run.phase ?? 'training'],
      included: method.included,
      excluded: method.excluded,
    },
    equivalences: equal,
    alternatives: alternatives(prepared),
    rungs,
    warnings,
    ...account(prepared, equal, options),
  };
}

/** The receipt with its sources: built only where it is asked for. */
function account(
  { method, work, commons }: PreparedRun,
  equal: EstimateResult['equivalences'],
  options: EstimateOptions,
): Pick<EstimateResult, 'receipt' | 'sources'> {
  if (options.receipt === false) return { receipt: [], sources: [] };
  const receipt = method.receipt(work);
  // The method's own paper first: whoever uses the figure cites it.
  const ids = new Set<string>([method.source]);
  for (const { sourceId } of receipt) if (sourceId !== null) ids.add(sourceId);
  for (const { sourceId } of equal) ids.add(sourceId);
  const sources: SourceRef[] = [];
  for (const id of ids) {
    const row = commons.sourceById.get(id);
    if (!row) continue;
    const { title, publisher, year, url, licence } = row;
    sources.push({ id, title, publisher, year, url, licence });
  }
  return { receipt, sources };
}

/** Operational emissions of a prepared run, kg CO2e, and nothing around them: for loops over millions. */
export function kgCo2eOf({ method, work }: PreparedRun): number {
  return method.kgCo2e(work);
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
