import type { Quantity, Unit } from '@ml-emissions/model';
import { bibtex, PAPER, TOOL_KEY } from '../cite.ts';
import { latex } from '../escape.ts';
import { given, mass, shown, unitOf } from '../figure.ts';
import type { Format, FormatOptions } from '../format.ts';
import type { Report } from '../report.ts';
import { allChipHours, chipHoursOf, hardwareWords, phaseWords } from '../run-words.ts';
import { basisWords } from '../scope-words.ts';
import {
  howItWasMade,
  whatIsLeftOut,
  whatItEmits,
  whatRan,
  whatStandsBeside,
} from '../sentences.ts';
import { trailerOf } from '../trailer.ts';

const UNITS = {
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
} as const;
const QUANTITY = /(\d[\d,]*(?:\.\d+)?) (t|kg|g|mg|GWh|MWh|kWh|Wh|W|L|h)(?![A-Za-z/])/g;

/** Plain words as LaTeX: units bound to their numbers, CO2e and percent as they are set. */
export function setLatex(text: string, { siunitx = false }: FormatOptions = {}): string {
  const bound = latex(text).replaceAll(QUANTITY, (_, number: string, unit: keyof typeof UNITS) =>
    siunitx ? `\\qty{${number.replaceAll(',', '')}}{${UNITS[unit]}}` : `${number}~${unit}`,
  );
  return bound.replaceAll('CO2e', 'CO\\textsubscript{2}e').replaceAll(/(\d) \\%/g, '$1\\,\\%');
}

/**
 * A paragraph for a paper, without any command of the preamble; then, if asked, tables by run and by part; the entries
 * of the bibliography as a comment, and what `verify` reads.
 */
function latexReport(report: Report, options: FormatOptions = {}): string {
  const words = (text: string) => setLatex(text, options);
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
    `% ${trailerOf(report, 'latex', options)}`,
    '',
  ].join('\n');
}

function ranged({ value, low, high }: Quantity, { factor }: Unit): string {
  const own = shown(value / factor);
  if (low === undefined || high === undefined || low === high) return own;
  return `${own} (${shown(low / factor)}--${shown(high / factor)})`;
}

/** Words longer than this may be broken, so that a name never runs into the next column. */
const LONGEST_WORD = 12;

/** Text of a narrow cell. */
function cell(text: string): string {
  const broken = text
    .split(' ')
    .map((word) => word.match(new RegExp(`.{1,${LONGEST_WORD}}`, 'gu'))?.map(latex) ?? [])
    .map((pieces) => pieces.join('\\allowbreak{}'));
  return `\\raggedright ${broken.join(' ')}`;
}

interface Table {
  /** `table`, or `table*` across both columns. */
  readonly float: string;
  readonly head: string;
  readonly columns: string;
  readonly rows: readonly string[];
  readonly caption: string;
}

/** So many rows fit a page, each in up to three lines. */
const ROWS_A_PAGE = 18;

/** A table that fits a column or, as `table*`, both; a long one goes on in further ones, as no float is longer than a page. */
function table({ float, head, columns, rows, caption }: Table): string[] {
  const pages = Math.max(1, Math.ceil(rows.length / ROWS_A_PAGE));
  return Array.from({ length: pages }, (_, page) => [
    ...(page === 0 ? [] : ['']),
    `\\begin{${float}}[tp]`,
    '\\centering',
    '\\footnotesize',
    '\\setlength{\\tabcolsep}{3pt}',
    `\\caption{${caption}${page === 0 ? '' : ' (continued)'}}`,
    `\\begin{tabular}{${columns}}`,
    '\\toprule',
    head,
    '\\midrule',
    ...rows.slice(page * ROWS_A_PAGE, (page + 1) * ROWS_A_PAGE),
    '\\bottomrule',
    '\\end{tabular}',
    `\\end{${float}}`,
  ]).flat();
}

function runTable(report: Report): string[] {
  const { runs, energyKwh, operational } = report;
  const number = (value: number | null) => (value === null ? 'not known' : given(value));
  const kwh = unitOf([energyKwh], 'energy');
  const kg = unitOf([operational], 'mass');
  const rows = runs.map((run, index) =>
    [
      cell(`${run.run.name ?? `run ${index + 1}`}, ${phaseWords(run, 'phase not told')}`),
      cell(hardwareWords(run) || 'not told'),
      number(chipHoursOf(run)),
      ranged(run.energyKwh, kwh),
      ranged(run.operational.kgCo2e, kg),
    ]
      .join(' & ')
      .concat(' \\\\'),
  );
  const total = [
    'Total',
    '',
    number(allChipHours(runs)),
    ranged(energyKwh, kwh),
    ranged(operational, kg),
  ];
  const { number: said, unit } = mass(operational);
  return table({
    float: 'table*',
    head: `Run, phase & Hardware & Chip-hours & ${kwh.name} & ${kg.name} CO\\textsubscript{2}e \\\\`,
    columns: 'p{0.2\\textwidth}p{0.18\\textwidth}rrr',
    rows: runs.length > 1 ? [...rows, `\\midrule ${total.join(' & ')} \\\\`] : rows,
    caption: `Energy and operational emissions (${basisWords({ runs })}) by run, with 90\\,\\% ranges; together ${said}~${unit} CO\\textsubscript{2}e.`,
  });
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
    return [`${words} & ${shown(kwh)} & ${shown(share)}\\,\\% \\\\`];
  });
  return table({
    float: 'table',
    head: 'Part & kWh & Share \\\\',
    columns: 'lrr',
    rows,
    caption: 'Energy by where it goes.',
  });
}

/** The entries of the bibliography. */
export const bibtexFormat = {
  name: 'bibtex',
  title: 'BibTeX',
  about: 'the entries that the paragraph cites, as a file of their own',
  standard: null,
  mediaType: 'application/x-bibtex',
  extension: 'bib',
  options: {},
  tellsPlans: true,
  hasTrailer: false,
  write: bibtex,
} as const satisfies Format;

/** A paragraph for a paper. */
export const latexFormat = {
  name: 'latex',
  title: 'LaTeX paragraph with BibTeX',
  about: 'a paragraph without preamble commands, `\\cite` and BibTeX',
  standard: null,
  mediaType: 'application/x-tex',
  extension: 'tex',
  options: {
    long: 'tables by run and by part (booktabs), in one column and in two',
    siunitx: 'quantities by siunitx',
  },
  tellsPlans: true,
  hasTrailer: true,
  write: latexReport,
} as const satisfies Format;
