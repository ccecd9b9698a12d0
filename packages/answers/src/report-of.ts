import type { EstimateResult, ProjectResult } from '@ml-emissions/calculator';
import { reportOf as ofVersion, type Report, type ReportOptions } from '@ml-emissions/report';
import { version } from '../package.json';

/**
 * A result made ready for every format, with the version of this package.
 *
 * @param result of `estimate` or `estimateProject`
 * @param options `date`: the day of the report, YYYY-MM-DD; `site`: the address of a calculator to link to, with its last `/`; `language`: `en` (usual) or `fr`, for which `refusalOf` tells what is in English alone
 * @returns what `formatted` takes
 * Errors: throws for the result of a project without runs.
 * @example
 * import { estimate, parseRun } from 'ml-emissions';
 * import { formatted, reportOf } from 'ml-emissions/report';
 *
 * const parsed = parseRun({ energyKwh: 320, place: { country: 'FR' } });
 * if (parsed.ok) {
 *   const report = reportOf(estimate(parsed.run), { date: '2026-01-31' });
 *   console.log(formatted(report, 'markdown'));
 * }
 */
export function reportOf(
  result: EstimateResult | ProjectResult,
  options: Omit<ReportOptions, 'version'>,
): Report {
  return ofVersion(result, { ...options, version });
}
