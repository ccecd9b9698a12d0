import type { EstimateResult, Service } from '@ml-emissions/calculator';
import { energy, mass, massRange, number } from '../format.ts';
import { large } from './large.ts';
import { led } from './led.ts';

const UNITS: Readonly<Record<Service['use'], readonly [one: string, many: string]>> = {
  'output-token': ['a token', 'tokens'],
  request: ['a request', 'requests'],
  image: ['an image', 'images'],
  'video-second': ['a second of video', 'seconds of video'],
  query: ['a query', 'queries'],
};

const RUNGS: Readonly<Record<Service['rung'], string>> = {
  'metered-energy': 'by metered energy',
  'time-told': 'by hours as told',
  'speed-and-measured-power': 'by tokens a second, at the measured power',
  'speed-and-usual-power': 'by tokens a second, at the usual power',
  'energy-by-size': 'by the sizes of model and chips',
};

const BOUNDARIES: Readonly<Record<Service['joulesPerUnit']['boundary'], string>> = {
  accelerators: 'at the chips',
  components: 'of the components',
  it: 'of the machine',
  facility: 'of the facility',
};

/** What a model in use answers, what one answer takes, and its share of the training. */
export function serviceLines({ service }: Pick<EstimateResult, 'service'>): string[] {
  if (!service) return [];
  return [...usesLines(service), led('', joulesWords(service)), ...trainingLines(service, true)];
}

/** The same in few lines, beside others. */
export function serviceInShort({ service }: Pick<EstimateResult, 'service'>): string[] {
  return service ? [...usesLines(service), ...trainingLines(service, false)] : [];
}

function usesLines({ use, uses, period, kgCo2ePerUse, energyKwhPerUse }: Service): string[] {
  const [one, many] = UNITS[use];
  const often = period === 'year' ? ' a year' : '';
  const takes = `${massRange(kgCo2ePerUse)}, ${energy(energyKwhPerUse.value)}`;
  return [led('Service', `${large(uses)} ${many}${often}; ${one}: ${takes}`)];
}

function joulesWords({ joulesPerUnit, rung }: Service): string {
  const { value, low, high, unit, boundary } = joulesPerUnit;
  const range =
    low === undefined || high === undefined ? '' : ` (between ${number(low)} and ${number(high)})`;
  return `${number(value)} J${range} ${UNITS[unit][0]} ${BOUNDARIES[boundary]}, ${RUNGS[rung]}`;
}

function trainingLines(
  { trainingShareKgCo2ePerUse: share, breakEvenUses: even, use }: Service,
  isWhole: boolean,
): string[] {
  if (!share) return [];
  const [one, many] = UNITS[use];
  const isRanged = isWhole && even?.low !== undefined && even.high !== undefined;
  const range = isRanged ? ` (between ${large(even.low)} and ${large(even.high)})` : '';
  const after = even ? `; use passes it after ${large(even.value)} ${many}${range}` : '';
  return [led('Training', `beside it ${mass(share.value)} ${one}${after}`)];
}
