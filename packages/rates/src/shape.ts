import { type Amount, isPlanned, methods, type Run, timesRun } from '@ml-emissions/model';
import { type CountKinds, countOfKind, kindsOfCount, likeCount } from './machine.ts';
import { yearOf } from './place.ts';
import { workOfPlan } from './plan/planned.ts';

/** Numbers of a run that only the user knows, by JSON Pointer: what every figure is linear in. */
export type Quantities = Readonly<Record<string, Amount>>;

/**
 * Everything of a run but time, counts and measured values: the machine, its place and year, the kind of work, the
 * method and edition, and which measurements are there. Two runs of one shape have the same rates.
 */
export interface Shape {
  /** The same text for the same shape, in whatever order its fields stand. */
  readonly key: string;
  /** A run of this shape whose quantities are all one, but a count that says where they may stand. */
  readonly unit: Run;
}

/** Fields that say nothing of what a run emits. */
const SILENT = [
  'name',
  'phase',
  'model',
  'functionalUnit',
  'measurement',
  'readings',
  'shared',
  'start',
  'end',
  'deviceHours',
  'mfu',
  'tokensPerSecondPerAccelerator',
  'samplesPerSecondPerAccelerator',
  'precision',
] as const satisfies readonly (keyof Run)[];

/** Whether what the chips drew says how long they ran: over their watts, so that no figure is in proportion to these. */
function isTimedByMeter({ energyKwh, energyScope, hours }: Run): boolean {
  const isInside = energyScope === 'accelerators' || energyScope === 'components';
  return energyKwh !== undefined && !hours && isInside;
}

/**
 * Runs whose figures follow the counts in another way than in proportion: by some methods, and where what the chips
 * drew says how long they ran.
 */
function keepsCounts(run: Run): boolean {
  const { method, hardware } = run;
  const { ladders } = methods[method];
  if (isTimedByMeter(run)) return true;
  const isOwnHost = ladders.host !== 'described' && ladders.host !== 'none';
  return hardware.length > 1 || isOwnHost || ladders.embodied === 'server-formula';
}

/** Whether power follows the share in use in another way than in proportion. */
function keepsShare(run: Run): boolean {
  return isTimedByMeter(run) || methods[run.method].ladders.power.includes('minimum-maximum');
}

/** How the quantities of a run bear on its shape, beside being there. */
export interface ShapedBy {
  /** Whether each count makes a shape of its own. */
  readonly counts: boolean;
  /** Whether each share in use does. */
  readonly shares: boolean;
  /** Whether each power of chips and of the host does. */
  readonly powers: boolean;
  /** Which count of cards makes the same shape as another; null where all do. */
  readonly cards: ((count: number) => number) | null;
  /** The same told in numbers; null where all make one shape. */
  readonly kinds: CountKinds | null;
}

/**
 * How the quantities of a run bear on its shape: runs that differ in other quantities have one shape.
 *
 * @param run from `parseRun`, or a copy of it
 */
export const shapedBy = (run: Run): ShapedBy => ({
  counts: keepsCounts(run),
  shares: keepsShare(run),
  powers: isTimedByMeter(run),
  cards: likeCount(run),
  kinds: kindsOfCount(run),
});

/**
 * The shape of a run.
 *
 * @param run from `parseRun`, or a copy of it
 * @returns its shape; `quantitiesOf` gives the rest of it
 * Errors: none.
 * @example
 * import { parseRun, shapeOf } from 'ml-emissions';
 *
 * const parsed = parseRun({ hardware: [{ accelerator: 'T4' }], hours: 2, place: { country: 'FR' } });
 * if (parsed.ok) console.log(shapeOf(parsed.run).key === shapeOf({ ...parsed.run, hours: 200 }).key); // true
 */
export function shapeOf(run: Run): Shape {
  const isPlan = isPlanned(run);
  const said: Record<string, unknown> = { ...run, ...(isPlan && workOfPlan(run)), repeats: 1 };
  delete said.development;
  for (const field of SILENT) delete said[field];
  // Of the model only what power follows from.
  const parameters = run.model?.parameters;
  if (parameters !== undefined) said.model = { parameters };
  const year = yearOf(run);
  if (year !== null) said.year = year;
  // Chip-hours count where they alone say the time.
  const isOfChips = run.hours === undefined && run.deviceHours !== undefined;
  const isCounted = run.hardware.every(({ count }) => count !== undefined);
  // The time of a plan stands in its estimate.
  if (isPlan) said[isCounted ? 'hours' : 'deviceHours'] = 1;
  else if (isOfChips) said.deviceHours = 1;
  for (const field of ['hours', 'energyKwh'] as const)
    if (run[field] !== undefined) said[field] = 1;
  const keeps = keepsCounts(run);
  const keepsPower = isTimedByMeter(run);
  if (run.instance !== undefined) said.instanceCount = keeps ? (run.instanceCount ?? 1) : 1;
  if (run.idle) {
    said.idle = { hours: 1, ...(run.idle.powerW === undefined ? {} : { powerW: 1 }) };
  }
  if (run.host?.powerW !== undefined && !keepsPower) said.host = { ...run.host, powerW: 1 };
  said.hardware = run.hardware.map(({ accelerator, count, powerW, utilisation, powerLimitW }) => ({
    accelerator,
    ...(powerLimitW === undefined ? {} : { powerLimitW }),
    ...(count === undefined ? {} : { count: keeps ? count : countOfKind(run) }),
    ...(powerW === undefined ? {} : { powerW: keepsPower ? powerW : 1 }),
    ...(utilisation === undefined ? {} : { utilisation: keepsShare(run) ? utilisation : 1 }),
  }));
  const unit = said as unknown as Run;
  return { key: canonical(unit), unit };
}

/**
 * The quantities of a run.
 *
 * @param run from `parseRun`, or a copy of it
 * @returns by JSON Pointer, in the units of the run (h, W, kWh), with their ranges where the user gave them; of a planned
 * run all but its time, which is `plan.hours` or `plan.deviceHours` of its estimate
 * Errors: none.
 * @example
 * import { parseRun, quantitiesOf } from 'ml-emissions';
 *
 * const parsed = parseRun({ hardware: [{ accelerator: 'T4' }], hours: 2, place: { country: 'FR' } });
 * if (parsed.ok) console.log(quantitiesOf(parsed.run)); // { '/hours': 2, '/hardware/0/count': 1 }
 */
export function quantitiesOf(run: Run): Quantities {
  const found: Record<string, Amount> = { '/repeats': timesRun(run) };
  const put = (pointer: string, amount: Amount | undefined) => {
    if (amount !== undefined) found[pointer] = amount;
  };
  put('/hours', run.hours);
  if (run.hours === undefined) put('/deviceHours', run.deviceHours);
  put('/energyKwh', run.energyKwh);
  put('/idle/hours', run.idle?.hours);
  put('/idle/powerW', run.idle?.powerW);
  put('/host/powerW', run.host?.powerW);
  if (run.instance !== undefined) put('/instanceCount', run.instanceCount ?? 1);
  for (const [index, { count, powerW, utilisation }] of run.hardware.entries()) {
    put(`/hardware/${index}/count`, count);
    put(`/hardware/${index}/powerW`, powerW);
    put(`/hardware/${index}/utilisation`, utilisation);
  }
  return found;
}

/** JSON whose fields stand in one order. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, one) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  );
}
