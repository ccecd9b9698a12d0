import type { EstimateResult, Service } from '@ml-emissions/calculator';
import { takenWords } from '@ml-emissions/report';
import { energy, mass, massRange, number } from '../format.ts';
import { large } from './large.ts';
import { led } from './led.ts';

const UNITS: Readonly<Record<Service['use'], readonly [one: string, many: string]>> = {
  'output-token': ['a token written', 'tokens written'],
  request: ['a request', 'requests'],
  image: ['an image', 'images'],
  'video-second': ['a second of video', 'seconds of video'],
  query: ['a query', 'queries'],
};

const THOUSAND = 1000;

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
export function serviceLines({
  service,
  run,
  assumed,
  embodied,
}: Pick<EstimateResult, 'service' | 'run' | 'assumed' | 'embodied'>): string[] {
  if (!service) return [];
  const told = [joulesWords(service), toldOf(service, run)].filter(Boolean).join('; ');
  const taken = takenWords({ service, run, assumed }).join(', ');
  return [
    ...usesLines(service, embodied.kgCo2e !== null),
    led('', told),
    ...(taken === '' ? [] : [led('', `not told, and taken: ${taken}`)]),
    ...trainingLines(service, true),
  ];
}

const counted = (count: number, thing: string, rest: string) =>
  `${large(count)} ${thing}${count === 1 ? '' : 's'} ${rest}`;

/** What the energy of one answer hangs on, as told. */
function toldOf(
  { concurrency, acceleratorsPerModel, unitsPerUse, use, joulesPerUnit: { unit } }: Service,
  { service: told = {}, batchSize, scenario }: EstimateResult['run'],
): string {
  const atATime = told.concurrency ?? batchSize ?? scenario;
  const written = told.outputTokensPerRequest ?? told.outputTokens;
  return [
    ...(concurrency === null || atATime === undefined
      ? []
      : [counted(concurrency, 'request', 'at a time')]),
    ...(use === unit || written === undefined ? [] : [counted(unitsPerUse, 'token', 'written')]),
    ...(acceleratorsPerModel === null || told.acceleratorsPerModel === undefined
      ? []
      : [counted(acceleratorsPerModel, 'chip', 'a copy')]),
  ].join(', ');
}

/** The same in few lines, beside others; with the name of its run. */
export function serviceInShort({
  service,
  embodied,
  run: { name },
}: Pick<EstimateResult, 'service' | 'embodied' | 'run'>): string[] {
  return service
    ? [...usesLines(service, embodied.kgCo2e !== null, name), ...trainingLines(service, false)]
    : [];
}

function usesLines(
  { use, uses, period, kgCo2ePerUse, energyKwhPerUse }: Service,
  isMade: boolean,
  name?: string,
): string[] {
  const [one, many] = UNITS[use];
  const often = period === 'year' ? ' a year' : '';
  // As leaderboards of models tell it.
  const thousand =
    use === 'query' || use === 'request'
      ? ` (${energy(THOUSAND * energyKwhPerUse.value)} for 1,000)`
      : '';
  const takes = `${massRange(kgCo2ePerUse)}${isMade ? ' with manufacture' : ''}, ${energy(energyKwhPerUse.value)}${thousand}`;
  return [
    led(
      'Service',
      `${name === undefined ? '' : `${name}: `}${large(uses)} ${many}${often}; ${one}: ${takes}`,
    ),
  ];
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
