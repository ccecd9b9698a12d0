import { addressLine, linkedMarkdown } from '../address.ts';
import { PAPER } from '../cite.ts';
import { markdown, plain } from '../escape.ts';
import { energy, given, mass, withRange } from '../figure.ts';
import type { Format } from '../format.ts';
import type { Report } from '../report.ts';
import { chipHoursOf, hardwareWords, phaseWords } from '../run-words.ts';
import {
  howItWasMade,
  whatIsLeftOut,
  whatItEmits,
  whatRan,
  whatStandsBeside,
} from '../sentences.ts';
import { trailerOf } from '../trailer.ts';

/** The sentences of a report, in order. */
function sentences(report: Report): string[] {
  return [whatRan(report), whatItEmits(report), ...whatStandsBeside(report), whatIsLeftOut(report)];
}

/** What it was made with, and what that grows out of. */
const made = (report: Report): string => `${howItWasMade(report)} Grown from ${PAPER.text}.`;

/** A paragraph for a README or a blog, with a table where there are several runs, and what `verify` reads. */
function markdownReport(report: Report): string {
  const table = report.runs.length > 1 ? ['', ...runTable(report)] : [];
  return [
    [...sentences(report).map(markdown), linkedMarkdown(made(report), report)].join(' '),
    ...table,
    '',
    `<!-- ${trailerOf(report, 'markdown')} -->`,
    '',
  ].join('\n');
}

/** The same without any mark. */
function textReport(report: Report): string {
  const address = addressLine(report);
  const lines = [
    [...sentences(report), made(report)].map(plain).join(' '),
    ...(address === '' ? [] : [plain(address)]),
    `[${trailerOf(report, 'text')}]`,
  ];
  return `${lines.join('\n')}\n`;
}

/** Runs with phase, hardware, chip-hours, energy and emissions. */
export function runTable({ runs, energyKwh, operational }: Report): string[] {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const number = (value: number | null) => (value === null ? 'not known' : given(value));
  return [
    row(['run', 'phase', 'hardware', 'chip-hours', 'energy', 'emissions']),
    row(['---', '---', '---', '---:', '---:', '---:']),
    ...runs.map((run, index) =>
      row([
        markdown(run.run.name ?? `run ${index + 1}`),
        phaseWords(run, 'not told'),
        markdown(hardwareWords(run) || 'not told'),
        number(chipHoursOf(run)),
        withRange(energy(run.energyKwh)),
        withRange(mass(run.operational.kgCo2e), 'CO2e'),
      ]),
    ),
    row(['total', '', '', '', withRange(energy(energyKwh)), withRange(mass(operational), 'CO2e')]),
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
  options: {},
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
  options: {},
  tellsPlans: true,
  hasTrailer: true,
  write: textReport,
} as const satisfies Format;
