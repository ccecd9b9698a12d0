import type { Quantity } from '@ml-emissions/model';
import { addressLine, linkedMarkdown } from '../address.ts';
import { PAPER } from '../cite.ts';
import { markdown, plain } from '../escape.ts';
import { energy, given, mass, withRange } from '../figure.ts';
import type { Format } from '../format.ts';
import { type Report, wordsOf } from '../report.ts';
import { chipHoursOf, hardwareWords, phaseWords } from '../run-words.ts';
import {
  howItWasMade,
  whatIsLeftOut,
  whatItEmits,
  whatRan,
  whatStandsBeside,
} from '../sentences.ts';
import { trailerOf } from '../trailer.ts';
import { unknownWords } from '../unknown-words.ts';
import { english } from '../wording/index.ts';

/** The sentences of a report, in order. */
function sentences(report: Report): string[] {
  const unknown = unknownWords(report, textFormat);
  return [
    whatRan(report),
    whatItEmits(report),
    ...whatStandsBeside(report),
    whatIsLeftOut(report),
    ...(unknown === '' ? [] : [unknown]),
  ];
}

/** What it was made with, and what that grows out of. */
const made = (report: Report): string =>
  `${howItWasMade(report)} ${wordsOf(report).grownFrom(PAPER.text)}`;

/** A paragraph for a README or a blog, with a table where there are several runs, and what `verify` reads. */
function markdownReport(report: Report): string {
  const words = wordsOf(report);
  const table = report.runs.length > 1 ? ['', ...runTable(report, words)] : [];
  return [
    words.typeset(
      [...sentences(report).map(markdown), linkedMarkdown(made(report), report)].join(' '),
    ),
    ...table,
    '',
    `<!-- ${trailerOf(report, 'markdown')} -->`,
    '',
  ].join('\n');
}

/** The same without any mark. */
function textReport(report: Report): string {
  const { typeset } = wordsOf(report);
  const address = addressLine(report);
  const lines = [
    typeset([...sentences(report), made(report)].map(plain).join(' ')),
    ...(address === '' ? [] : [plain(address)]),
    `[${trailerOf(report, 'text')}]`,
  ];
  return `${lines.join('\n')}\n`;
}

/** Runs with phase, hardware, chip-hours, energy and emissions. */
export function runTable({ runs, energyKwh, operational }: Report, words = english): string[] {
  const { figure, forms, typeset } = words;
  const { hardwareNotKnown, heads } = forms;
  const row = (cells: readonly string[]) => `| ${cells.map(typeset).join(' | ')} |`;
  const number = (value: number | null) =>
    value === null ? forms.hoursNotKnown : figure(given(value));
  const ranges = (kwh: Quantity, kg: Quantity) => [
    withRange(energy(kwh), '', words),
    withRange(mass(kg), 'CO2e', words),
  ];
  return [
    row([heads.run, heads.phase, heads.hardware, heads.chipHours, heads.energy, heads.emissions]),
    row(['---', '---', '---', '---:', '---:', '---:']),
    ...runs.map((run, index) =>
      row([
        markdown(run.run.name ?? forms.run(index + 1)),
        phaseWords(run, forms.phaseUntold, words),
        markdown(hardwareWords(run, words) || hardwareNotKnown),
        number(chipHoursOf(run)),
        ...ranges(run.energyKwh, run.operational.kgCo2e),
      ]),
    ),
    row([forms.total, '', '', '', ...ranges(energyKwh, operational)]),
  ];
}

/** A paragraph for a README. */
export const markdownFormat = {
  name: 'markdown',
  title: 'Markdown paragraph',
  about: 'the same for a README or a blog, with a table where there are several runs',
  standard: null,
  mediaType: 'text/markdown',
  extension: 'md',
  asks: ['hardware', 'hours', 'place', 'energy', 'otherRuns'],
  saysUnknown: ['hardware', 'place'],
  options: {},
  alsoIn: ['fr'],
  tellsPlans: true,
  hasTrailer: true,
  write: markdownReport,
} as const satisfies Format;

/** The same as plain text. */
export const textFormat = {
  name: 'text',
  title: 'Plain text',
  about: 'the same without any mark',
  standard: null,
  mediaType: 'text/plain',
  extension: 'txt',
  asks: ['hardware', 'hours', 'place', 'energy', 'otherRuns'],
  saysUnknown: ['hardware', 'place'],
  options: {},
  alsoIn: ['fr'],
  tellsPlans: true,
  hasTrailer: true,
  write: textReport,
} as const satisfies Format;
