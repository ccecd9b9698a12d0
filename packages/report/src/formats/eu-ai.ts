import {
  amountOf,
  type EstimateResult,
  type Part,
  type Phase,
  type Quantity,
} from '@ml-emissions/model';
import { linkedMarkdown } from '../address.ts';
import { madeWith } from '../cite.ts';
import { markdown } from '../escape.ts';
import { DIGITS, given, mass, rounded, shown, withRange } from '../figure.ts';
import type { Format } from '../format.ts';
import { unitOf } from '../functional-units.ts';
import { isMeasured, powerWords } from '../power-words.ts';
import type { Report } from '../report.ts';
import {
  allChipHours,
  chipWords,
  developmentWords,
  each,
  hardwareOf,
  hoursOf,
  ofSome,
  phaseOf,
  repeatsOf,
} from '../run-words.ts';
import { basisWords, ghgProtocolWords } from '../scope-words.ts';
import { trailerOf } from '../trailer.ts';
import { unknownWords } from '../unknown-words.ts';
import { inUseWords } from '../use-words.ts';

const KWH_PER_MWH = 1000;
const HOURS_PER_DAY = 24;
const DAYS_PER_MONTH = 30.44;
const UNKNOWN = 'not known';
/** A row of what this report holds none of. */
const NA = 'N/A';
const SERVING: ReadonlySet<Phase | undefined> = new Set<Phase>(['inference', 'deployment']);

/** The form's ranges of training time. */
function timeRange(days: number): string {
  const months = days / DAYS_PER_MONTH;
  if (months < 1) return '< 1 month';
  if (months <= 3) return '1-3 months';
  return months <= 6 ? '3-6 months' : '> 6 months';
}

/** Days by the clock; null where there are no runs, or one does not tell. */
function wallDays(runs: readonly EstimateResult[]): number | null {
  if (runs.length === 0) return null;
  let all = 0;
  for (const run of runs) {
    const hours = hoursOf(run);
    if (hours === null) return null;
    all += hours * repeatsOf(run);
  }
  return all / HOURS_PER_DAY;
}

/** MWh; the form asks for two significant digits or more. */
const mwh = (kwh: number): string => `${rounded(kwh / KWH_PER_MWH, DIGITS)}`;

/** FLOP of the models, where every run tells. */
function flopOf(runs: readonly EstimateResult[]): string {
  if (runs.length === 0) return NA;
  let all = 0;
  for (const { run } of runs) {
    if (run.model?.flop === undefined) return UNKNOWN;
    all += amountOf(run.model.flop);
  }
  return `${all.toExponential(1)} FLOP`;
}

/** Parts of energy, among what a boundary holds. */
const ENERGY: ReadonlySet<Part> = new Set<Part>([
  'accelerators',
  'host',
  'processors',
  'memory',
  'idle',
  'overhead',
  'facility',
]);

function pueWords({ pue }: EstimateResult): string {
  if (!pue) return 'not counted';
  return pue.isInEnergy ? 'within the metered energy' : String(pue.value);
}

/** What of the boundary the energy holds, in words. */
function energyParts({ boundary: { included, includedParts } }: EstimateResult): string[] {
  return included.filter((_, index) => ENERGY.has(includedParts[index] as Part));
}

/** Whether idle time is told, or what a service holds idle is counted. */
const holdsIdle = ({ run, service, energyKwh: { parts } }: EstimateResult): boolean =>
  run.idle !== undefined || (service !== null && parts.idle > 0);

/** What the energy rests on, each way once. */
function sourceWords(runs: readonly EstimateResult[]): string {
  const ways = each(runs, (run) => powerWords(run));
  return ways.length === 0 ? 'What it rests on is not known' : `It rests on ${ways.join('; ')}`;
}

/** What of the runs beside the final one is counted. */
function moreRunsWords(runs: readonly EstimateResult[]): string {
  const led = each(runs, developmentWords);
  if (led.length > 0) return `counted, in whole runs: ${led.join('; ')}`;
  const isListed = runs.length > 1 || runs.some((run) => repeatsOf(run) !== 1);
  return isListed ? 'counted as listed' : 'not listed';
}

/** How the energy was found, in about a hundred words. */
function methodWords(
  report: Report,
  runs: readonly EstimateResult[],
  { low, high }: Quantity,
): string {
  const parts = [...new Set(runs.flatMap(energyParts))];
  const pues = each(runs, pueWords);
  const range =
    low === undefined || high === undefined
      ? ''
      : ` The 90 % range is ${mwh(low)} to ${mwh(high)} MWh.`;
  const measured = each(runs, ({ run: { measurement = {} } }) =>
    [measurement.method, measurement.tool, measurement.version].filter(Boolean).join(' '),
  );
  return `Energy is that of ${parts.join(', ')}. ${sourceWords(runs)}${measured.length > 0 ? ` (${measured.join('; ')})` : ''}. PUE: ${pues.join(', ')}. Restarts, failed and search runs are ${moreRunsWords(runs)}; idle time is ${runs.some(holdsIdle) ? 'counted' : 'not listed'}.${range} Defaults and their sources stand in the receipt of each run. Made with the ${madeWith(report)}.`;
}

