import type { Sensitivity } from '@ml-emissions/calculator';
import { stepName as nameOf } from '@ml-emissions/words';
import { sheet } from './words.ts';

/** A step of the receipt in words, at the start of a line: `tdp-2` is "Rated power of one chip 2". */
export function stepName(step: string): string {
  const name = nameOf(step, sheet().names);
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** The maker's own meter, by the beginning of the chip's name. */
const METERS: readonly (readonly [start: RegExp, meter: string])[] = [
  [/^NVIDIA\b/i, 'nvidia-smi'],
  [/^AMD\b/i, 'rocm-smi'],
  [/^Apple\b/i, 'powermetrics'],
  [/^(Intel|Habana)\b/i, 'hl-smi'],
];

/**
 * What would settle a factor, in words; the rated power of chips that were metered matters for their host only.
 *
 * @param chip the chip's name, whose maker's meter is named; others are measured somehow
 */
export function settles({ said }: Sensitivity, field: string | null, chip: string): string {
  const { settle, measureChips } = sheet();
  const code = field === 'cpu' ? 'settle-host' : said.code;
  const [, meter] = METERS.find(([start]) => start.test(chip)) ?? [];
  return code === 'settle-power' ? measureChips(meter ?? null) : settle[code];
}
