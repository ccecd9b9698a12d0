export { english } from './en/index.ts';
export type { Language } from './language.ts';
export { words } from './language.ts';
export { stepName } from './step-name.ts';
