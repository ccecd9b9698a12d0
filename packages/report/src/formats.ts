import type { Project, Run } from '@ml-emissions/model';
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
import type { ReportLanguage } from './wording/index.ts';

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
export const FORMATS = Object.fromEntries(
  ALL.map((format: Format) => [format.name, format]),
) as Readonly<Record<FormatName, Format & { readonly name: FormatName }>>;

/**
 * Whether a format is written in a language: every one is in English.
 *
 * @param format of `FORMATS`
 * @param language `en` or `fr`
 * @returns whether `formatted` takes a report in it
 * Errors: none.
 * @example
 * import { FORMATS, writes } from 'ml-emissions/report';
 *
 * console.log(writes(FORMATS.latex, 'fr'), writes(FORMATS.neurips, 'fr')); // true false
 */
export function writes({ alsoIn = [] }: Format, language: ReportLanguage): boolean {
  return language === 'en' || alsoIn.includes(language);
}

/**
 * Why a format cannot take a report: many are in English alone, most are records of what has run, and a plan has not.
 *
 * @param report of `reportOf`
 * @param format its name
 * @returns null where it can
 * Errors: none.
 * @example
 * import { estimate, parseRun } from 'ml-emissions';
 * import { refusalOf, reportOf } from 'ml-emissions/report';
 *
 * const parsed = parseRun({ energyKwh: 320, place: { country: 'FR' } });
 * if (parsed.ok) console.log(refusalOf(reportOf(estimate(parsed.run), { date: '2026-01-31' }), 'boamps')); // null
 */
export function refusalOf({ runs, language }: Report, format: FormatName): string | null {
  const { tellsPlans, title } = FORMATS[format];
  if (!writes(FORMATS[format], language)) {
    const able = ALL.filter((one) => writes(one, language)).map(({ name }) => name);
    return `${title} is in English alone; in the language asked for (${language}) there are ${able.join(', ')}`;
  }
  if (tellsPlans || runs.every(({ plan }) => plan === null)) return null;
  const able = ALL.filter((one: Format) => one.tellsPlans).map(({ name }) => name);
  return `${title} records what has run, and ${runs.length === 1 ? 'this run is' : 'runs of these are'} planned; ${able.join(', ')} say so`;
}

/**
 * A run as a format is to tell it: by the method of its standard, where the run is by the usual one.
 *
 * @param format its name
 * @param run of `parseRun`, or one of a project's
 * @returns the run, to be estimated for this format
 * Errors: none.
 * @example
 * import { estimate, parseRun } from 'ml-emissions';
 * import { formatted, reportOf, runFor } from 'ml-emissions/report';
 *
 * const parsed = parseRun({ energyKwh: 320, place: { country: 'FR' } });
 * if (parsed.ok) {
 *   const report = reportOf(estimate(runFor('sci', parsed.run)), { date: '2026-01-31' });
 *   console.log(formatted(report, 'sci').includes('method sci')); // true
 * }
 */
export function runFor(format: FormatName, run: Run): Run {
  const { method } = FORMATS[format];
  return method === undefined || run.method !== 'full' ? run : { ...run, method };
}

/**
 * The same of a project: each of its runs as `runFor` has it.
 *
 * @param format its name
 * @param project of `parseProject`
 * @returns the project, to be estimated for this format
 * Errors: none.
 * @example
 * import { estimateProject, parseProject } from 'ml-emissions';
 * import { formatted, projectFor, reportOf } from 'ml-emissions/report';
 *
 * const parsed = parseProject({ runs: [{ energyKwh: 320, place: { country: 'FR' } }] });
 * if (parsed.ok) {
 *   const report = reportOf(estimateProject(projectFor('sci', parsed.project)), { date: '2026-01-31' });
 *   console.log(formatted(report, 'sci').includes('method sci')); // true
 * }
 */
export function projectFor(format: FormatName, project: Project): Project {
  const [first, ...rest] = project.runs;
  return { ...project, runs: [runFor(format, first), ...rest.map((run) => runFor(format, run))] };
}

/**
 * A report in one format.
 *
 * @param report of `reportOf`
 * @param format its name
 * @param options what of the format's own options is on
 * @returns the text of the report
 * Errors: throws where `refusalOf` tells why not.
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
  const refusal = refusalOf(report, format);
  if (refusal !== null) throw new Error(`formatted(): ${refusal}`);
  return FORMATS[format].write(report, options);
}
