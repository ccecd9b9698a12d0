type Written = Readonly<Record<string, unknown>>;

/** One run of a project as written, with the fields that it takes from the defaults. */
export interface ProjectRun {
  readonly input: Written;
  readonly fromDefaults: ReadonlySet<string>;
}

/** Fields that say the same thing in several ways: a run that says one takes none of them from the defaults. */
const ALTERNATIVES = [
  ['hours', 'deviceHours'],
  ['hardware', 'instance', 'instanceCount', 'slice'],
  ['energyKwh', 'energyScope'],
  ['place', 'carbonIntensityGPerKwh'],
  ['year', 'start', 'end'],
];

/** Whether a run as written says a field, or the same thing in another way. */
export function saysField(run: Written, field: string): boolean {
  const group = ALTERNATIVES.find((fields) => fields.includes(field)) ?? [field];
  return group.some((one) => (run[one] ?? undefined) !== undefined);
}

/**
 * A run with what it takes from the defaults of its project.
 *
 * @param run as written
 * @param defaults fields of a run that all runs share unless they say otherwise
 */
export function withDefaults(run: Written, defaults: Written): ProjectRun {
  const taken = Object.entries(defaults).filter(([field]) => !saysField(run, field));
  return {
    input: { ...run, ...Object.fromEntries(taken) },
    fromDefaults: new Set(taken.map(([field]) => field)),
  };
}
