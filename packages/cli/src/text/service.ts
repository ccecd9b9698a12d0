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
export function serviceLines({ service, run }: Pick<EstimateResult, 'service' | 'run'>): string[] {
  if (!service) return [];
  const joules = [joulesWords(service), countedOn(service, run)].filter(Boolean).join('; ');
  return [...usesLines(service), led('', joules), ...trainingLines(service, true)];
}

/** What the energy of one answer hangs on, and what of that nobody told. */
function countedOn(
  { concurrency, acceleratorsPerModel, unitsPerUse, use, joulesPerUnit: { unit } }: Service,
  { service: told = {}, batchSize, scenario }: EstimateResult['run'],
): string {
  const of = (count: number | null, thing: string, rest: string, isTold: boolean) =>
    count === null
      ? []
      : [`${large(count)} ${thing}${count === 1 ? '' : 's'} ${rest}${isTold ? '' : ' (not told)'}`];
  const atATime = told.concurrency ?? batchSize ?? scenario;
  const written = told.outputTokensPerRequest ?? told.outputTokens;
  return [
    ...of(concurrency, 'request', 'at a time', atATime !== undefined),
    ...(use === unit ? [] : of(unitsPerUse, 'token', 'written', written !== undefined)),
    ...of(acceleratorsPerModel, 'chip', 'a copy', told.acceleratorsPerModel !== undefined),
  ].join(', ');
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
