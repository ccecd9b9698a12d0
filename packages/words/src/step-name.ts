import type { Names } from './language.ts';

const INDEX = /-(\d+)(?=-|$)/;

/**
 * A line of the receipt in words, its index at the end.
 *
 * @param step its name
 * @param names whose list of steps is read; a name that is not in it is told by itself
 * @example stepName('tdp-2', english) // 'rated power of one chip 2'
 */
export function stepName(step: string, { steps }: Names): string {
  const index = INDEX.exec(step)?.[1];
  const base = index ? step.replace(`-${index}`, '') : step;
  const name = steps[base] ?? base.replaceAll('-', ' ');
  return index ? `${name} ${index}` : name;
}
