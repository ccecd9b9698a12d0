import type { Format, FormatOptions } from './format.ts';
import { boampsFormat } from './formats/boamps.ts';
import { aclFormat, cvprFormat, neuripsFormat } from './formats/checklists.ts';
import { codecarbonFormat } from './formats/codecarbon.ts';
import { csvFormat } from './formats/csv.ts';
import { cyclonedxFormat } from './formats/cyclonedx.ts';
import { euAiFormat } from './formats/eu-ai.ts';
import { jsonFormat, yamlFormat } from './formats/files.ts';
import { l1801Format } from './formats/l1801.ts';
import { bibtexFormat, latexFormat } from './formats/latex.ts';
import { markdownFormat, textFormat } from './formats/markdown.ts';
import { modelCardFormat } from './formats/model-card.ts';
import { sciFormat } from './formats/sci.ts';
import { spdxFormat } from './formats/spdx.ts';
import { badgeFormat, cardFormat } from './formats/svg.ts';
import type { Report } from './report.ts';

/** Every format that is text, in the order in which they are offered. */
const ALL = [
  latexFormat,
  bibtexFormat,
  markdownFormat,
  textFormat,
  modelCardFormat,
  neuripsFormat,
  aclFormat,
  cvprFormat,
  euAiFormat,
  sciFormat,
  l1801Format,
  cyclonedxFormat,
  spdxFormat,
  boampsFormat,
  codecarbonFormat,
  jsonFormat,
  csvFormat,
  yamlFormat,
  cardFormat,
  badgeFormat,
] as const;

/** The name of a format. */
export type FormatName = (typeof ALL)[number]['name'];

/** Every format by its name. */
export const FORMATS = Object.fromEntries(ALL.map((format) => [format.name, format])) as Readonly<
  Record<FormatName, Format & { readonly name: FormatName }>
>;

/**
 * A report in one format.
 *
 * @param report of `reportOf`
 * @param format its name
 * @param options what of the format's own options is on
 * @returns the text of the report
 * Errors: none.
 * @example
 * import { estimate, parseRun } from 'ml-emissions';
 * import { formatted, reportOf } from 'ml-emissions/report';
 *
 * const parsed = parseRun({ energyKwh: 320, place: { country: 'FR' } });
 * if (parsed.ok) {
 *   const report = reportOf(estimate(parsed.run), { date: '2026-01-31' });
 *   console.log(formatted(report, 'latex'));
 * }
 */
export function formatted(report: Report, format: FormatName, options: FormatOptions = {}): string {
  return FORMATS[format].write(report, options);
}
