import { number } from '../format.ts';

const LARGE = [
  [1e12, 'T'],
  [1e9, 'B'],
  [1e6, 'M'],
] as const;

/** `140B` rather than twelve digits. */
export function large(value: number): string {
  const [unit, name] = LARGE.find(([least]) => value >= least) ?? [1, ''];
  return `${number(value / unit)}${name}`;
}
