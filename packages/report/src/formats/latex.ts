import type { Quantity, Unit } from '@ml-emissions/model';
import { linkedLatex } from '../address.ts';
import { bibtex, PAPER, TOOL_KEY } from '../cite.ts';
import { latex } from '../escape.ts';
import { given, mass, shown, unitOf } from '../figure.ts';
import type { Format, FormatOptions } from '../format.ts';
import { type Report, wordsOf } from '../report.ts';
import { allChipHours, chipHoursOf, hardwareWords, phaseWords } from '../run-words.ts';
import { basisWords } from '../scope-words.ts';
import {
  howItWasMade,
  whatIsLeftOut,
  whatItEmits,
  whatItEmitsInShort,
  whatRan,
  whatStandsBeside,
} from '../sentences.ts';
import { trailerOf } from '../trailer.ts';
import { unknownWords } from '../unknown-words.ts';
import type { ReportLanguage, Wording } from '../wording/index.ts';

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

/** How a language sets numbers and signs; its escapes are those of `latex`. */
interface Setting {
  /** A number with its unit. */
  readonly quantity: RegExp;
  /** A number whose thousands are grouped. */
  readonly grouped: RegExp;
  /** A number as siunitx reads it. */
  readonly plain: (number: string) => string;
  /** Signs that a space stands before. */
  readonly signs: (text: string) => string;
}

const SETTINGS: Readonly<Record<ReportLanguage, Setting>> = {
  en: {
    quantity: /(\d[\d,]*(?:\.\d+)?) (t|kg|g|mg|GWh|MWh|kWh|Wh|W|L|h)(?![A-Za-z/])/g,
    grouped: /(?<![\d,.])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d,]*\d)/g,
    plain: (number) => number.replaceAll(',', ''),
    signs: (text) => text,
  },
  fr: {
    quantity: /(\d+(?:\\,\d{3})*(?:,\d+)?) (t|kg|g|mg|GWh|MWh|kWh|Wh|W|L|h)(?![\p{L}/])/gu,
    grouped: /(?<![\d,])\d{1,3}(?:\\,\d{3})+(?:,\d+)?(?!\d)/g,
    plain: (number) => number.replaceAll('\\,', '').replace(',', '.'),
    signs: (text) => text.replaceAll(/ (?=[;!?])/g, '\\,').replaceAll(/ (?=:)/g, '~'),
  },
};

/** Numbers without a unit as the document's siunitx groups those that have one, so that a range is of one kind. */
function grouped(text: string, { siunitx = false }: FormatOptions, language: ReportLanguage) {
  const setting = SETTINGS[language];
  return siunitx
    ? text.replaceAll(setting.grouped, (number) => `\\num{${setting.plain(number)}}`)
    : text;
}

/** Plain words as LaTeX: units bound to their numbers, CO2e and percent as they are set. */
export function setLatex(
  text: string,
  options: FormatOptions = {},
  language: ReportLanguage = 'en',
): string {
  const { quantity, plain, signs } = SETTINGS[language];
  const bound = latex(text).replaceAll(quantity, (_, number: string, unit: keyof typeof UNITS) =>
    options.siunitx ? `\\qty{${plain(number)}}{${UNITS[unit]}}` : `${number}~${unit}`,
  );
  return signs(grouped(bound, options, language))
    .replaceAll('CO2e', 'CO\\textsubscript{2}e')
    .replaceAll(/(\d) \\%/g, '$1\\,\\%');
}

/**
 * A paragraph for a paper, without any command of the preamble; then, if asked, tables by run and by part; the entries
 * of the bibliography as a comment, and what `verify` reads.
 */
