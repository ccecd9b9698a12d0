import type { EstimateResult, FunctionalUnit } from '@ml-emissions/model';

/** What figures of a run are per: the unit that it names, else what its service makes; null where neither is there. */
export function unitOf({ run, service, perUnit }: EstimateResult): FunctionalUnit | null {
  if (run.functionalUnit) return run.functionalUnit;
  const [made] = perUnit;
  return service && made ? { name: made.unit, count: made.count } : null;
}

/** Runs that count by one functional unit, in one way. */
export interface UnitGroup {
  /** Its name; with the way of counting where others count the same name in another way. */
  readonly name: string;
  readonly basis: FunctionalUnit['basis'] | null;
  /** Units of all runs together. */
  readonly count: number;
  readonly runs: readonly [EstimateResult, ...EstimateResult[]];
}

/**
 * Runs by functional unit: a figure per unit is what a group emits over what it counts. Gross and effective counts of
 * one name are different units.
 *
 * @param runs those that name no unit are in no group
 * @returns groups in the order of their first runs
 */
export function byUnit(runs: readonly EstimateResult[]): UnitGroup[] {
  const groups = new Map<string, UnitGroup>();
  for (const run of runs) {
    const unit = unitOf(run);
    if (!unit) continue;
    const { name, count, basis = null } = unit;
    const key = JSON.stringify([name, basis]);
    const known = groups.get(key);
    groups.set(
      key,
      known
        ? { ...known, count: known.count + count, runs: [...known.runs, run] }
        : { name, basis, count, runs: [run] },
    );
  }
  const all = [...groups.values()];
  return all.map((group) => {
    const { name, basis } = group;
    const isTold = basis !== null && all.some((one) => one !== group && one.name === name);
    return isTold ? { ...group, name: `${name}, ${basis}` } : group;
  });
}
