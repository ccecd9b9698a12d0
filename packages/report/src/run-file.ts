import type { EstimateResult, ProjectResult, Run } from '@ml-emissions/model';
import { isProjectResult } from './report.ts';

/** Something that `parseRun` or `parseProject` reads again. */
export type Written = Readonly<Record<string, unknown>>;

/** A run as a person would write it: what it does not say is left out. */
function written(run: Run): Written {
  const { hardware, ...rest } = run;
  return { ...rest, ...(hardware.length > 0 ? { hardware } : {}) };
}

/** A run without the fields that go back to the defaults among those that it shares. */
function withoutShared({ shared, ...run }: Run, inDefaults: readonly string[]): Run {
  const own = (shared ?? []).filter((field) => !inDefaults.includes(field));
  return own.length > 0 ? { ...run, shared: own } : run;
}

/**
 * The run or project behind a result, to be read again: it gives the same figures in the same edition.
 *
 * What every run of a project took from its defaults goes back there, so that it stays one unknown.
 */
export function runFileOf(result: EstimateResult | ProjectResult): Written {
  if (!isProjectResult(result)) return written(result.run);
  const { name, complete, notCounted, shared } = result;
  const runs = result.runs.map(({ run }) => written(withoutShared(run, shared)));
  const [first = {}] = runs;
  const defaults = Object.fromEntries(
    shared.filter((field) => field in first).map((field) => [field, first[field]]),
  );
  const own = (run: Written) =>
    Object.fromEntries(Object.entries(run).filter(([field]) => !(field in defaults)));
  return {
    schemaVersion: 1,
    ...(name === null ? {} : { name }),
    ...(Object.keys(defaults).length > 0 ? { defaults } : {}),
    runs: runs.map(own),
    ...(complete === null ? {} : { complete }),
    ...(notCounted === null ? {} : { notCounted }),
  };
}
