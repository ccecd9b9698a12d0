import type { EstimateResult } from '@ml-emissions/calculator';
import { stringify } from 'csv-stringify/sync';

/** One result as a header and a row; columns carry their units. */
export function estimateCsv(result: EstimateResult): string {
  const { run, energyKwh, carbonIntensityGPerKwh: intensity, operational, offset } = result;
  const place = run.place ?? {};
  return stringify(
    [
      {
        name: run.name ?? '',
        phase: run.phase ?? '',
        hardware: run.hardware
          .map(
            ({ accelerator, count }) =>
              `${count} x ${typeof accelerator === 'string' ? accelerator : accelerator.name}`,
          )
          .join('; '),
        hours: run.hours,
        place: Object.values(place).join('/'),
        energy_kwh: energyKwh.value,
        carbon_intensity_g_per_kwh: intensity.value,
        carbon_intensity_year: intensity.year,
        operational_kg_co2e: operational.kgCo2e.value,
        offset_fraction: offset.fraction,
        method: result.method,
        edition: result.edition.id,
        edition_hash: result.edition.hash,
      },
    ],
    // A spreadsheet must not run a name as a formula.
    { header: true, escape_formulas: true },
  );
}
