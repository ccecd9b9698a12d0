import { calculate } from './words.ts';

/** The longest start of a step's name that a list has a word for. */
function byStart<T>(list: Readonly<Record<string, T>>, step: string): T | undefined {
  const starts = Object.keys(list).filter((start) => step.startsWith(start));
  const best = starts.toSorted((a, b) => b.length - a.length)[0];
  return best === undefined ? undefined : list[best];
}

/** A step of the receipt in words: `tdp-2` is "Rated power of one chip 2", `chip-2-made` "Making one chip 2". */
export function stepName(step: string): string {
  const { steps } = calculate();
  const index = /-(\d+)(?=-|$)/.exec(step)?.[1];
  const base = index ? step.replace(`-${index}`, '') : step;
  const named = steps[base] ?? base.replaceAll('-', ' ');
  return index ? `${named} ${index}` : named;
}

/** What would settle a factor, in words; the rated power of chips that were metered matters for their host only. */
export function settles(step: string, field: string | null): string {
  const { settle, settleOther } = calculate();
  return byStart(settle, field === 'cpu' ? 'host' : step) ?? settleOther;
}
