import type { Quantity } from '@ml-emissions/model';
import { bibtex, PAPER, TOOL_KEY } from '../cite.ts';
import { latex } from '../escape.ts';
import { digitsOf, mass, rounded } from '../figure.ts';
import type { Format, FormatOptions } from '../format.ts';
import type { Report } from '../report.ts';
import { allChipHours, chipHoursOf, hardwareWords } from '../run-words.ts';
import { basisWords } from '../scope-words.ts';
import {
  howItWasMade,
  whatIsLeftOut,
  whatItEmits,
  whatRan,
  whatStandsBeside,
} from '../sentences.ts';
import { trailerOf } from '../trailer.ts';

const UNITS: Readonly<Record<string, string>> = {
  t: '\\tonne',
  kg: '\\kilogram',
  g: '\\gram',
  mg: '\\milli\\gram',
  GWh: '\\giga\\watt\\hour',
  MWh: '\\mega\\watt\\hour',
  kWh: '\\kilo\\watt\\hour',
  Wh: '\\watt\\hour',
  W: '\\watt',
  L: '\\litre',
  h: '\\hour',
};
const QUANTITY = /(\d[\d,]*(?:\.\d+)?) (t|kg|g|mg|GWh|MWh|kWh|Wh|W|L|h)(?![A-Za-z/])/g;

/** Plain words as LaTeX: units bound to their numbers, CO2e and percent as they are set. */
function set(text: string, { siunitx = false }: FormatOptions): string {
  const bound = latex(text).replaceAll(QUANTITY, (_, number: string, unit: string) =>
    siunitx ? `\\qty{${number.replaceAll(',', '')}}{${UNITS[unit] ?? unit}}` : `${number}~${unit}`,
  );
  return bound.replaceAll('CO2e', 'CO\\textsubscript{2}e').replaceAll(/(\d) \\%/g, '$1\\,\\%');
}

/**
 * A paragraph for a paper, without any command of the preamble; then, if asked, tables by run and by part; the entries
 * of the bibliography as a comment, and what `verify` reads.
 */
function latexReport(report: Report, options: FormatOptions = {}): string {
  const words = (text: string) => set(text, options);
  const paragraph = [
    whatRan(report),
    whatItEmits(report),
    ...whatStandsBeside(report),
    whatIsLeftOut(report),
  ].map(words);
  const cite = `${words(howItWasMade(report)).replace(/\.$/, '')}~\\cite{${TOOL_KEY}}, which grows out of~\\cite{${PAPER.key}}.`;
  const needs = [
    ...(options.long ? ['booktabs'] : []),
    ...(options.siunitx ? ['siunitx (version 3)'] : []),
  ];
  return [
    ...(needs.length > 0 ? [`% needs ${needs.join(' and ')} in the preamble`] : []),
    ...paragraph,
    cite,
    ...(options.long ? ['', ...runTable(report), '', ...partTable(report)] : []),
    '',
    '% BibTeX:',
    ...bibtex(report)
      .trimEnd()
      .split('\n')
      .map((line) => `% ${line}`.trimEnd()),
    `% ${trailerOf(report)}`,
    '',
  ].join('\n');
}

function ranged({ value, low, high }: Quantity): string {
  const digits = digitsOf({
    value,
    ...(low === undefined || high === undefined ? {} : { low, high }),
  });
  const own = rounded(value, digits);
  if (low === undefined || high === undefined || low === high) return own;
  return `${own} (${rounded(low, digits)}--${rounded(high, digits)})`;
}

function table(
  head: string,
  columns: string,
  rows: readonly string[],
  last: string | null,
  caption: string,
): string[] {
  return [
    '\\begin{table}[ht]',
    '\\centering',
    '\\small',
    `\\caption{${caption}}`,
    `\\begin{tabular}{${columns}}`,
    '\\toprule',
    head,
    '\\midrule',
    ...rows,
    ...(last === null ? [] : ['\\midrule', last]),
    '\\bottomrule',
    '\\end{tabular}',
    '\\end{table}',
  ];
}

function runTable(report: Report): string[] {
  const { runs, energyKwh, operational } = report;
  const number = (value: number | null) => (value === null ? 'not known' : rounded(value, 3));
  const rows = runs.map((run, index) =>
    [
      latex(run.run.name ?? `run ${index + 1}`),
      latex(run.run.phase ?? 'not told'),
      latex(hardwareWords(run) || 'not told'),
      number(chipHoursOf(run)),
      ranged(run.energyKwh),
      ranged(run.operational.kgCo2e),
    ]
      .join(' & ')
      .concat(' \\\\'),
  );
  const total = [
    'Total',
    '',
    '',
    number(allChipHours(runs)),
    ranged(energyKwh),
    ranged(operational),
  ];
  return table(
    'Run & Phase & Hardware & Chip-hours & kWh & kg CO\\textsubscript{2}e \\\\',
    'lllrrr',
    rows,
    runs.length > 1 ? `${total.join(' & ')} \\\\` : null,
    `Energy and operational emissions (${basisWords({ runs })}) by run, with 90\\,\\% ranges; together ${mass(operational).number}~${mass(operational).unit} CO\\textsubscript{2}e.`,
  );
}

const PARTS = [
  ['accelerators', 'Accelerators'],
  ['metered', 'As metered'],
  ['host', 'Host'],
  ['idle', 'Idle time'],
  ['overhead', 'Supply losses and fans'],
  ['facility', 'Facility (PUE)'],
] as const;

function partTable({ runs, energyKwh }: Report): string[] {
  const rows = PARTS.flatMap(([part, words]) => {
    const kwh = runs.reduce((sum, run) => sum + run.energyKwh.parts[part], 0);
    if (kwh === 0) return [];
    const share = energyKwh.value > 0 ? (100 * kwh) / energyKwh.value : 0;
    return [`${words} & ${rounded(kwh, 3)} & ${rounded(share, 2)}\\,\\% \\\\`];
  });
  return table('Part & kWh & Share \\\\', 'lrr', rows, null, 'Energy by where it goes.');
}

/** A paragraph for a paper. */
export const latexFormat = {
  name: 'latex',
  title: 'LaTeX paragraph with BibTeX',
  about: 'a paragraph without preamble commands, `\\cite` and BibTeX',
  standard: null,
  mediaType: 'application/x-tex',
  extension: 'tex',
  options: {
    long: 'tables by run and by part (booktabs)',
    siunitx: 'quantities by siunitx',
  },
  hasTrailer: true,
  write: latexReport,
} as const satisfies Format;
