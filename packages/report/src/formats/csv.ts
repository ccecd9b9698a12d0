import type { EstimateResult } from '@ml-emissions/model';
import { stringify } from 'csv-stringify/sync';
import { plain } from '../escape.ts';
import type { Format } from '../format.ts';
import { chipHoursOf, hardwareWords, hoursOf, placeWords, pueOf, repeatsOf } from '../run-words.ts';

function row(result: EstimateResult, index: number) {
  const { run, energyKwh, carbonIntensityGPerKwh: intensity, operational, total } = result;
  const { parts } = energyKwh;
  const scope2 = result.ghgProtocol.scope2.kgCo2e;
  const upstream = result.ghgProtocol.scope3Category3.kgCo2e;
  return {
    run: run.name ?? `run ${index + 1}`,
    phase: run.phase,
    hardware: hardwareWords(result),
    place: placeWords(result),
    hours: hoursOf(result),
    repeats: repeatsOf(result),
    chip_hours: chipHoursOf(result),
    energy_kwh: energyKwh.value,
    energy_kwh_low: energyKwh.low,
    energy_kwh_high: energyKwh.high,
    accelerators_kwh: parts.accelerators,
    host_kwh: parts.host,
    idle_kwh: parts.idle,
    metered_kwh: parts.metered,
    overhead_kwh: parts.overhead,
    facility_kwh: parts.facility,
    pue: pueOf(result),
    carbon_intensity_g_per_kwh: intensity.value,
    carbon_intensity_year: intensity.year,
    carbon_intensity_scope: intensity.scope,
    operational_kg_co2e: operational.kgCo2e.value,
    operational_kg_co2e_low: operational.kgCo2e.low,
    operational_kg_co2e_high: operational.kgCo2e.high,
    embodied_kg_co2e: result.embodied.kgCo2e?.value,
    total_kg_co2e: total.kgCo2e.value,
    total_kg_co2e_low: total.kgCo2e.low,
    total_kg_co2e_high: total.kgCo2e.high,
    scope_2_kg_co2e: scope2?.value,
    scope_2_kg_co2e_low: scope2?.low,
    scope_2_kg_co2e_high: scope2?.high,
    scope_3_category_3_kg_co2e: upstream?.value,
    scope_3_category_3_kg_co2e_low: upstream?.low,
    scope_3_category_3_kg_co2e_high: upstream?.high,
    market_based_kg_co2e: result.marketBased.kgCo2e?.value,
    offset_fraction: result.offset.fraction,
    offset_claimed_kg_co2e: result.offset.kgCo2e,
    water_on_site_l: result.water.onSiteL?.value,
    water_off_site_l: result.water.offSiteL?.value,
    method: result.method,
    edition: result.edition.id,
    edition_hash: result.edition.hash,
    planned: result.plan ? 'yes' : 'no',
    use: result.service?.use,
    uses: result.service?.uses,
    energy_kwh_per_use: result.service?.energyKwhPerUse.value,
    total_kg_co2e_per_use: result.service?.kgCo2ePerUse.value,
  };
}

/**
 * Results as a header and a row each, at full precision; columns carry their units.
 *
 * @param results of `estimate`, or the runs of a project's
 */
export function csvOf(results: readonly EstimateResult[]): string {
  // A spreadsheet must not run a name as a formula.
  return stringify(results.map(row), {
    header: true,
    escape_formulas: true,
    cast: { string: plain },
  });
}

/** Rows for a table. */
export const csvFormat = {
  name: 'csv',
  title: 'A row, CSV',
  about: 'a row a run at full precision',
  standard: null,
  mediaType: 'text/csv',
  extension: 'csv',
  asks: [],
  options: {},
  tellsPlans: true,
  hasTrailer: false,
  write: ({ runs }) => csvOf(runs),
} as const satisfies Format;
