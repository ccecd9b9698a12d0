import type { EstimateResult, SourceRow } from '@ml-emissions/calculator';
import { engine, type Named } from './engine.ts';
import { draftOf, EXAMPLE } from './form.ts';

/** The answer that the page opens with, and the names that it shows. */
export interface First {
  readonly result: EstimateResult;
  readonly providers: readonly Named[];
  readonly sources: readonly SourceRow[];
}

/** What the example emits: worked out when the site is built, so that it stands there at once. */
export function firstAnswer(): First {
  const parsed = engine.parseRun(draftOf(EXAMPLE));
  if (!parsed.ok) throw new Error(`The example is no run: ${JSON.stringify(parsed.problems)}`);
  const result = engine.estimate(parsed.run);
  const choices = engine.catalogue();
  const named = result.carbonIntensityGPerKwh.beside.map(({ sourceId }) => sourceId);
  return {
    result,
    providers: engine.providersWithRegions(choices),
    sources: [...new Set(named)].flatMap((id) => choices.source(id) ?? []),
  };
}
