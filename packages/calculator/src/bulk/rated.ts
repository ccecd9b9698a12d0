import { type Amount, amountOf, arithmeticOf } from '@ml-emissions/model';
import {
  acceleratorsOf,
  listPricerOf,
  quantitiesOf,
  ratesOf,
  type ShapedBy,
  shapedBy,
  shapeOf,
  sizesApart,
  workOfPlan,
} from '@ml-emissions/rates';
import type { Outline } from '@ml-emissions/schema';
import { unlikelyQuantities } from '../estimate/unlikely.ts';
import { unlikelySpeed } from '../estimate/unlikely-plan.ts';
import type { PreparedRun } from '../prepare.ts';
import { withNumbers } from './numbers.ts';
import { aboutOf, chipsOf, deviceHoursOf, type SlimRow, slimRow } from './slim-row.ts';
import { timing } from './timing.ts';

/** A run as written, with what became of it. */
export interface Seen {
  readonly written: object;
  readonly outline: Outline;
  readonly prepared: PreparedRun;
}

/** The row of a run from the rates of its kind; null where the run must be looked at itself. */
export type Rated = (outline: Outline) => SlimRow | null;

/** How runs of one outline fall into kinds; null where the quantities of a run are not those that it is written with. */
export type Frame = Framed | null;

interface Framed extends ShapedBy {
  /** Whether so many parameters make a kind of their own. */
  readonly isSizeApart: (parameters: number) => boolean;
  /** Whether its model can hardly be trained in the time, which makes a kind of its own; null where nothing tells. */
  readonly isSpeedUnlikely: ((outline: Outline) => boolean) | null;
  /** The outline of a plan with its time; null for runs that tell theirs. */
  readonly timed: ReturnType<typeof timing> | null;
}

/**
 * How runs of the outline of this one fall into shapes.
 *
 * Whether each quantity of the run as understood is the number that is written at its place, for any number there: names
 * may hold a count, chip-hours beside hours must agree with them, processors may stand among the hardware.
 */
export function frameOf({ written, outline, prepared }: Seen): Frame {
  const { run, edition } = prepared;
  const { hardware = [], hours } = written as { hardware?: readonly Named[]; hours?: unknown };
  const isNumber = (pointer: string) => outline.pointers.includes(pointer);
  if (run.hardware.length !== hardware.length) return null;
  if (run.instance !== undefined) {
    if (hardware.length > 0 || run.readings?.some(({ field }) => field === '/instance'))
      return null;
  }
  const { exact } = edition.names.accelerators;
  const isCounted = hardware.some(
    ({ accelerator }, at) =>
      isNumber(`/hardware/${at}/count`) &&
      typeof accelerator === 'string' &&
      exact(accelerator).length === 0,
  );
  if (isCounted) return null;
  const { plan } = prepared;
  // A plan of chips that nobody counts is of chip-hours.
  if (plan ? plan.hours === null : !TIMES.some((field) => run[field] !== undefined)) return null;
  // A time that follows from chip-hours follows from numbers alone, or is always the same.
  if (run.deviceHours !== undefined && (hours !== undefined || !isNumber('/deviceHours')))
    return null;
  const { activeParameters, trainedParameters } = run.model ?? {};
  const isOfParts = (activeParameters ?? trainedParameters) !== undefined;
  return {
    ...shapedBy(run),
    // A part of the parameters is not more than all of them.
    isSizeApart: isOfParts
      ? () => true
      : sizesApart(edition, plan ? { ...run, ...workOfPlan(run) } : run),
    isSpeedUnlikely: plan ? null : speedDoubtOf(prepared, outline.pointers),
    timed: plan && timing(prepared, outline.pointers),
  };
}

const TIMES = ['hours', 'deviceHours', 'energyKwh'] as const;

function speedDoubtOf(
  { run, edition, machine }: PreparedRun,
  pointers: readonly string[],
): Framed['isSpeedUnlikely'] {
  if (arithmeticOf(run.model) === null) return null;
  const runWith = withNumbers(run, pointers);
  return ({ numbers }) => {
    const { hours, ...own } = runWith(numbers);
    // Hours that follow from chip-hours are not those of this run.
    const timed = hours === undefined || own.deviceHours !== undefined ? own : { ...own, hours };
    const accelerators = acceleratorsOf(edition, own);
    return (
      unlikelySpeed({ run: timed, machine: { ...machine, accelerators }, plan: null }).length > 0
    );
  };
}

interface Named {
  readonly accelerator: unknown;
}

const COUNT = /^\/hardware\/\d+\/count$|^\/instanceCount$/;
const SHARE = /^\/hardware\/\d+\/utilisation$/;
const POWER = /^\/(hardware\/\d+|host)\/powerW$/;
const SIZE = '/model/parameters';

