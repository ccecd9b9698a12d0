import { type Amount, amountOf, type Run } from './run.ts';

/** How often a service does what is told of it; `total`: that is all. */
export const PERIODS = ['day', 'month', 'year', 'total'] as const;
type Period = (typeof PERIODS)[number];

/** Sizes of models whose makers do not publish them: a guess of the user's. */
export const SIZE_CLASSES = ['small', 'medium', 'large', 'frontier'] as const;

/** What a service answers with. */
export type ServiceUnit = 'output-token' | 'request' | 'image' | 'video-second' | 'query';

/** A model in use: how much it answers, and what is known of how it does. */
export interface ServiceDescription {
  readonly requests?: Amount;
  /** Of all requests. */
  readonly outputTokens?: Amount;
  readonly images?: Amount;
  readonly videoSeconds?: Amount;
  readonly queries?: Amount;
  /** How often; the run is then a year of it. `total` where it is absent. */
  readonly per?: Period;
  readonly inputTokensPerRequest?: Amount;
  readonly outputTokensPerRequest?: Amount;
  /** Requests in one copy of the model at a time, in the mean. */
  readonly concurrency?: Amount;
  /** That all chips of the run write together while at work. */
  readonly tokensPerSecond?: Amount;
  /** Chips that hold one copy of the model. */
  readonly acceleratorsPerModel?: number;
  /** Of the time for which chips are held for it, the share in which they work, 0..1. */
  readonly utilisation?: Amount;
  readonly imageWidthPx?: Amount;
  readonly imageHeightPx?: Amount;
  /** Of diffusion, for one image or video. */
  readonly steps?: Amount;
  readonly framesPerSecond?: Amount;
  readonly sizeClass?: (typeof SIZE_CLASSES)[number];
}

const A_YEAR: Readonly<Record<Period, number>> = { day: 365, month: 12, year: 1, total: 1 };

/** Fields that say how much a service does, each with what one of it is. */
const COUNTED = [
  ['requests', 'request'],
  ['queries', 'query'],
  ['outputTokens', 'output-token'],
  ['images', 'image'],
  ['videoSeconds', 'video-second'],
] as const satisfies readonly (readonly [keyof ServiceDescription, ServiceUnit])[];

/** How much a run's service does. */
export interface Uses {
  /** What one use is: a request or query where they are told, else what is made. */
  readonly unit: ServiceUnit;
  /** Uses in the run: in a year, or in all. */
  readonly count: Amount;
  /** Tokens written for one request or query; null where that is not told. */
  readonly tokensEach: Amount | null;
}

/**
 * How much a service does in its run: in a year where it says how often, else in all.
 *
 *     count = told x 365 a day, x 12 a month
 *
 * @param service of a run
 * @returns null where it does not say how much
 * Errors: none.
 * @example usesOf({ requests: 1000, per: 'day' })?.count // 365000
 */
export function usesOf(service: ServiceDescription): Uses | null {
  const { per = 'total', outputTokens, outputTokensPerRequest } = service;
  for (const [field, unit] of COUNTED) {
    const told = service[field];
    if (told === undefined) continue;
    const isAnswer = unit === 'request' || unit === 'query';
    const each =
      outputTokensPerRequest ?? (outputTokens === undefined ? null : shareOf(outputTokens, told));
    return { unit, count: scaled(told, A_YEAR[per]), tokensEach: isAnswer ? each : null };
  }
  return null;
}

/** Whether the energy of a service is worked out from what it answers: neither its time nor its energy is told. */
export const isServedByUses = (
  run: Pick<Run, 'service' | 'hours' | 'deviceHours' | 'energyKwh'>,
): boolean =>
  run.service !== undefined && (run.hours ?? run.deviceHours ?? run.energyKwh) === undefined;

function scaled(amount: Amount, by: number): Amount {
  if (typeof amount === 'number') return amount * by;
  return { value: amount.value * by, low: amount.low * by, high: amount.high * by };
}

/** Tokens over requests: the range is that of the tokens alone, as both are of the same requests. */
const shareOf = (tokens: Amount, requests: Amount): Amount =>
  scaled(tokens, 1 / amountOf(requests));
