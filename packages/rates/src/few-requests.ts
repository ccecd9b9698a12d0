import { amountOf, type Factor, ln, pow, type Run } from '@ml-emissions/model';

/** Requests at a time from which on chips have a batch. */
export const FEWEST_IN_BATCH = 8;

/** Requests that a copy of a model in use has at a time; null where that is not told, and for other runs. */
export function requestsAtATime({ service, batchSize }: Run): number | null {
  const told = service && (service.concurrency ?? batchSize);
  return told === undefined ? null : amountOf(told);
}

/**
 * How far a service is from one request at a time, 0, to a batch, 1, by the log of its requests.
 *
 * @returns null where a scenario is told, or not between the two
 */
export function towardsBatch(run: Run): number | null {
  const requests = requestsAtATime(run);
  if (run.scenario !== undefined || requests === null) return null;
  return requests > 1 && requests < FEWEST_IN_BATCH ? ln(requests) / ln(FEWEST_IN_BATCH) : null;
}

/**
 * What is usual for a service with a few requests at a time: from what it is where nobody tells how they come to that of
 * batches, value and both sides by their logs, so that nothing jumps at either end.
 *
 * @param usual of a run by its scenario
 */
export function byRequests(run: Run, usual: (run: Run) => Factor | null): Factor | null {
  const one = usual(run);
  const share = towardsBatch(run);
  const batch = share === null ? null : usual({ ...run, scenario: 'server' });
  if (!one || !batch || share === null) return one;
  const between = (a: number, b: number) => pow(a, 1 - share) * pow(b, share);
  const [down, batchDown] = [one.gsd ?? 1, batch.gsd ?? 1];
  return {
    ...one,
    kind: 'modeled',
    value: between(one.value, batch.value),
    gsd: between(down, batchDown),
    gsdUp: between(one.gsdUp ?? down, batch.gsdUp ?? batchDown),
  };
}
