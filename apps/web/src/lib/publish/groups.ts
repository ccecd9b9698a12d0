import type { FormatName } from '@ml-emissions/report';

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

const ENGLISH_ONLY: readonly FormatName[] = ['model-card', 'neurips', 'acl', 'cvpr', 'codecarbon'];

/** Whether whoever asks for a form has it in English alone. */
export const isEnglishOnly = (name: FormatName): boolean => ENGLISH_ONLY.includes(name);
