export type { Draft } from './draft.ts';
export { hoursFromText } from './duration.ts';
export { LIMITS } from './limits.ts';
export { asShare, asTyped } from './number-text.ts';
export type { Names, ParsedDraft } from './parse-draft.ts';
export { parseDraft } from './parse-draft.ts';
export { quoted } from './quote.ts';
export { pointer, problem } from './to-problem.ts';
