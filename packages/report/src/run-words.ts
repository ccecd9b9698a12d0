import { amountOf, type EstimateResult, type UsedChip } from '@ml-emissions/model';
import { rounded } from './figure.ts';

/** A count without an `x.000`. */
export const count = (value: number): string => String(Number(value.toPrecision(4)));

/** A kind of chip with its number, where that is known. */
export const chipWords = ({ name, count: chips }: Pick<UsedChip, 'name' | 'count'>): string =>
  chips === null ? name : `${count(chips)} ${name}`;

/** `8 NVIDIA A100 SXM4 80GB`, or what else ran; '' where nothing is known. */
export function hardwareWords({ machine }: EstimateResult): string {
  const { accelerators, cpu, instance } = machine;
  if (accelerators.length > 0) {
    return accelerators.map((chip) => chipWords(chip)).join(', ');
  }
  if (cpu) return `${count(cpu.count)} ${cpu.name}`;
  return instance ?? '';
}

/** Wall-clock hours of one run; null where only energy was given. */
export function hoursOf({ run }: EstimateResult): number | null {
  return run.hours === undefined ? null : amountOf(run.hours);
}

/** How often the whole was run. */
export function repeatsOf({ run }: EstimateResult): number {
  return amountOf(run.repeats ?? 1);
}

/** Chip-hours over all chips and repeats; null where there are none. */
export function chipHoursOf(result: EstimateResult): number | null {
  const hours = hoursOf(result);
  const { deviceHours } = result.run;
  if (hours === null && deviceHours !== undefined) return amountOf(deviceHours) * repeatsOf(result);
  const chips = result.machine.accelerators.reduce((sum, one) => sum + (one.count ?? 0), 0);
  return hours === null || chips === 0 ? null : hours * chips * repeatsOf(result);
}

/** Chip-hours of several runs; null where none has any. */
export function allChipHours(runs: readonly EstimateResult[]): number | null {
  const known = runs.map(chipHoursOf).filter((one) => one !== null);
  return known.length === 0 ? null : known.reduce((sum, one) => sum + one, 0);
}

/** `Google Cloud us-central1 (Council Bluffs, United States)`, `Jean Zay (Orsay, France)`; '' where nothing is known. */
export function placeWords({ location }: EstimateResult): string {
  const { site, provider, region, city, name, zone } = location;
  const where = [...new Set([city, name].filter(Boolean))].join(', ');
  const whose = site ?? [provider, region].filter(Boolean).join(' ');
  if (whose) return `${whose}${where ? ` (${where})` : ''}`;
  return where || zone || '';
}

/** `Google Cloud`, `Jean Zay`, `Google Colab (Google Cloud)`; '' where nobody is named. */
export function hostWords({ location: { site, provider } }: EstimateResult): string {
  if (!site) return provider ?? '';
  return provider && !site.startsWith(provider) ? `${site} (${provider})` : site;
}

/** `Council Bluffs, United States`; 'unknown' where nothing is known. */
export function geography({ location: { city, name, zone } }: EstimateResult): string {
  return [...new Set([city, name].filter(Boolean))].join(', ') || zone || 'unknown';
}

/** Each distinct wording of several runs, in their order. */
export function each(
  runs: readonly EstimateResult[],
  words: (run: EstimateResult) => string,
): string[] {
  return [...new Set(runs.map(words).filter((one) => one !== ''))];
}

/** A duration in hours for people. */
export const hoursWords = (hours: number): string => `${rounded(hours, hours < 1000 ? 3 : 4)} h`;

/** PUE that the energy was multiplied by; null where the method has none or the meter had seen it. */
export function pueOf({ pue }: EstimateResult): number | null {
  return pue && !pue.isInEnergy ? pue.value : null;
}
