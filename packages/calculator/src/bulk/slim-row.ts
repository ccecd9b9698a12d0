import type {
  Amount,
  Figure,
  IntensityScope,
  MethodName,
  Notice,
  ProjectResult,
  Quantity,
  Run,
} from '@ml-emissions/model';
import { amountOf, timesRun } from '@ml-emissions/model';
import type { Machine } from '@ml-emissions/rates';
import { quantityOf } from '../estimate/figures.ts';
import type { PreparedRun } from '../prepare.ts';

/**
 * The answer for one of many: what a table of runs needs, and no receipt. Its figures are those of `estimate`, under the
 * same names.
 */
export interface SlimRow {
  /** As given; null where the run has none. */
  readonly name: string | null;
  /** 1; of a project, how many. */
  readonly runs: number;
  /** The id of the chip, several with ` + ` between them; null for none, and for a project. */
  readonly accelerator: string | null;
  /** Chips; null where the run has none or tells chip-hours alone, and for a project. */
  readonly count: number | null;
  /** Chip-hours of all chips and repeats; null where the run tells no time, and for a project. */
  readonly deviceHours: number | null;
  /** The grid zone whose intensity was taken; null for one that was given, and for a project. */
  readonly zone: string | null;
  /** null for a project whose runs differ in it. */
  readonly method: MethodName | null;
  /** The id of the edition of the data; null for a project whose runs differ in it. */
  readonly edition: string | null;
  /** What the grid's intensity counts; null where that is not known. */
  readonly scope: IntensityScope;
  readonly energyKwh: Quantity;
  readonly operational: { readonly kgCo2e: Quantity };
  /** null = not counted or not known. */
  readonly embodied: { readonly kgCo2e: Quantity | null };
  readonly total: { readonly kgCo2e: Quantity };
  /** null = not counted or not known. */
  readonly water: { readonly onSiteL: Quantity | null; readonly offSiteL: Quantity | null };
  /** Codes, each once. */
  readonly warnings: readonly string[];
}

/** What all runs of a shape have in common in their rows. */
export type About = Pick<
  SlimRow,
  'accelerator' | 'zone' | 'method' | 'edition' | 'scope' | 'warnings'
>;

/** What of a row hangs on the run's own quantities, its figures apart. */
export type Own = Pick<SlimRow, 'name' | 'count' | 'deviceHours'>;

/** What runs of the shape of this one have in common. */
export function aboutOf({ machine, method, edition, resolved, warnings }: PreparedRun): About {
  const { zone, scope } = resolved.carbonIntensity.factor;
  const chips = machine.accelerators.map(({ row, hardware: { accelerator } }) =>
    typeof accelerator === 'string' ? (row?.id ?? accelerator) : accelerator.name,
  );
  return {
    accelerator: chips.length > 0 ? chips.join(' + ') : null,
    zone: narrow(zone),
    method: method.name,
    edition: edition.id,
    scope,
    warnings: codesOf(warnings.map(({ said }) => said)),
  };
}

/**
 * A text of a table, as short as it can be: engines keep two bytes a sign where any sign of its table needs them, and write
 * every row that holds one in twice the time.
 */
const narrow = (text: string | null): string | null => text && JSON.parse(JSON.stringify(text));

const codesOf = (said: readonly Notice['said'][]): string[] => [
  ...new Set(said.map(({ code }) => code)),
];

/** Chips of a run; null where it has none, or tells chip-hours alone. */
export function chipsOf(run: Run, { accelerators }: Machine): number | null {
  if (accelerators.length === 0 || run.hardware.some(({ count }) => count === undefined))
    return null;
  return accelerators.reduce((sum, { hardware: { count = 1 } }) => sum + amountOf(count), 0);
}

/** Chip-hours of all repeats; null where no time is told or no chips are there. */
export function deviceHoursOf(
  hours: Amount | undefined,
  deviceHours: Amount | undefined,
  repeats: Amount | undefined,
  chips: number | null,
): number | null {
  const told = deviceHours === undefined ? null : amountOf(deviceHours);
  const once = hours === undefined ? told : chips && amountOf(hours) * chips;
  return once && once * amountOf(repeats ?? 1);
}

const NONE: Quantity = { value: 0 };

/** A row of its parts. */
export function slimRow(
  { name, count, deviceHours }: Own,
  { accelerator, zone, method, edition, scope, warnings }: About,
  figure: (name: Figure) => Quantity | null,
): SlimRow {
  return {
    name,
    runs: 1,
    accelerator,
    count,
    deviceHours,
    zone,
    method,
    edition,
    scope,
    energyKwh: figure('energyKwh') ?? NONE,
    operational: { kgCo2e: figure('operationalKgCo2e') ?? NONE },
    embodied: { kgCo2e: figure('embodiedKgCo2e') },
    total: { kgCo2e: figure('totalKgCo2e') ?? NONE },
    water: { onSiteL: figure('onSiteL'), offSiteL: figure('offSiteL') },
    warnings,
  };
}

/** The row of a run whose factors are known. */
export function slimRowOf(prepared: PreparedRun): SlimRow {
  const { run, machine, plan, served } = prepared;
  const count = chipsOf(run, machine);
  // Of a service they are those that its chips work.
  const { hours, deviceHours: told } = served?.run ?? run;
  const deviceHours = plan ? plan.deviceHours.value : told;
  const own = {
    name: run.name ?? null,
    count,
    deviceHours: deviceHoursOf(hours, deviceHours, timesRun(run), count),
  };
  return slimRow(own, aboutOf(prepared), (figure) => quantityOf(prepared, figure));
}

/** What all of some have, else null. */
function shared<Of>(all: readonly Of[]): Of | null {
  const [first, ...rest] = all;
  return first !== undefined && rest.every((one) => one === first) ? first : null;
}

/** The row of a project: its sums. */
export function slimRowOfProject(result: ProjectResult): SlimRow {
  const { name, runs, energyKwh, operational, embodied, total, water, warnings } = result;
  return {
    name,
    runs: runs.length,
    accelerator: null,
    count: null,
    deviceHours: null,
    zone: null,
    method: shared(runs.map(({ method }) => method)),
    edition: result.edition?.id ?? null,
    scope: shared(runs.map(({ carbonIntensityGPerKwh: { scope } }) => scope)),
    energyKwh,
    operational,
    embodied,
    total,
    water,
    warnings: codesOf(warnings.map(({ said }) => said)),
  };
}
