import {
  type Calculator,
  EDITIONS,
  isProject,
  type Problem,
  type ProjectInput,
  problem,
  type RunInput,
} from '@ml-emissions/calculator';
import {
  type FoundTrailer,
  isReportLanguage,
  reportOf,
  saidFigure,
  type Trailer,
  trailersOf,
  type Verified,
  verified,
} from '@ml-emissions/report';
import { version } from '../package.json';

/** The same digits but for the last bits: older versions may differ there. */
const SAME = 1e-9;

/** What works out again what a report says: this package, or a calculator over editions of one's own. */
export type Recomputing = Pick<
  Calculator,
  'catalogue' | 'estimate' | 'estimateProject' | 'parseProject' | 'parseRun'
>;

/** What became of one report in a text. */
export interface VerifiedReport extends Verified {
  readonly holds: boolean;
  /** The day that it was made on. */
  readonly date: string;
  /** The version that wrote it; null where its line does not say. */
  readonly writtenBy: string | null;
  readonly claimedKgCo2e: number;
  readonly recomputedKgCo2e: number;
  /** What is to be said beside the differences. */
  readonly findings: readonly string[];
}

/** Whether all reports of a text hold; or why that cannot be said. */
export type Verification =
  | { readonly ok: true; readonly holds: boolean; readonly reports: readonly VerifiedReport[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** How a text is to be looked at. */
export interface VerifyOptions {
  /** Figures and names only, for a text whose sentences were reworded. */
  readonly isReworded?: boolean;
  /** What problems call the text; `the text` where it is not told. */
  readonly name?: string;
}

/**
 * Whether every figure of the reports in a text still follows from the inputs that they carry: each is written again and
 * compared.
 *
 * @param text a report, or a document that holds some
 * @param calculator this package, or a calculator over editions of one's own
 * @param options how to look at it
 * @returns each report with what differs; or problems, where the text carries no line of ours that can be read
 * Errors: none for any text.
 * @example
 * import * as calculator from 'ml-emissions';
 * import { formatted, reportOf, verify } from 'ml-emissions/report';
 *
 * const parsed = calculator.parseRun({ energyKwh: 320, place: { country: 'FR' } });
 * if (parsed.ok) {
 *   const report = reportOf(calculator.estimate(parsed.run), { date: '2026-01-31' });
 *   const text = formatted(report, 'markdown');
 *   console.log(verify(text, calculator)); // { ok: true, holds: true, … }
 *   console.log(verify(text.replace('320', '32'), calculator)); // { ok: true, holds: false, … }
 * }
 */
export function verify(
  text: string,
  calculator: Recomputing,
  { isReworded = false, name = 'the text' }: VerifyOptions = {},
): Verification {
  const found = trailersOf(text);
  if (found.length === 0)
    return fault(
      name,
      `'${name}' carries no line of ours, so that nothing can be checked; CSV, CodeCarbon’s file, BibTeX and run files have none`,
    );
  if (found.includes(null))
    return fault(
      name,
      `a line of ours in '${name}' is damaged and cannot be read, so that nothing can be checked`,
    );
  const reports: VerifiedReport[] = [];
  for (const one of found) {
    if (!one) continue;
    const result = resultOf(one.trailer.input, calculator);
    if ('problems' in result) return { ok: false, problems: result.problems };
    const checked = checkedReport(text, one, result, isReworded, calculator);
    if (!checked)
      return fault(
        name,
        `'${name}' is a report as '${one.trailer.format}'${one.trailer.language === undefined ? '' : ` in '${one.trailer.language}'`}, which ${version} does not have`,
      );
    reports.push(checked);
  }
  return { ok: true, holds: reports.every(({ holds }) => holds), reports };
}

/** Why a text cannot be checked. */
export function fault(name: string, message: string): Extract<Verification, { ok: false }> {
  const expected = 'a report with its line ml-emissions:1:…';
  return { ok: false, problems: [problem('malformed', '', name, { message, expected })] };
}

function resultOf(input: Trailer['input'], calculator: Recomputing) {
  if (isProject(input)) {
    const parsed = calculator.parseProject(input as unknown as ProjectInput);
    return parsed.ok ? calculator.estimateProject(parsed.project) : parsed;
  }
  const parsed = calculator.parseRun(input as RunInput);
  return parsed.ok ? calculator.estimate(parsed.run) : parsed;
}

function checkedReport(
  text: string,
  found: FoundTrailer,
  result: Parameters<typeof reportOf>[0],
  isReworded: boolean,
  { catalogue }: Recomputing,
): VerifiedReport | null {
  const { trailer } = found;
  const { language = 'en' } = trailer;
  if (!isReportLanguage(language)) return null;
  const report = reportOf(result, {
    date: trailer.date,
    version: trailer.version ?? version,
    site: trailer.site ?? null,
    language,
  });
  const compared = verified(text, found, report, { isReworded, version });
  if (!compared) return null;
  const { value } = report.operational;
  const isSame = Math.abs(value - trailer.kgCo2e) <= SAME * Math.abs(trailer.kgCo2e);
  return {
    holds: isSame && compared.differences.length === 0 && compared.refused === null,
    date: trailer.date,
    writtenBy: trailer.version ?? null,
    claimedKgCo2e: trailer.kgCo2e,
    recomputedKgCo2e: value,
    ...compared,
    findings: [
      ...(compared.refused === null ? [] : [compared.refused]),
      ...Object.entries(trailer.editions).flatMap(([id, hash]) =>
        editionFinding(id, hash, catalogue),
      ),
      ...(isSame ? [] : [`the same inputs now give ${saidFigure(report)}, not ${trailer.said}`]),
      ...(compared.isOtherVersion ? [otherVersion(trailer)] : []),
    ],
  };
}

function otherVersion({ version: by }: Trailer): string {
  const who = by === undefined ? 'an older version' : `version ${by}`;
  return `written by ${who}, this is ${version}: its sentences may be worded otherwise and its digits rounded otherwise; figures and names are compared`;
}

function editionFinding(id: string, hash: string, catalogue: Calculator['catalogue']): string[] {
  if (!EDITIONS.includes(id)) return [`edition ${id} is not in this version`];
  return catalogue(id).edition.hash === hash ? [] : [`the data of edition ${id} has changed since`];
}
