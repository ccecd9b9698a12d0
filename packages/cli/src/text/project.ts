import type {
  EstimateResult,
  GroupResult,
  ProjectResult,
  Quantity,
} from '@ml-emissions/calculator';
import { meanAside, powerRungs } from '@ml-emissions/report';
import { cleaned } from '../cleaned.ts';
import { energyRange, massRange, percent } from '../format.ts';
import type { Style } from '../style.ts';
import { basisText, ghgProtocolText } from './basis.ts';
import { padded } from './fit.ts';
import { led } from './led.ts';
import { developmentLines, doubtLines, doubts, receiptText, section } from './receipt.ts';
import { serviceInShort } from './service.ts';

/** A project's totals, what they rest on, the largest run and what would settle most of the doubt. */
export function projectShortText(answer: ProjectResult, style: Style): string {
  const result = cleaned(answer);
  const { operational, energyKwh, embodied, total, runs, marketBased, offset } = result;
  const [doubt] = doubts(result.sensitivity);
  const lines = [
    style.bold(massRange(operational.kgCo2e)) +
      ` ${basisText(runs.map(({ carbonIntensityGPerKwh: { scope } }) => scope))}, from ${energyRange(energyKwh)} of electricity, ${runsText(runs.length)}${result.name === null ? '' : `: ${result.name}`}`,
    ...meanLines(operational.kgCo2e),
    embodied.kgCo2e
      ? `Embodied: ${massRange(embodied.kgCo2e)}; together ${massRange(total.kgCo2e)}`
      : 'Embodied: not known',
    style.dim(
      `Market-based: ${marketBased.kgCo2e ? massRange(marketBased.kgCo2e) : 'not known for every run'}. Offsets claimed: ${offset.kgCo2e === null ? 'none' : `${massRange({ value: offset.kgCo2e })}, beside, not subtracted`}.`,
    ),
    '',
    led('Rests on', restsOn(runs)),
    ...largestLine(result),
    ...runs.flatMap(serviceInShort),
    ...(doubt === undefined ? [] : [led('Surer', doubt)]),
    ...warnings(result).map((message) => led(style.bold('Warning'), message)),
  ];
  return `${lines.join('\n')}\n`;
}

/** Where the rest is. */
export const projectMoreText = (
  { edition }: ProjectResult,
  isAll: boolean,
  style: Style,
): string => {
  const rest = '--receipt shows phases, places, hardware, and each run with its receipt.';
  const words = [...(isAll ? [] : [rest]), ...(edition ? [`Edition ${edition.id}.`] : [])];
  return `${style.dim(words.join(' '))}\n`;
};

/** A project by phase, place and hardware, and each of its runs with its receipt. */
export function projectReceiptText(answer: ProjectResult, style: Style): string {
  const result = cleaned(answer);
  const whole = result.operational.kgCo2e.value;
  const { runs } = result;
  const sections = [
    [ghgProtocolText(result.ghgProtocol)],
    group('By phase', result.byPhase, whole, style),
    group('By place', result.byPlace, whole, style),
    group('By hardware', result.byHardware, whole, style),
    section('Runs', runs.map(runLine), style),
    section('What would make it surer', doubtLines(result.sensitivity), style),
    section('Not counted', notCounted(result), style),
    [style.dim('Runs that share a factor rise and fall together; the ranges carry that.')],
    ...runs.map((run, index) => [
      style.bold(`${nameOf(run, index)}: ${massRange(run.operational.kgCo2e)}`),
      receiptText(run, style).trimEnd(),
    ]),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

const runsText = (runs: number) => `${runs} ${runs === 1 ? 'run' : 'runs'}`;
const nameOf = ({ run }: EstimateResult, index: number) => run.name ?? `run ${index + 1}`;

const warnings = ({ warnings: list }: ProjectResult) => [
  ...new Set(list.map(({ message }) => message)),
];

type PowerRung = EstimateResult['rungs']['power'];

const POWERS: Readonly<Record<PowerRung, string>> = {
  'metered-energy': 'metered energy',
  'energy-per-use': 'energy by use',
  measured: 'a measured mean power',
  utilisation: 'a given share of rated power',
  typical: 'a usual share of rated power',
  tdp: 'rated power',
  none: 'no accelerator',
};

/** On how many runs' power each way of knowing it bears. */
function restsOn(runs: readonly EstimateResult[]): string {
  const counts = new Map<PowerRung, number>();
  for (const run of runs) {
    for (const rung of powerRungs(run)) counts.set(rung, (counts.get(rung) ?? 0) + 1);
  }
  const words = [...counts].map(([rung, count]) =>
    count === runs.length ? POWERS[rung] : `${POWERS[rung]} (${count})`,
  );
  return `${runsText(runs.length)}: ${words.join(', ')}`;
}

function largestLine({ runs, operational }: ProjectResult): string[] {
  const kg = runs.map((run) => run.operational.kgCo2e.value);
  const index = kg.indexOf(Math.max(...kg));
  const run = runs[index];
  const whole = operational.kgCo2e.value;
  if (!run || runs.length < 2 || !(whole > 0)) return [];
  const { kgCo2e } = run.operational;
  const share = percent(kgCo2e.value / whole);
  return [led('Largest', `${nameOf(run, index)}: ${massRange(kgCo2e)}, ${share} of it`)];
}

function meanLines(quantity: Quantity): string[] {
  const mean = meanAside(quantity);
  if (mean === null) return [];
  const than = mean < quantity.value ? 'less, as they reach further down than up' : 'more';
  return [
    `On average ${massRange({ value: mean })}: the first figure is the sum of the runs’ middle figures, and many unsure runs come to ${than}.`,
  ];
}

function notCounted({ notCounted: told, development }: ProjectResult): string[] {
  return [...(told === null ? [] : [`  ${told}`]), ...developmentLines(development)];
}

function group(
  title: string,
  list: readonly GroupResult<unknown>[],
  whole: number,
  style: Style,
): string[] {
  if (list.length < 2) return [];
  const lines = list.map(({ name, operational }) => {
    const share = whole > 0 ? `  ${percent(operational.kgCo2e.value / whole)}` : '';
    return `  ${padded(name, 32)} ${massRange(operational.kgCo2e)}${share}`;
  });
  return section(title, lines, style);
}

function runLine(result: EstimateResult, index: number): string {
  const { run, operational, energyKwh } = result;
  return `  ${padded(nameOf(result, index), 32)} ${massRange(operational.kgCo2e)}, ${energyRange({ value: energyKwh.value })}${run.phase ? `, ${run.phase}` : ''}`;
}
