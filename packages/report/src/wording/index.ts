import { english } from './en/index.ts';
import { french } from './fr/index.ts';

/** What a language says in a report. */
export type Wording = typeof english;

/** Languages in which reports are written. */
export const REPORT_LANGUAGES = ['en', 'fr'] as const;

/** One of them. */
export type ReportLanguage = (typeof REPORT_LANGUAGES)[number];

const WORDINGS: Readonly<Record<ReportLanguage, Wording>> = { en: english, fr: french };

/** Whether reports are written in what a line or a flag names. */
export const isReportLanguage = (name: string): name is ReportLanguage =>
  REPORT_LANGUAGES.some((one) => one === name);

/** What a language says. */
export const wordingOf = (language: ReportLanguage): Wording => WORDINGS[language];

export { english };
