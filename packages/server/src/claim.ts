import { type Claim, massFromText, problem } from '@ml-emissions/calculator';
import { invalid } from './http/http-problem.ts';

/** How a claim is told. */
export const CLAIM =
  'a mass such as 50kg, 12.9t or "10-12 t", or kgCo2e with low and high of a range';

/**
 * A figure that somebody claims.
 *
 * Errors: throws `HttpProblem` for what is no mass, and for ends that do not lie around it.
 */
export function claimOf(told: string | Claim): Claim {
  const { kgCo2e, low, high } = typeof told === 'string' ? read(told) : told;
  const hasBoth = (low === undefined) === (high === undefined);
  const isInOrder = (low ?? kgCo2e) <= kgCo2e && kgCo2e <= (high ?? kgCo2e);
  if (!hasBoth || !isInOrder) throw refused(told, 'its ends do not lie around it');
  return { kgCo2e, ...(low !== undefined && { low }), ...(high !== undefined && { high }) };
}

function read(text: string): Claim {
  const mass = massFromText(text);
  if (!mass) throw refused(text, `'${text}' is no mass`);
  const { value: kgCo2e, ...ends } = mass;
  return { kgCo2e, ...ends };
}

const refused = (value: unknown, message: string) =>
  invalid([problem('wrong-type', '/claim', value, { message, expected: CLAIM })]);
