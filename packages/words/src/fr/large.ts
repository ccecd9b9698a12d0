import { type Language, short } from '../language.ts';

/** Names of large numbers. */
const LARGE = [
  [1e12, 'billions'],
  [1e9, 'milliards'],
  [1e6, 'millions'],
] as const;

/** `7 milliards` rather than ten digits. */
export function large(value: number, number: Language['number']): string {
  const [unit, name] = LARGE.find(([least]) => value >= least) ?? [1, ''];
  return name === '' ? number(value) : `${number(short(value / unit))} ${name}`;
}

const VOWEL = /^[aeiouyéè]/i;

/** `7 milliards de paramètres`. */
export function largeOf(value: number, of: string, number: Language['number']): string {
  const isNamed = value >= 1e6;
  const link = isNamed ? (VOWEL.test(of) ? 'd’' : 'de ') : '';
  return `${large(value, number)} ${link}${of}`;
}
