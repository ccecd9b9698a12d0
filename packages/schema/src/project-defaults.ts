import { FINAL_PHASES, type Phase } from '@ml-emissions/model';
import { partsOf } from './fields/row.ts';
import { RUN_FIELDS } from './fields/run.ts';

type Written = Readonly<Record<string, unknown>>;

/** One run of a project as written, with the fields that it takes from the defaults. */
export interface ProjectRun {
  readonly input: Written;
  readonly fromDefaults: ReadonlySet<string>;
}

const TOP = partsOf(RUN_FIELDS, '');

/** Each field with those that say the same thing in another way: a run that says one takes none of them from the defaults. */
const ALTERNATIVES = new Map(
  TOP.map(({ name, row: { group } }) => {
    const same = TOP.filter(({ row }) => group !== undefined && row.group === group);
    return [name, same.length > 0 ? same.map((one) => one.name) : [name]];
  }),
);

/** Whether a run as written says a field, or the same thing in another way. */
export function saysField(run: Written, field: string): boolean {
  return (ALTERNATIVES.get(field) ?? [field]).some((one) => (run[one] ?? undefined) !== undefined);
}

/** Whether a run is one that something led to: a model in use and an evaluation take no development from the defaults. */
function isFinal(run: Written, defaults: Written): boolean {
  const of = (field: string) => run[field] ?? defaults[field];
  return of('service') === undefined && FINAL_PHASES.has(of('phase') as Phase | undefined);
}

/**
 * A run with what it takes from the defaults of its project.
 *
 * @param run as written
 * @param defaults fields of a run that all runs share unless they say otherwise
 */
export function withDefaults(run: Written, defaults: Written): ProjectRun {
  const taken = Object.entries(defaults).filter(
    ([field]) => !saysField(run, field) && (field !== 'development' || isFinal(run, defaults)),
  );
  return {
    input: { ...run, ...Object.fromEntries(taken) },
    fromDefaults: new Set(taken.map(([field]) => field)),
  };
}
