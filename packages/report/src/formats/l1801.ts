import type { EstimateResult, Phase, Quantity } from '@ml-emissions/model';
import { linkedMarkdown } from '../address.ts';
import { madeWith } from '../cite.ts';
import { markdown } from '../escape.ts';
import { energy, given, mass, volume, withRange } from '../figure.ts';
import type { Format } from '../format.ts';
import { byUnit, type UnitGroup } from '../functional-units.ts';
import type { Report } from '../report.ts';
import { phaseOf } from '../run-words.ts';
import { basisWords, ghgProtocolWords } from '../scope-words.ts';
import { trailerOf } from '../trailer.ts';
import { unknownWords } from '../unknown-words.ts';
import { inUseWords } from '../use-words.ts';

const UNKNOWN = 'not known';
const UNTOLD = 'the uses of its lifetime are not known';
const STAGES = [
  { name: 'Design, development and training', isServing: false },
  { name: 'Deployment and inference', isServing: true },
] as const;
const SERVING: ReadonlySet<Phase | undefined> = new Set<Phase>(['deployment', 'inference']);

const serves = (run: EstimateResult): boolean => SERVING.has(phaseOf(run));

function sum(
  runs: readonly EstimateResult[],
  of: (run: EstimateResult) => Quantity | null,
): Quantity | null {
  let value = 0;
  for (const run of runs) {
    const one = of(run);
    if (!one) return null;
    value += one.value;
  }
  return runs.length === 1 ? of(runs[0] as EstimateResult) : { value };
}

const words = (quantity: Quantity | null, as: (one: Quantity) => string) =>
  quantity ? as(quantity) : UNKNOWN;

/** A unit with what falls on one of it; with its range where that is known for all of its runs together. */
function unitWords(unit: UnitGroup, { runs, total }: Report): string {
  const { name, count, runs: own } = unit;
  const [only] = own;
  const whole = own.length === runs.length ? total : own.length === 1 ? only.total.kgCo2e : null;
  const { value, low, high } = whole ?? {
    value: own.reduce((all, run) => all + run.total.kgCo2e.value, 0),
  };
  const each: Quantity = {
    value: value / count,
    ...(low === undefined || high === undefined ? {} : { low: low / count, high: high / count }),
  };
  return `${markdown(name)} (${given(count)}): ${withRange(mass(each), 'CO2e')} each, manufacture included`;
}

/** Training over the uses of all runs that serve, where these are of one kind. */
function spreadWords(trainedKg: number, uses: readonly UnitGroup[]): string {
  const [first, ...others] = uses;
  if (!first) return UNTOLD;
  if (others.length > 0) {
    return `the uses are counted in different units (${uses.map(({ name }) => name).join('; ')}), so that there is no single figure`;
  }
  return `${withRange(mass({ value: trainedKg / first.count }), 'CO2e')} per ${first.name}, its own line, over ${given(first.count)} uses`;
}

/** ITU-T L.1801: stages apart, functional unit, water, and what is left out. */
function l1801Report(report: Report): string {
  const { runs, embodied } = report;
  const rows = STAGES.map(({ name, isServing }) => {
    const some = runs.filter((run) => serves(run) === isServing);
    if (some.length === 0) return `| ${name} | not in this report | | | |`;
    const water = (key: 'onSiteL' | 'offSiteL') =>
      words(
        sum(some, (run) => run.water[key]),
        (one) => withRange(volume(one)),
      );
    return `| ${name} | ${words(
      sum(some, (run) => run.energyKwh),
      (one) => withRange(energy(one)),
    )} | ${words(
      sum(some, (run) => run.operational.kgCo2e),
      (one) => `${withRange(mass(one), 'CO2e')}, operational`,
    )} | ${water('onSiteL')} | ${water('offSiteL')} |`;
  });
  const excluded = [
    ...new Set(
      runs.flatMap((run) => run.boundary.excluded.map(({ item, reason }) => `${item}: ${reason}`)),
    ),
  ];
  const units = byUnit(runs);
  const training = runs.filter((run) => !serves(run));
  const trained = sum(training, (run) => run.total.kgCo2e);
  const uses = byUnit(runs.filter(serves));
  const stands = training.some((run) => phaseOf(run) === undefined)
    ? 'What is not known to be of another phase is counted as training.'
    : '';
  const said = [unknownWords(report, l1801Format), stands].filter(Boolean).join(' ');
  const untold = said === '' ? [] : [said, ''];
  return [
    '## Environmental impact (ITU-T L.1801, climate change and water)',
    '',
    '| stage | energy | emissions | water on site | water of power plants |',
    '| --- | --- | --- | --- | --- |',
    `| Hardware: raw materials and manufacture, the share of this work | | ${words(embodied, (one) => `${withRange(mass(one), 'CO2e')}, embodied`)} | ${UNKNOWN} | ${UNKNOWN} |`,
    ...rows,
    '| Retirement | within manufacture where its source counts it | | | |',
    '',
    `- **Operational in all:** ${withRange(mass(report.operational), 'CO2e')}${inUseWords(runs)}`,
    `- **Functional unit:** ${units.length === 0 ? UNKNOWN : units.map((unit) => unitWords(unit, report)).join('; ')}`,
    `- **Training spread over uses:** ${markdown(training.length > 0 && trained ? spreadWords(trained.value, uses) : UNTOLD)}`,
    `- **Electricity:** ${basisWords(report)}; market-based ${report.market ? withRange(mass(report.market), 'CO2e') : UNKNOWN}; offsets claimed ${report.offsetKg === null ? UNKNOWN : `${withRange(mass({ value: report.offsetKg }), 'CO2e')}, not subtracted`}`,
    `- **Scopes:** ${markdown(ghgProtocolWords(report))}`,
    '- **Other categories (minerals and metals, fossil fuels, biodiversity):** not known',
    '- **Second and higher order effects:** not assessed',
    '',
    ...untold,
    'Left out:',
    '',
    ...excluded.map((one) => `- ${markdown(one)}`),
    ...(report.notCounted === null ? [] : [`- ${markdown(report.notCounted)}`]),
    '',
    linkedMarkdown(`Made with the ${madeWith(report)}.`, report),
    '',
    `<!-- ${trailerOf(report, 'l1801')} -->`,
    '',
  ].join('\n');
}

/** A summary by stages. */
export const l1801Format = {
  name: 'l1801',
  title: 'ITU-T L.1801 summary',
  about: 'stages apart, functional unit, water, what is left out',
  standard: { name: 'ITU-T L.1801', version: null },
  mediaType: 'text/markdown',
  extension: 'md',
  asks: ['phase', 'unit', 'energy'],
  saysUnknown: ['unit'],
  options: {},
  hasTrailer: true,
  write: l1801Report,
} as const satisfies Format;
