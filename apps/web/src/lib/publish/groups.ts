import { FORMATS, type FormatName, type ReportLanguage, writes } from '@ml-emissions/report';

/** What most people come for. */
export const FIRST = ['latex', 'model-card'] as const satisfies readonly FormatName[];

/** Everything else, by who asks for it. */
export const OTHERS = [
  { id: 'checklist', names: ['neurips', 'acl', 'cvpr'] },
  { id: 'authority', names: ['eu-ai', 'sci', 'l1801'] },
  { id: 'text', names: ['markdown', 'text', 'bibtex'] },
  { id: 'bill', names: ['cyclonedx', 'spdx', 'boamps'] },
  { id: 'program', names: ['json', 'csv', 'yaml', 'codecarbon'] },
  { id: 'picture', names: ['svg', 'badge'] },
] as const satisfies readonly { readonly id: string; readonly names: readonly FormatName[] }[];

/** Why a form is in English alone: its venue is, no other wording of it is known, or programs read it. */
export type EnglishBecause = 'venue' | 'wording' | 'programs';

/**
 * Why a form is not written in a language.
 *
 * @returns null where it is
 */
export function whyEnglish(name: FormatName, language: ReportLanguage): EnglishBecause | null {
  if (writes(FORMATS[name], language)) return null;
  const group = OTHERS.find(({ names }) => names.some((one) => one === name))?.id;
  if (group === 'checklist') return 'venue';
  return group === 'authority' ? 'wording' : 'programs';
}
