import { HttpProblem } from './http-problem.ts';

/** Counts requests by client. */
export type RateLimit = (client: string) => void;

const MINUTE = 60_000;
const SECOND = 1000;
/** Clients that are kept in mind; of more, those are forgotten that were not there for longest. */
const MOST_CLIENTS = 10_000;

/** Most often. */
const LOCAL = '127.0.0.1';
const LOOPBACK = /^(?:127\.|::1$|::ffff:127\.)/;

/**
 * A bucket a client: it holds so many requests as there may be in a minute, and fills evenly. This machine has none.
 *
 * @param perMinute how many
 * @param now milliseconds
 * @returns what throws `HttpProblem` (429) for a client whose bucket is empty
 */
export function createRateLimit(
  perMinute: number,
  now: () => number = performance.now.bind(performance),
): RateLimit {
  const buckets = new Map<string, { left: number; at: number }>();
  const refill = perMinute / MINUTE;
  return (client) => {
    if (client === LOCAL || LOOPBACK.test(client)) return;
    const time = now();
    const bucket = buckets.get(client) ?? { left: perMinute, at: time };
    const left = Math.min(perMinute, bucket.left + (time - bucket.at) * refill);
    buckets.delete(client);
    buckets.set(client, { left: Math.max(0, left - 1), at: time });
    const [oldest] = buckets.keys();
    if (buckets.size > MOST_CLIENTS && oldest !== undefined) buckets.delete(oldest);
    if (left >= 1) return;
    const seconds = Math.ceil((1 - left) / refill / SECOND);
    throw new HttpProblem(
      'too-many-requests',
      `more than ${perMinute} requests in a minute; again in ${seconds} s`,
      { headers: { 'retry-after': String(seconds) } },
    );
  };
}