/** Which of the kinds of its outline a run is of. */
export function kindOf(
  { counts, shares, powers, cards, isSizeApart, isSpeedUnlikely }: Framed,
  outline: Outline,
): string {
  const { numbers, pointers } = outline;
  const size = pointers.indexOf(SIZE);
  let kind = isSpeedUnlikely?.(outline) ? '!' : '';
  if (!counts && !shares && !powers && !cards && size < 0) return kind;
  let sum = 0;
  for (let at = 0; at < numbers.length; at++) {
    const pointer = pointers[at] as string;
    const isCount = COUNT.test(pointer);
    if (isCount) sum += numbers[at] as number;
    const isKept =
      (counts && isCount) || (shares && SHARE.test(pointer)) || (powers && POWER.test(pointer));
    if (isKept) kind += `${numbers[at]},`;
  }
  if (cards) kind += `+${cards(sum)}`;
  return size >= 0 && isSizeApart(numbers[size] as number) ? `${kind}*${numbers[size]}` : kind;
}

/**
 * What turns the quantities of any run of the kind of this one into its row.
 *
 * @returns null where the method has no rates, where this run has warnings that others of its kind may not have, and where
 * the range of a meter inside the machine bears on the time of its host too, which rates take for another unknown
 */
export function ratedOf({ outline, prepared }: Seen): Rated | null {
  const { run, edition, machine, plan, resolved } = prepared;
  if (unlikelyQuantities(prepared).length > 0) return null;
  if (shapedBy(run).powers && typeof run.energyKwh === 'object') return null;
  const row = ratesOf(edition, shapeOf(run), plan && (resolved.hours?.factor ?? null));
  if (!row) return null;
  const isDivided = run.deviceHours !== undefined && run.hours !== undefined;
  const fixed = Object.entries(quantitiesOf(run)).filter(
    ([pointer]) => !outline.pointers.includes(pointer) && !(isDivided && pointer === '/hours'),
  );
  // Those of the run, then those that all runs of the kind have alike, then hours that follow from chip-hours.
  const pointers = [...outline.pointers, ...fixed.map(([pointer]) => pointer), '/hours'];
  const alike = fixed.map(([, amount]) => amount);
  const price = listPricerOf(row, pointers);
  const about = aboutOf(prepared);
  const chips = machine.accelerators.map(({ quantity, hardware: { count = 1 } }) => ({
    place: quantity ? outline.pointers.indexOf(quantity.of) : -1,
    times: quantity?.per ?? 1,
    count: amountOf(count),
  }));
  const hasChips = chipsOf(run, machine) !== null;
  const [hours, deviceHours, repeats] = [
    pointers.indexOf('/hours'),
    pointers.indexOf('/deviceHours'),
    pointers.indexOf('/repeats'),
  ] as const;
  const isDoubtful = doubtOf(prepared, pointers);
  return (own) => {
    let count = 0;
    for (const { place, times, count: same } of chips)
      count += place < 0 ? same : times * (own.numbers[place] as number);
    const amounts: (Amount | undefined)[] = [...own.numbers, ...alike];
    if (isDivided) amounts.push(amountOf(amounts[deviceHours] ?? 0) / count);
    if (isDoubtful?.(own, amounts)) return null;
    const known = hasChips ? count : null;
    const time = deviceHoursOf(amounts[hours], amounts[deviceHours], amounts[repeats], known);
    return slimRow({ name: own.name, count: known, deviceHours: time }, about, price(amounts));
  };
}

/** Whether something may be unlikely about quantities or dates; null where nothing can be, whatever they are. */
function doubtOf(
  { run, edition, machine, resolved }: PreparedRun,
  pointers: readonly string[],
): ((own: Outline, amounts: readonly (Amount | undefined)[]) => boolean) | null {
  const hasDates = run.start !== undefined && run.end !== undefined;
  const hasPower = machine.accelerators.some(
    ({ hardware: { powerW, powerLimitW, utilisation } }) =>
      (powerW ?? powerLimitW ?? utilisation) !== undefined,
  );
  if (!hasDates && !hasPower && run.energyKwh === undefined && run.nodes === undefined) return null;
  const runWith = withNumbers(run, pointers);
  return ({ start, end }, amounts) => {
    if (start !== null && end !== null && Date.parse(end) < Date.parse(start)) return true;
    const dates = { ...(start !== null && { start }), ...(end !== null && { end }) };
    const own = { ...runWith(amounts), ...dates };
    const accelerators = acceleratorsOf(edition, own);
    const told = { edition, resolved, run: own, machine: { ...machine, accelerators } };
    return unlikelyQuantities(told).length > 0;
  };
}
