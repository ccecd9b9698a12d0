import { problem } from '@ml-emissions/calculator';
import {
  FORMATS,
  type FormatName,
  type FormatOptions,
  type Report,
  refusalOf,
} from '@ml-emissions/report';
import { invalid } from './http/http-problem.ts';

/**
 * A report in a format.
 *
 * Errors: throws the problem that a record of what has run takes no plan.
 */
export function writtenReport(
  report: Report,
  format: FormatName,
  options: FormatOptions = {},
): string {
  const refusal = refusalOf(report, format);
  if (refusal !== null) {
    const expected = 'a format that tells plans';
    throw invalid([problem('conflict', '/format', format, { message: refusal, expected })]);
  }
  return FORMATS[format].write(report, options);
}
