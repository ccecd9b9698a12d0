import type { EstimateResult } from '@ml-emissions/model';
import { stringify } from 'csv-stringify/sync';
import countries from 'i18n-iso-countries';
import { plain } from '../escape.ts';
import type { Format } from '../format.ts';
import type { Report } from '../report.ts';
import { hoursOf, pueOf, repeatsOf } from '../run-words.ts';

const SECONDS_PER_HOUR = 3600;
const W_PER_KW = 1000;

/** The columns of CodeCarbon 3.3, all of them and in its order: one more and its writer starts a new file. */
const COLUMNS = [
  'timestamp',
  'project_name',
  'run_id',
  'experiment_id',
  'duration',
  'emissions',
  'emissions_rate',
  'cpu_power',
  'gpu_power',
  'ram_power',
  'cpu_energy',
  'gpu_energy',
  'ram_energy',
  'energy_consumed',
  'water_consumed',
  'country_name',
  'country_iso_code',
  'region',
  'cloud_provider',
  'cloud_region',
  'os',
  'python_version',
  'codecarbon_version',
  'cpu_count',
  'cpu_model',
  'gpu_count',
  'gpu_model',
  'longitude',
  'latitude',
  'ram_total_size',
  'tracking_mode',
  'cpu_utilization_percent',
  'gpu_utilization_percent',
  'ram_utilization_percent',
  'ram_used_gb',
  'on_cloud',
  'pue',
  'wue',
] as const;

type Cells = Readonly<
  Partial<Record<(typeof COLUMNS)[number], string | number | null | undefined>>
>;

/** The energy of a run as its columns: after PUE, so that the parts sum to the whole. */
function row(run: EstimateResult, report: Report, index: number): Cells {
  const { energyKwh, operational, location, machine } = run;
  const { parts } = energyKwh;
  // Its energies are after PUE, whoever brought them there: we, or the meter of the facility.
  const pue = run.pue?.value ?? 1;
  const hours = hoursOf(run);
  const seconds = hours === null ? '' : hours * repeatsOf(run) * SECONDS_PER_HOUR;
  const components = parts.accelerators + parts.host + parts.idle + parts.metered;
  // Losses have no column: they go with what causes them.
  const losses = components > 0 ? (components + parts.overhead) / components : 1;
  const counts = machine.accelerators.map(({ count }) => count);
  const gpu = parts.accelerators * losses * (pueOf(run) ?? 1);
  const rest = energyKwh.value - gpu;
  const wue = run.wueLPerKwh?.value;
  const watts = (kwh: number) => (hours ? (kwh / pue / hours / repeatsOf(run)) * W_PER_KW : '');
  const kg = operational.kgCo2e.value;
  return {
    timestamp: `${report.date}T00:00:00`,
    project_name: report.title || 'ml-emissions',
    run_id: run.run.name ?? `run-${index + 1}`,
    duration: seconds,
    emissions: kg,
    emissions_rate: seconds === '' ? '' : kg / seconds,
    cpu_power: watts(rest),
    gpu_power: watts(gpu),
    ram_power: 0,
    cpu_energy: rest,
    gpu_energy: gpu,
    ram_energy: 0,
    energy_consumed: energyKwh.value,
    water_consumed: wue && wue * energyKwh.value,
    country_name: location.name,
    country_iso_code: location.country && countries.alpha2ToAlpha3(location.country),
    region: location.city,
    cloud_provider: location.provider,
    cloud_region: location.provider && location.region,
    cpu_count: machine.cpu?.count,
    cpu_model: machine.cpu?.name,
    gpu_count: counts.every((count) => count !== null)
      ? counts.reduce((sum, count) => sum + count, 0)
      : null,
    gpu_model: machine.accelerators
      .map(({ name, count }) => (count === null ? name : `${count} x ${name}`))
      .join('; '),
    ram_total_size: machine.memoryGb,
    tracking_mode: 'machine',
    on_cloud: location.provider ? 'Y' : 'N',
    pue,
    wue,
  };
}

/** CodeCarbon's `emissions.csv`: energies after PUE, emissions in kg; the rest of the machine stands under cpu. */
function codecarbonReport(report: Report): string {
  const rows = report.runs.map((run, index) => row(run, report, index));
  // A spreadsheet must not run a name as a formula.
  return stringify(rows, {
    header: true,
    columns: [...COLUMNS],
    escape_formulas: true,
    cast: { string: plain },
  });
}

/** Rows for an emissions.csv that is there. */
export const codecarbonFormat = {
  name: 'codecarbon',
  title: 'CodeCarbon emissions.csv',
  about: 'a row a run with CodeCarbon’s 38 columns; energies after PUE',
  standard: { name: 'CodeCarbon', version: '3.3' },
  mediaType: 'text/csv',
  extension: 'csv',
  asks: ['hours', 'hardware', 'cpu', 'memory', 'place', 'energy'],
  leavesEmpty: true,
  options: {},
  hasTrailer: false,
  write: codecarbonReport,
} as const satisfies Format;
