import { stringify as csv } from 'csv-stringify/sync';
import { stringify as yaml } from 'yaml';
import type { Format } from '../format.ts';
import type { Report } from '../report.ts';
import { runFileOf } from '../run-file.ts';
import { chipHoursOf, hardwareWords, hoursOf, placeWords, repeatsOf } from '../run-words.ts';
import { trailerOf } from '../trailer.ts';

/** The whole result with what `verify` reads. */
function jsonReport(report: Report): string {
  const { result, date, version } = report;
  return `${JSON.stringify({ ...result, report: { date, version, trailer: trailerOf(report) } }, null, 2)}\n`;
}

/** The run or project as a file that gives the same figures when it is read again. */
function yamlReport(report: Report): string {
  const head = '# yaml-language-server: $schema=./node_modules/ml-emissions/schema/';
  const schema = report.runs.length > 1 || 'runs' in report.result ? 'project.json' : 'run.json';
  return `${head}${schema}\n${yaml(runFileOf(report.result), { lineWidth: 100 })}`;
}

/** A row a run at full precision. */
function csvReport(report: Report): string {
  const rows = report.runs.map((run, index) => ({
    run: run.run.name ?? `run ${index + 1}`,
    phase: run.run.phase ?? '',
    hardware: hardwareWords(run),
    place: placeWords(run),
    hours: hoursOf(run),
    repeats: repeatsOf(run),
    chip_hours: chipHoursOf(run),
    energy_kwh: run.energyKwh.value,
    energy_kwh_low: run.energyKwh.low,
    energy_kwh_high: run.energyKwh.high,
    operational_kg_co2e: run.operational.kgCo2e.value,
    operational_kg_co2e_low: run.operational.kgCo2e.low,
    operational_kg_co2e_high: run.operational.kgCo2e.high,
    embodied_kg_co2e: run.embodied.kgCo2e?.value,
    market_based_kg_co2e: run.marketBased.kgCo2e?.value,
    offset_claimed_kg_co2e: run.offset.kgCo2e,
    water_on_site_l: run.water.onSiteL?.value,
    water_off_site_l: run.water.offSiteL?.value,
    method: run.method,
    edition: run.edition.id,
    edition_hash: run.edition.hash,
  }));
  // A spreadsheet must not run a name as a formula.
  return csv(rows, { header: true, escape_formulas: true });
}

/** The result itself. */
export const jsonFormat = {
  name: 'json',
  title: 'Whole result, JSON',
  about: 'the whole result',
  standard: null,
  mediaType: 'application/json',
  extension: 'json',
  options: {},
  hasTrailer: true,
  write: jsonReport,
} as const satisfies Format;

/** Rows for a table. */
export const csvFormat = {
  name: 'csv',
  title: 'A row, CSV',
  about: 'a row a run at full precision',
  standard: null,
  mediaType: 'text/csv',
  extension: 'csv',
  options: {},
  hasTrailer: false,
  write: csvReport,
} as const satisfies Format;

/** The inputs, to be run again. */
export const yamlFormat = {
  name: 'yaml',
  title: 'Run file, YAML',
  about: 'the run file, which gives the same digits when it is read again',
  standard: null,
  mediaType: 'application/yaml',
  extension: 'yaml',
  options: {},
  hasTrailer: false,
  write: yamlReport,
} as const satisfies Format;
