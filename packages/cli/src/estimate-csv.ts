import type { EstimateResult } from '@ml-emissions/calculator';
import { stringify } from 'csv-stringify/sync';

/** Results as a header and a row each; columns carry their units. */
export function estimateCsv(results: readonly EstimateResult[]): string {
  // A spreadsheet must not run a name as a formula.
  return stringify(results.map(row), { header: true, escape_formulas: true });
}

function row(result: EstimateResult) {
  const {
    run,
    energyKwh,
    carbonIntensityGPerKwh: intensity,
    operational,
    embodied,
    total,
  } = result;
  const { parts } = energyKwh;
  const hours = typeof run.hours === 'object' ? run.hours.value : run.hours;
  return {
    name: run.name ?? '',
    phase: run.phase ?? '',
    hardware: hardware(run),
    hours,
    place: Object.values(run.place ?? {}).join('/'),
    energy_kwh: energyKwh.value,
    energy_kwh_low: energyKwh.low,
    energy_kwh_high: energyKwh.high,
    accelerators_kwh: parts.accelerators,
    host_kwh: parts.host,
    idle_kwh: parts.idle,
    metered_kwh: parts.metered,
    overhead_kwh: parts.overhead,
    facility_kwh: parts.facility,
    carbon_intensity_g_per_kwh: intensity.value,
    carbon_intensity_year: intensity.year,
    operational_kg_co2e: operational.kgCo2e.value,
    operational_kg_co2e_low: operational.kgCo2e.low,
    operational_kg_co2e_high: operational.kgCo2e.high,
    market_based_kg_co2e: result.marketBased.kgCo2e?.value,
    embodied_kg_co2e: embodied.kgCo2e?.value,
    total_kg_co2e: total.kgCo2e.value,
    total_kg_co2e_low: total.kgCo2e.low,
    total_kg_co2e_high: total.kgCo2e.high,
    offset_fraction: result.offset.fraction,
    method: result.method,
    edition: result.edition.id,
    edition_hash: result.edition.hash,
  };
}

function hardware({
  hardware: kinds,
  instance,
  instanceCount,
  slice,
}: EstimateResult['run']): string {
  if (instance) return `${instanceCount ?? 1} x ${instance}`;
  if (slice) return slice;
  return kinds
    .map(({ accelerator, count }) => {
      const name = typeof accelerator === 'string' ? accelerator : accelerator.name;
      return `${typeof count === 'number' ? count : count.value} x ${name}`;
    })
    .join('; ');
}
