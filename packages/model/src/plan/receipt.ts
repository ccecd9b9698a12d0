import type { OffsetFactor } from '../factor.ts';
import type { NamedFactor } from '../named-factor.ts';
import type { Operand, ReceiptLine } from '../receipt.ts';
import type { Said } from '../said.ts';
import type { Account, Step } from './account.ts';
import { roundedIntensity } from './rounding.ts';

/**
 * Every factor and step that led to a result, in the order in which it is computed. Each factor is listed once, before
 * the first step that uses it; a step that passes an earlier one on unchanged has no line.
 *
 * @param account the steps of a method on one run
 * @returns lines, each naming the earlier ones that it uses
 * Errors: none.
 */
export function receiptOf({ steps }: Account): ReceiptLine[] {
  const lines = new Lines(steps);
  for (const step of steps) lines.step(step);
  return lines.all;
}

class Lines {
  readonly all: ReceiptLine[] = [];
  private readonly listed = new Set<string>();
  /** The line that stands for a step: its own, or that of the step that it passes on. */
  private readonly lineOf = new Map<string, string>();
  private readonly steps: ReadonlyMap<string, Step>;

  constructor(steps: readonly Step[]) {
    this.steps = new Map(steps.map((step) => [step.name, step]));
  }

  step(step: Step): void {
    const { name, of, times, over } = step;
    const [only] = of;
    const passesOn = of.length === 1 && times.length + over.length === 0;
    if (passesOn && only !== undefined && !step.rounding) {
      this.lineOf.set(name, this.lineOf.get(only) ?? only);
      return;
    }
    const from = of.map((one) => this.lineOf.get(one) ?? one);
    if (step.rounding === 'energy') {
      this.rounded(step, from);
      return;
    }
    this.factors(times, from);
    this.factors(over, from);
    if (step.rounding === 'emissions') this.roundedIntensity(step, from);
    this.computed(step, from, this.arithmetic(step));
  }

  private factors(factors: readonly NamedFactor[], from: string[]): void {
    for (const factor of factors) {
      this.factor(factor);
      if (!factor.inline) from.push(factor.name);
    }
  }

  private factor({ name, unit, factor, inline }: NamedFactor): void {
    if (inline || this.listed.has(name)) return;
    this.listed.add(name);
    const { value, kind, sourceId, year, confidence, said, gsd, gsdUp } = factor;
    this.all.push({
      step: name,
      value,
      unit,
      formula: '',
      operands: [],
      rounded: null,
      kind,
      from: [],
      sourceId,
      year,
      confidence,
      said,
      gsd,
      ...(gsdUp === undefined ? {} : { gsdUp }),
    });
  }

  private computed(
    { name, unit, value, said }: Pick<Step, 'name' | 'unit' | 'value' | 'said'>,
    from: readonly string[],
    operands: readonly Operand[],
    rounded: Said | null = null,
  ): void {
    this.listed.add(name);
    this.all.push({
      step: name,
      value,
      unit,
      formula: formulaOf(operands),
      operands,
      rounded,
      kind: 'modeled',
      from,
      sourceId: null,
      year: null,
      confidence: null,
      said,
      gsd: null,
    });
  }

  /** The sum of earlier steps, then its factors. */
  private arithmetic({ of, times, over, per, rounding }: Step): Operand[] {
    const operands: Operand[] = [];
    if (of.length > 1 && times.length + over.length === 0) {
      for (const one of of) {
        const step = this.steps.get(one);
        if (!step) continue;
        const line = this.lineOf.get(one) ?? one;
        operands.push({ by: 'plus', value: step.value, unit: step.unit, of: line });
      }
      return operands;
    }
    const before = of.flatMap((one) => this.steps.get(one) ?? []);
    const [first] = before;
    if (first) {
      const value = before.reduce((sum, one) => sum + one.value, 0);
      operands.push({ by: 'times', value, unit: first.unit, of: null });
    }
    for (const { factor, unit, isSilent } of times) {
      if (isSilent) continue;
      operands.push(
        rounding === 'emissions'
          ? { by: 'times', value: roundedIntensity(factor, per), unit: 'kg CO2e/kWh', of: null }
          : { by: 'times', value: factor.value, unit, of: null },
      );
    }
    for (const { factor, unit } of over) {
      operands.push({ by: 'over', value: factor.value, unit, of: null });
    }
    if (per !== 1 && rounding !== 'emissions') {
      operands.push({ by: 'over', value: per, unit: '1', of: null });
    }
    return operands;
  }

  private rounded(step: Step, from: readonly string[]): void {
    this.lineOf.set(step.name, 'rounded-energy');
    this.computed({ ...step, name: 'rounded-energy' }, from, [], { code: 'to-hundredths' });
  }

  private roundedIntensity({ times, per }: Step, from: string[]): void {
    for (const { name, factor } of times) {
      const value = roundedIntensity(factor, per);
      const line = { name: 'rounded-intensity', unit: 'kg CO2e/kWh', value, said: null };
      const isTyped = factor.kind === 'given';
      this.computed(line, [name], [], { code: isTyped ? 'kg-as-typed' : 'cut-to-grams' });
      from.splice(from.indexOf(name), 1, line.name);
    }
  }
}

/** `8 chips x 400 W x 100 h / 1000`, or `chip-embodied + server-embodied`. */
function formulaOf(operands: readonly Operand[]): string {
  return operands
    .map(({ by, value, unit, of }, index) => {
      const shown = of ?? `${value}${unit === '1' ? '' : ` ${unit}`}`;
      if (index === 0) return shown;
      return `${by === 'plus' ? '+' : by === 'times' ? 'x' : '/'} ${shown}`;
    })
    .join(' ');
}

/** The claim that stands beside the emissions, as a factor; null where nothing is claimed. */
export function offsetFactor({
  fraction,
  kind,
  sourceId,
  year,
  said,
}: OffsetFactor): NamedFactor | null {
  if (fraction === null) return null;
  return {
    name: 'offset-fraction',
    unit: '1',
    factor: {
      value: fraction,
      kind,
      sourceId,
      year,
      confidence: null,
      said,
      gsd: null,
      spreadOf: 'value',
      key: 'offset',
    },
    inline: false,
    field: '/offsetFraction',
    quantity: null,
  };
}
