import { stringify as yaml } from 'yaml';
import { addressesOf, addressLine } from '../address.ts';
import type { Format } from '../format.ts';
import type { Report } from '../report.ts';
import { runFileOf } from '../run-file.ts';
import { trailerOf } from '../trailer.ts';

/** The whole result with what `verify` reads. */
function jsonReport(report: Report): string {
  const { result, date, version } = report;
  return `${JSON.stringify({ ...result, report: { date, version, ...addressesOf(report), trailer: trailerOf(report, 'json') } }, null, 2)}\n`;
}

/** The run or project as a file that gives the same figures when it is read again. */
function yamlReport(report: Report): string {
  const head = '# yaml-language-server: $schema=./node_modules/ml-emissions/schema/';
  const schema = report.runs.length > 1 || 'runs' in report.result ? 'project.json' : 'run.json';
  const address = addressLine(report);
  return `${head}${schema}\n${address === '' ? '' : `# ${address}\n`}${yaml(runFileOf(report.result), { lineWidth: 100 })}`;
}

/** The result itself. */
export const jsonFormat = {
  name: 'json',
  title: 'Whole result, JSON',
  about: 'the whole result',
  standard: null,
  mediaType: 'application/json',
  extension: 'json',
  asks: [],
  options: {},
  tellsPlans: true,
  hasTrailer: true,
  write: jsonReport,
} as const satisfies Format;

/** The inputs, to be run again. */
export const yamlFormat = {
  name: 'yaml',
  title: 'Run file, YAML',
  about: 'the run file, which gives the same digits when it is read again',
  standard: null,
  mediaType: 'application/yaml',
  extension: 'yaml',
  asks: [],
  options: {},
  tellsPlans: true,
  hasTrailer: false,
  write: yamlReport,
} as const satisfies Format;
