import { runText } from './as-text.ts';
import type { RunForm } from './fields.ts';

/**
 * The runs of another state of a project, of which those at its start and its end that say the same as now are the very
 * same ones: of thousands a step back changes one, and what is known of the others still holds.
 *
 * @param now the runs in hand
 * @param texts what they say, by `runText`
 * @param then those to come
 */
export function keptRuns(
  now: readonly RunForm[],
  texts: readonly string[],
  then: readonly RunForm[],
): RunForm[] {
  const said = then.map(runText);
  const most = Math.min(now.length, then.length);
  let first = 0;
  while (first < most && said[first] === texts[first]) first += 1;
  let last = 0;
  while (last < most - first && said.at(-1 - last) === texts.at(-1 - last)) last += 1;
  const between = then.slice(first, then.length - last);
  return [...now.slice(0, first), ...between, ...(last > 0 ? now.slice(-last) : [])];
}
