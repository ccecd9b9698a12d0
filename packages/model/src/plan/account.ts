import type { Aspect, EnergyPart, FactorRef, Figure, StepSpec } from '../method.ts';
import type { Method } from '../methods/index.ts';
import type { NamedFactor } from '../named-factor.ts';
import type {
  EmbodiedPart,
  HostLoad,
  ResolvedAccelerator,
  ResolvedRun,
  SingleFactors,
} from '../resolved-run.ts';
import { quoted, type Said } from '../said.ts';
import { roundedIntensity, toHundredths } from './rounding.ts';

/** A step of a method on one run: its factors, the earlier steps that it sums, and its value. */
export interface Step {
  readonly name: string;
  /** What it is; null where its name says it all. */
  readonly said: Said | null;
  readonly unit: string;
  readonly aspect: Aspect;
  readonly family: 'energy' | 'embodied' | null;
  readonly part: EnergyPart | null;
  readonly figure: Figure | null;
  readonly rounding: NonNullable<StepSpec['rounding']> | null;
  /** Names of the earlier steps that are summed; none for a product of factors alone. */
  readonly of: readonly string[];
  readonly times: readonly NamedFactor[];
  readonly over: readonly NamedFactor[];
  readonly per: number;
  readonly value: number;
}

/** All that a method counts for one run, step by step: what figures, ranges and the receipt are read from. */
export interface Account {
  readonly hasRange: boolean;
  readonly steps: readonly Step[];
  /** The values of those steps that are figures of a result. */
  readonly figures: Readonly<Partial<Record<Figure, number>>>;
}

type Member = ResolvedAccelerator | HostLoad | EmbodiedPart;

const NONE: readonly never[] = Object.freeze([]);

/**
 * A method on one run.
 *
 * @param method its steps
 * @param run its factors, resolved for this method
 * @returns the steps whose factors are there, in their order, each with its value
 * Errors: none.
 */
export function accountOf(method: Method, run: ResolvedRun): Account {
  const steps: Step[] = [];
  const meter = run.energyScope ?? 'none';
  const specs = method.steps;
  for (let index = 0; index < specs.length; ) {
    const spec = specs[index] as StepSpec;
    const end = spec.each ? endOfGroup(specs, index) : index + 1;
    const members: readonly (Member | null)[] = spec.each ? run[spec.each] : [null];
    // What a member does comes together: its work, then its idle time.
    for (const member of members) {
      for (let at = index; at < end; at++) {
        const one = specs[at] as StepSpec;
        if (one.meter && !one.meter.includes(meter)) continue;
        const step = stepOf(one, run, member, steps);
        if (step) steps.push(step);
      }
    }
    index = end;
  }
  return { hasRange: method.hasRange, steps, figures: figuresIn(steps) };
}

/** The values of those steps that are figures of a result. */
export function figuresIn(steps: readonly Step[]): Account['figures'] {
  const figures: Partial<Record<Figure, number>> = {};
  for (const { figure, value } of steps) if (figure) figures[figure] = value;
  return figures;
}

/** Neighbouring steps that are repeated for the same members. */
function endOfGroup(specs: readonly StepSpec[], start: number): number {
  let end = start + 1;
  while (specs[end]?.each === specs[start]?.each) end++;
  return end;
}

function stepOf(
  spec: StepSpec,
  run: ResolvedRun,
  member: Member | null,
  earlier: readonly Step[],
): Step | null {
  if (spec.isEnergy !== undefined && member && 'isEnergy' in member) {
    if (member.isEnergy !== spec.isEnergy) return null;
  }
  const times = spec.times ? productOf(spec.times, run, member) : NONE;
  const over = spec.over ? productOf(spec.over, run, member) : NONE;
  if (!times || !over) return null;
  const of = summed(spec, earlier);
  if (of.length === 0 && (spec.of || spec.ofFamily)) return null;
  const step = {
    name: member ? spec.name.replace('{}', nameOf(member)) : spec.name,
    said: saidOf(spec, member),
    unit: spec.unit,
    aspect: spec.aspect,
    family: spec.family ?? null,
    part: spec.part ?? null,
    figure: spec.figure ?? null,
    rounding: spec.rounding ?? null,
    of,
    times,
    over,
    per: spec.per ?? 1,
    value: 0,
  };
  step.value = stepValue(step, earlier);
  return step;
}

function saidOf({ said, isIdle }: StepSpec, member: Member | null): Said | null {
  if (!member) return said ? { code: said } : null;
  const what = 'said' in member ? member.said : quoted(member.label);
  return isIdle ? { code: 'idle-time-of', what } : what;
}

const nameOf = (member: Member) => ('at' in member ? member.at : member.name);

/** The factors that references name; null where one of them is not there. */
function productOf(
  refs: readonly FactorRef[],
  run: ResolvedRun,
  member: Member | null,
): NamedFactor[] | null {
  const product: NamedFactor[] = [];
  for (const ref of refs) {
    const isOptional = ref.endsWith('?');
    const name = isOptional ? ref.slice(0, -1) : ref;
    const found =
      member && name in member
        ? (member as unknown as Readonly<Record<string, NamedFactor | NamedFactor[] | null>>)[name]
        : run[name as keyof SingleFactors];
    if (Array.isArray(found)) product.push(...found);
    else if (found) product.push(found as NamedFactor);
    else if (!isOptional) return null;
  }
  return product;
}

/** The earlier steps that a step sums: those of them that were taken. */
function summed({ of, ofFamily }: StepSpec, earlier: readonly Step[]): readonly string[] {
  if (ofFamily) return earlier.flatMap(({ family, name }) => (family === ofFamily ? [name] : []));
  if (!of) return NONE;
  return of.filter((name) => earlier.some((step) => step.name === name));
}

/**
 * The value of a step: sum of earlier steps x factors / factors / a plain number, rounded only where its method does.
 */
export function stepValue(step: Omit<Step, 'value'>, earlier: readonly Step[]): number {
  const { of, times, over, per, rounding } = step;
  let value = of.length > 0 ? sumOf(of, earlier) : 1;
  if (rounding === 'emissions') {
    for (const { factor } of times) value *= roundedIntensity(factor, per);
    return toHundredths(value);
  }
  for (const { factor } of times) value *= factor.value;
  for (const { factor } of over) value /= factor.value;
  value /= per;
  return rounding ? toHundredths(value) : value;
}

function sumOf(names: readonly string[], earlier: readonly Step[]): number {
  let sum = 0;
  for (const { name, value } of earlier) if (names.includes(name)) sum += value;
  return sum;
}

/** The step that is a figure of the result; undefined where the method does not count it or it is not known. */
export function stepOfFigure({ steps }: Account, figure: Figure): Step | undefined {
  return steps.find((step) => step.figure === figure);
}

/** A figure of an account; null where it is not counted or not known. */
export function figureOf({ figures }: Account, figure: Figure): number | null {
  return figures[figure] ?? null;
}
