import type { EstimateResult, Quantity } from '@ml-emissions/model';
import { madeWith } from '../cite.ts';
import { markdown } from '../escape.ts';
import { energy, mass, rounded, volume, withRange } from '../figure.ts';
import type { Format } from '../format.ts';
import type { Report } from '../report.ts';
import { trailerOf } from '../trailer.ts';

const UNKNOWN = 'not known';
const STAGES = [
  { name: 'Design, development and training', holds: (phase: string) => !SERVING.has(phase) },
  { name: 'Deployment and inference', holds: (phase: string) => SERVING.has(phase) },
] as const;
const SERVING = new Set(['deployment', 'inference']);

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

/** ITU-T L.1801: stages apart, functional unit, water, and what is left out and why. */
function l1801Report(report: Report): string {
  const { runs, embodied } = report;
  const of = (run: EstimateResult) => run.run.phase ?? 'training';
  const rows = STAGES.map(({ name, holds }) => {
    const some = runs.filter((run) => holds(of(run)));
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
      (one) => withRange(mass(one), 'CO2e'),
    )} | ${water('onSiteL')} | ${water('offSiteL')} |`;
  });
  const excluded = [
    ...new Set(
      runs.flatMap((run) => run.boundary.excluded.map(({ item, reason }) => `${item}: ${reason}`)),
    ),
  ];
  const units = runs.flatMap(({ perUnit }) => perUnit);
  const training = runs.filter((run) => !SERVING.has(of(run)));
  const uses = runs.find((run) => SERVING.has(of(run)) && run.run.functionalUnit)?.run
    .functionalUnit;
  const trained = sum(training, (run) => run.total.kgCo2e);
  const spread =
    uses && trained && training.length > 0
      ? `${rounded((trained.value * 1000) / uses.count, 3)} gCO2e per ${uses.name}, its own line, over ${rounded(uses.count, 3)} uses`
      : 'no lifetime uses are told';
  return [
    '## Environmental impact (ITU-T L.1801, climate change and water)',
    '',
    '| stage | energy | operational | water on site | water of power plants |',
    '| --- | --- | --- | --- | --- |',
    `| Hardware: raw materials and manufacture, the share of this work | | ${words(embodied, (one) => withRange(mass(one), 'CO2e'))} | ${UNKNOWN} | ${UNKNOWN} |`,
    ...rows,
    '| Retirement | within manufacture where its source counts it | | | |',
    '',
    `- **Operational in all:** ${withRange(mass(report.operational), 'CO2e')}`,
    `- **Functional unit:** ${units.length === 0 ? 'none is named' : units.map(({ unit, count, kgCo2e }) => `${markdown(unit)} (${rounded(count, 3)}): ${withRange(mass(kgCo2e), 'CO2e')} each, manufacture included`).join('; ')}`,
    `- **Training spread over uses:** ${markdown(spread)}`,
    `- **Electricity:** location-based; market-based ${report.market ? withRange(mass(report.market), 'CO2e') : UNKNOWN}; offsets claimed ${report.offsetKg === null ? UNKNOWN : `${withRange(mass({ value: report.offsetKg }), 'CO2e')}, not subtracted`}`,
    '- **Other categories (minerals and metals, fossil fuels, biodiversity):** not known',
    '- **Second and higher order effects:** not assessed',
    '',
    'Left out, and why:',
    '',
    ...excluded.map((one) => `- ${markdown(one)}`),
    ...(report.notCounted === null ? [] : [`- ${markdown(report.notCounted)}`]),
    '',
    markdown(`Made with the ${madeWith(report)}.`),
    '',
    `<!-- ${trailerOf(report)} -->`,
    '',
  ].join('\n');
}

/** A summary by stages. */
export const l1801Format = {
  name: 'l1801',
  title: 'ITU-T L.1801 summary',
  about: 'stages apart, functional unit, water, what is left out and why',
  standard: { name: 'ITU-T L.1801', version: null },
  mediaType: 'text/markdown',
  extension: 'md',
  options: {},
  hasTrailer: true,
  write: l1801Report,
} as const satisfies Format;