/** What a run answers, where that is told. */
function taskWords(result: EstimateResult): string {
  const unit = unitOf(result);
  // A name of the user's stands as it is.
  const isPlural = result.run.functionalUnit === undefined && unit?.count !== 1;
  const name = isPlural ? unit?.name.replace(/^.+?(?= of |$)/, '$&s') : unit?.name;
  return unit ? `${given(unit.count)} ${name}` : 'task not told';
}

/** Energy of some of the runs; with its range where that is known for all of them together. */
function energyOf(runs: readonly EstimateResult[], { runs: all, energyKwh }: Report): Quantity {
  if (runs.length === all.length) return energyKwh;
  const [only] = runs;
  if (runs.length === 1 && only) return only.energyKwh;
  return { value: runs.reduce((sum, one) => sum + one.energyKwh.value, 0) };
}

/** What is not known, and where a run stands whose phase is not. */
function untoldWords(report: Report, training: readonly EstimateResult[]): string[] {
  const isUntold = training.some((run) => phaseOf(run) === undefined);
  const stands = isUntold ? 'What is not known to be of another phase is counted as training.' : '';
  const words = [unknownWords(report, euAiFormat), stands].filter(Boolean).join(' ');
  return words === '' ? [] : [words, ''];
}

/** EU AI Act, model documentation form: rows on compute, time and energy of training and inference. */
function euAiReport(report: Report): string {
  const training = report.runs.filter((run) => !SERVING.has(phaseOf(run)));
  const serving = report.runs.filter((run) => SERVING.has(phaseOf(run)));
  const untold = training.length === 0 ? NA : UNKNOWN;
  const flop = flopOf(training);
  const days = wallDays(training);
  const chipHours = allChipHours(training);
  const energy = energyOf(training, report);
  const hasMeter = training.some(isMeasured);
  const parameters = report.runs
    .map(({ run }) => run.model?.parameters)
    .find((one) => one !== undefined);
  const row = (item: string, text: string) => `| ${item} | ${markdown(text)} |`;
  const task =
    serving.length === 0
      ? NA
      : serving
          .map(
            (result) =>
              `${taskWords(result)} on ${result.machine.accelerators.map((chip) => chipWords(chip)).join(', ') || 'hardware not known'}`,
          )
          .join('; ');
  return [
    '## Model documentation form: compute and energy',
    '',
    '| item | |',
    '| --- | --- |',
    row('Training time, range', days === null ? untold : timeRange(days)),
    row('Training time, wall-clock', days === null ? untold : `${rounded(days, 2)} days`),
    row(
      'Training time, hardware-days',
      chipHours === null
        ? untold
        : `${shown(chipHours / HOURS_PER_DAY)} chip-days${ofSome(training)} (${hardwareOf(training).join('; ')})`,
    ),
    row('Computation used for training', flop),
    row(
      'Method of the computation',
      [NA, UNKNOWN].includes(flop) ? flop : 'as stated for the model',
    ),
    row('Energy used for training', training.length === 0 ? NA : `${mwh(energy.value)} MWh`),
    row(
      'Measured or estimated',
      training.length === 0
        ? NA
        : hasMeter
          ? 'measured in part; what was not is estimated'
          : 'estimated',
    ),
    `| Method of the energy | ${training.length === 0 ? NA : linkedMarkdown(methodWords(report, training, energy), report)} |`,
    row('Benchmarked computation for inference', flopOf(serving)),
    row('Task and hardware of the benchmark', task),
    row(
      'Total parameters',
      parameters === undefined ? UNKNOWN : amountOf(parameters).toExponential(1),
    ),
    '',
    ...untoldWords(report, training),
    `The form asks for no emissions; beside it: ${withRange(mass(report.operational), 'CO2e')}, ${basisWords(report)}${inUseWords(report.runs)}. ${ghgProtocolWords(report)}`,
    '',
    `<!-- ${trailerOf(report, 'eu-ai')} -->`,
    '',
  ].join('\n');
}

/** Rows on compute and energy of the model documentation form. */
export const euAiFormat = {
  name: 'eu-ai',
  title: 'EU AI Act documentation',
  about:
    'MWh with two digits or more, method, days, FLOP where given; N/A where the report holds no run of the kind',
  standard: { name: 'EU AI Act, model documentation form', version: null },
  mediaType: 'text/markdown',
  extension: 'md',
  asks: ['phase', 'hours', 'hardware', 'flop', 'energy', 'otherRuns', 'parameters'],
  saysUnknown: ['flop', 'parameters'],
  options: {},
  hasTrailer: true,
  write: euAiReport,
} as const satisfies Format;
