import type { EstimateResult, Service } from '@ml-emissions/calculator';
import { energyRange, massRange, number } from '../format.ts';
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
  const { use, uses, period, kgCo2ePerUse, energyKwhPerUse } = service;
  const [one, many] = UNITS[use];
  const often = period === 'year' ? ' a year' : '';
  return [
    led('Service', `${large(uses)} ${many}${often}; ${one}: ${massRange(kgCo2ePerUse)}`),
    led('', `${energyRange(energyKwhPerUse)} of electricity`),
    led('', joulesWords(service)),
    ...trainingLines(service, one, many),
  ];
}

function joulesWords(service: Service): string {
  const { joulesPerUnit, concurrency, acceleratorsPerModel, rung } = service;
  const { value, low, high, unit, boundary } = joulesPerUnit;
  const range =
    low === undefined || high === undefined ? '' : ` (between ${number(low)} and ${number(high)})`;
  const at = concurrency === null ? [] : [`${number(concurrency)} requests at a time`];
  const on =
    acceleratorsPerModel === null
      ? []
      : [`${number(acceleratorsPerModel)} ${acceleratorsPerModel === 1 ? 'chip' : 'chips'} a copy`];
  const joules = `${number(value)} J${range} ${UNITS[unit][0]} ${BOUNDARIES[boundary]}`;
  return [joules, RUNGS[rung], ...at, ...on].join(', ');
}

function trainingLines(
  { trainingShareKgCo2ePerUse: share, breakEvenUses: even }: Service,
  one: string,
  many: string,
): string[] {
  if (!share) return [];
  const after = even ? `; after ${large(even.value)} ${many} use has emitted more than it` : '';
  return [led('Training', `${massRange(share)} more as the share of ${one}${after}`)];
}