function latexReport(report: Report, options: FormatOptions = {}): string {
  const { forms } = wordsOf(report);
  const set = (text: string) => setLatex(text, options, report.language);
  const unknown = unknownWords(report, latexFormat);
  const paragraph = [
    ...(options.short
      ? [whatRan(report), whatItEmitsInShort(report)]
      : [whatRan(report), whatItEmits(report), ...whatStandsBeside(report), whatIsLeftOut(report)]),
    ...(unknown === '' ? [] : [unknown]),
  ].map(set);
  const cited = forms.latex.cited(`\\cite{${TOOL_KEY}}`, `\\cite{${PAPER.key}}`);
  const cite = linkedLatex(howItWasMade(report), report, set, cited);
  const needs = [
    ...(report.site === null ? [] : ['hyperref']),
    ...(options.long ? ['booktabs'] : []),
    ...(options.siunitx ? [forms.latex.siunitx] : []),
  ];
  return [
    ...(needs.length > 0 ? [`% ${forms.latex.needs(needs, options.siunitx === true)}`] : []),
    ...paragraph,
    cite,
    ...(options.long ? ['', ...runTable(report, options), '', ...partTable(report, options)] : []),
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

/** A figure in the unit of its column; one that is less than one of it in its own, which is as short. */
function ranged(
  quantity: Quantity,
  column: Unit,
  of: 'mass' | 'energy',
  { figure }: Wording,
): string {
  const set = (amount: number) => latex(figure(shown(amount)));
  const { value, low, high } = quantity;
  const isOwn = value > 0 && value < column.factor;
  const { factor, name } = isOwn ? unitOf([quantity], of) : column;
  const own = `${set(value / factor)}${isOwn && name !== column.name ? `~${name}` : ''}`;
  if (low === undefined || high === undefined || low === high) return own;
  return `${own} (${set(low / factor)}--${set(high / factor)})`;
}

/** Words longer than this may be broken, so that a name never runs into the next column. */
const LONGEST_WORD = 10;

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
  readonly rows: readonly Row[];
  readonly caption: string;
  /** What stands behind the caption where it goes on. */
  readonly continued: string;
}

/** So many lines fit a page of any style, under the caption and its head. */
const LINES_A_PAGE = 40;
/** Letters that surely fit a line of each cell that is broken. */
const RUN_WIDTH = 13;
const HARDWARE_WIDTH = 9;

/** How many lines a text takes at so many letters a line, words kept where they fit. */
function linesOf(text: string, width: number): number {
  let lines = 1;
  let at = 0;
  for (const { length } of text.split(' ')) {
    if (at > 0 && at + 1 + length > width) {
      lines += 1;
      at = 0;
    }
    lines += Math.floor(Math.max(0, length - 1) / width);
    at = length > width ? ((length - 1) % width) + 1 : at === 0 ? length : at + 1 + length;
  }
  return lines;
}

/** A row, and how many lines it takes. */
interface Row {
  readonly text: string;
  readonly lines: number;
}

/** Rows in as many pages as they need. */
function pagesOf(rows: readonly Row[]): Row[][] {
  const pages: Row[][] = [[]];
  let left = LINES_A_PAGE;
  for (const row of rows) {
    if (row.lines > left && pages.at(-1)?.length) {
      pages.push([]);
      left = LINES_A_PAGE;
    }
    pages.at(-1)?.push(row);
    left -= row.lines;
  }
  return pages;
}

/** A table that fits a column or, as `table*`, both; a long one goes on in further ones, as no float is longer than a page. */
function table({ float, head, columns, rows, caption, continued }: Table): string[] {
  return pagesOf(rows).flatMap((shownRows, page) => [
    ...(page === 0 ? [] : ['']),
    `\\begin{${float}}[tp]`,
    '\\centering',
    '\\footnotesize',
    '\\setlength{\\tabcolsep}{3pt}',
    `\\caption{${caption}${page === 0 ? '' : continued}}`,
    `\\begin{tabular}{${columns}}`,
    '\\toprule',
    head,
    '\\midrule',
    ...shownRows.map(({ text }) => text),
    '\\bottomrule',
    '\\end{tabular}',
    `\\end{${float}}`,
  ]);
}

function runTable(report: Report, options: FormatOptions): string[] {
  const { runs, energyKwh, operational, language } = report;
  const words = wordsOf(report);
  const { figure, forms } = words;
  const set = (text: string) => grouped(text, options, language);
  const number = (value: number | null) =>
    value === null ? forms.hoursNotKnown : set(latex(figure(given(value))));
  const kwh = unitOf([energyKwh], 'energy');
  const kg = unitOf([operational], 'mass');
  const rows = runs.map((run, index) => {
    const name = `${run.run.name ?? forms.run(index + 1)}, ${phaseWords(run, forms.phaseNotTold, words)}`;
    const hardware = hardwareWords(run, words) || forms.hardwareNotKnown;
    const text = [
      cell(name),
      cell(hardware),
      number(chipHoursOf(run)),
      set(ranged(run.energyKwh, kwh, 'energy', words)),
      set(ranged(run.operational.kgCo2e, kg, 'mass', words)),
    ]
      .join(' & ')
      .concat(' \\\\');
    return { text, lines: Math.max(linesOf(name, RUN_WIDTH), linesOf(hardware, HARDWARE_WIDTH)) };
  });
  const total = [
    forms.latex.total,
    '',
    number(allChipHours(runs)),
    set(ranged(energyKwh, kwh, 'energy', words)),
    set(ranged(operational, kg, 'mass', words)),
  ];
  const { number: said, unit } = mass(operational);
  return table({
    float: 'table*',
    head: `${forms.latex.head(kwh.name, kg.name)} \\\\`,
    columns: '@{}p{0.17\\textwidth}p{0.14\\textwidth}rrr@{}',
    rows:
      runs.length > 1 ? [...rows, { text: `\\midrule ${total.join(' & ')} \\\\`, lines: 1 }] : rows,
    caption: forms.latex.byRun(basisWords({ runs }, words), `${set(latex(figure(said)))}~${unit}`),
    continued: forms.latex.continued,
  });
}

const PARTS = ['accelerators', 'metered', 'host', 'idle', 'overhead', 'facility'] as const;

function partTable(report: Report, options: FormatOptions): string[] {
  const { runs, energyKwh, language } = report;
  const { figure, forms } = wordsOf(report);
  const set = (value: number) => grouped(latex(figure(shown(value))), options, language);
  const rows = PARTS.flatMap((part) => {
    const kwh = runs.reduce((sum, run) => sum + run.energyKwh.parts[part], 0);
    if (kwh === 0) return [];
    const share = energyKwh.value > 0 ? (100 * kwh) / energyKwh.value : 0;
    return [
      {
        text: `${forms.latex.parts[part]} & ${set(kwh)} & ${set(share)}\\,\\% \\\\`,
        lines: 1,
      },
    ];
  });
  return table({
    float: 'table',
    head: `${forms.latex.part} \\\\`,
    columns: 'lrr',
    rows,
    caption: forms.latex.byPart,
    continued: forms.latex.continued,
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
  asks: [],
  options: {},
  alsoIn: ['fr'],
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
  asks: ['hardware', 'hours', 'place', 'energy', 'otherRuns'],
  saysUnknown: ['hardware', 'place'],
  options: {
    short:
      'what ran, its energy and its emissions alone, with the tool: three sentences, and what is not known',
    long: 'tables by run and by part (booktabs), in one column and in two',
    siunitx: 'quantities by siunitx',
  },
  alsoIn: ['fr'],
  tellsPlans: true,
  hasTrailer: true,
  write: latexReport,
} as const satisfies Format;
