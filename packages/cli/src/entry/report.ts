// `ml-emissions/report`: reports of results, and whether a text still says what its inputs give. No tables.

export type {
  Recomputing,
  Verification,
  VerifiedReport,
  VerifyOptions,
} from '@ml-emissions/answers';
export { reportOf, verify } from '@ml-emissions/answers';
export type {
  Difference,
  Format,
  FormatName,
  FormatOptions,
  Merged,
  Report,
  ReportLanguage,
} from '@ml-emissions/report';
export { FORMATS, formatted, htmlReport, refusalOf, writes } from '@ml-emissions/report';
