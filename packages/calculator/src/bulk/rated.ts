import { type Amount, amountOf, type Run } from '@ml-emissions/model';
import {
  acceleratorsOf,
  listPricerOf,
  quantitiesOf,
  ratesOf,
  type ShapedBy,
  shapedBy,
  shapeOf,
} from '@ml-emissions/rates';
import type { Outline } from '@ml-emissions/schema';
import { unlikelyQuantities } from '../estimate/unlikely.ts';
import type { PreparedRun } from '../prepare.ts';
import { aboutOf, chipsOf, deviceHoursOf, type SlimRow, slimRow } from './slim-row.ts';

/** A run as written, with what became of it. */
export interface Seen {
  readonly written: object;
  readonly outline: Outline;
  readonly prepared: PreparedRun;
}

/** The row of a run from the rates of its kind; null where the run must be looked at itself. */
export type Rated = (outline: Outline) => SlimRow | null;

/** How runs of one outline fall into shapes; null where the quantities of a run are not those that it is written with. */
export type Frame = ShapedBy | null;

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
  // A time that follows from chip-hours follows from numbers alone, or is always the same.
  if (run.deviceHours !== undefined && (hours !== undefined || !isNumber('/deviceHours')))
    return null;
  return shapedBy(run);
}

interface Named {
  readonly accelerator: unknown;
}

const COUNT = /^\/hardware\/\d+\/count$|^\/instanceCount$/;
const SHARE = /^\/hardware\/\d+\/utilisation$/;

/** Which of the shapes of its outline a run has. */
export function kindOf(
  { counts, shares, cards }: ShapedBy,
  { numbers, pointers }: Outline,
): string {
  if (!counts && !shares && !cards) return '';
  let kind = '';
  let sum = 0;
  for (let at = 0; at < numbers.length; at++) {
    const pointer = pointers[at] as string;
    const isCount = COUNT.test(pointer);
    if (isCount) sum += numbers[at] as number;
    if ((counts && isCount) || (shares && SHARE.test(pointer))) kind += `${numbers[at]},`;
  }
  return cards ? `${kind}+${cards(sum)}` : kind;
}

/**
 * What turns the quantities of any run of the kind of this one into its row.
 *
 * @returns null where the method has no rates, and where this run has warnings that others of its kind may not have
 */
export function ratedOf({ outline, prepared }: Seen): Rated | null {
  const { run, edition, machine } = prepared;
  if (unlikelyQuantities(prepared).length > 0) return null;
  const row = ratesOf(edition, shapeOf(run));
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
  return ({ start, end }, amounts) => {
    if (start !== null && end !== null && Date.parse(end) < Date.parse(start)) return true;
    const dated = { ...run, ...(start !== null && { start }), ...(end !== null && { end }) };
    const own = withQuantities(dated, (pointer) => amounts[pointers.indexOf(pointer)]);
    const accelerators = acceleratorsOf(edition, own);
    const told = { edition, resolved, run: own, machine: { ...machine, accelerators } };
    return unlikelyQuantities(told).length > 0;
  };
}

/** A run with other quantities: of those that can be unlikely. */
function withQuantities(run: Run, amountAt: (pointer: string) => Amount | undefined): Run {
  const put = <Of extends object>(
    into: Of,
    at: string,
    names: readonly (keyof Of & string)[],
  ): Of => {
    const said = names.flatMap((name) => {
      const amount = amountAt(`${at}/${name}`);
      return amount === undefined ? [] : [[name, amount]];
    });
    return { ...into, ...Object.fromEntries(said) };
  };
  const hardware = run.hardware.map((one, index) =>
    put(one, `/hardware/${index}`, ['count', 'powerW', 'utilisation']),
  );
  return { ...put(run, '', ['hours', 'deviceHours', 'energyKwh', 'instanceCount']), hardware };
}
