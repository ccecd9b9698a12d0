export { english } from './en/index.ts';
export { englishNames } from './en/names.ts';
export { amount, formula } from './formula.ts';
export type { Names } from './language.ts';
export { words } from './language.ts';
export { stepName } from './step-name.ts';
export { rangeOf } from './step-range.ts';
