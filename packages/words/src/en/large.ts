import { type Language, short } from '../language.ts';

/** Names of large numbers. */
const LARGE = [
  [1e12, 'trillion'],
  [1e9, 'billion'],
  [1e6, 'million'],
] as const;

/** `7 billion` rather than ten digits. */
export function large(value: number, number: Language['number']): string {
  const [unit, name] = LARGE.find(([least]) => value >= least) ?? [1, ''];
  return name === '' ? number(value) : `${number(short(value / unit))} ${name}`;
}
