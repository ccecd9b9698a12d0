import type { Account, Named, Term } from './account.ts';
import { embodiedKgCo2e, energyKwh, itEnergyKwh, operationalKgCo2e } from './evaluate.ts';
import type { OffsetFactor } from './factor.ts';
import { offsetKgCo2e } from './offset.ts';
import type { ReceiptStep } from './receipt.ts';

/** A receipt under construction: each factor is listed once, before the first step that uses it. */
class Lines {
  readonly steps: ReceiptStep[] = [];

  /** A number that was looked up, metered or given. */
  factor({ step, unit, factor, inline }: Named): void {
    if (inline) return;
    for (const one of this.steps) if (one.step === step) return;
    const { value, kind, sourceId, year, confidence, note, gsd } = factor;
    this.steps.push({
      step,
      value,
      unit,
      formula: '',
      kind,
      from: [],
      sourceId,
      year,
      confidence,
      note,
      gsd,
    });
  }

  /** A number that the method computed from earlier steps. */
  computed(
    step: string,
    unit: string,
    value: number,
    from: readonly string[],
    formula: string,
    note = '',
  ): void {
    this.steps.push({
      step,
      value,
      unit,
      formula,
      kind: 'modeled',
      from,
      sourceId: null,
      year: null,
      confidence: null,
      note,
      gsd: null,
    });
  }

  /** A summand: its factors, then their product. */
  term(term: Term): void {
    const from: string[] = [];
    for (const named of term.times) {
      this.factor(named);
      if (!named.inline) from.push(named.step);
    }
    for (const named of term.over) {
      this.factor(named);
      if (!named.inline) from.push(named.step);
    }
    this.computed(term.step, term.unit, term.value, from, formulaOf(term), term.label);
  }

  /** Several summands with their sum, whose name is returned. */
  sum(terms: readonly Term[], name: string): string {
    let value = 0;
    for (const one of terms) {
      this.term(one);
      value += one.value;
    }
    const [first, ...others] = terms;
    if (first && others.length === 0) return first.step;
    const from = terms.map(({ step }) => step);
    this.computed(name, first?.unit ?? '', value, from, from.join(' + '));
    return name;
  }
}

/** The arithmetic of a summand with its numbers. */
function formulaOf({ times, over, per }: Term): string {
  const shown = ({ factor, unit }: Named) => `${factor.value}${unit === '1' ? '' : ` ${unit}`}`;
  const under = [...over.map(shown), ...(per === 1 ? [] : [String(per)])];
  return [times.map(shown).join(' x '), ...under].join(' / ');
}

/**
 * Every factor and step that led to a result, in the order in which it is computed.
 *
 * @param account what the method counts
 * @param offset the claim that stands beside the emissions
 * @returns steps, each naming the earlier ones that it uses
 * Errors: none.
 */
export function receiptOf(account: Account, offset: OffsetFactor): ReceiptStep[] {
  const lines = new Lines();
  const kwh = energyKwh(account);
  const energy = energySteps(lines, account, kwh);
  const kgCo2e = emissionSteps(lines, account, energy, kwh);
  offsetSteps(lines, account, offset, kgCo2e);
  const { market } = account;
  if (market) {
    const grams = market.factor.value;
    lines.factor(market);
    lines.computed(
      'market-based-emissions',
      'kg CO2e',
      (kwh * grams) / 1000,
      [energy, market.step],
      `${kwh} kWh x ${grams} g/kWh / 1000`,
      'beside the location-based emissions',
    );
  }
  embodiedSteps(lines, account, kgCo2e);
  waterSteps(lines, account, energy, kwh);
  return lines.steps;
}

/** Energy up to the facility; returns the name of the last step. */
function energySteps(lines: Lines, account: Account, rounded: number): string {
  const { overhead, pue, rounding } = account;
  let from = lines.sum(account.energy, 'components-energy');
  let kwh = 0;
  for (const { value } of account.energy) kwh += value;
  const carry = (named: Named | null, step: string) => {
    if (!named) return;
    const [before, by] = [kwh, named.factor.value];
    lines.factor(named);
    kwh *= by;
    lines.computed(step, 'kWh', kwh, [from, named.step], `${before} kWh x ${by}`);
    from = step;
  };
  carry(overhead, 'it-energy');
  carry(pue, 'facility-energy');
  if (!rounding) return from;
  lines.computed('rounded-energy', 'kWh', rounded, [from], 'rounded to 2 decimals');
  return 'rounded-energy';
}

function emissionSteps(lines: Lines, account: Account, energy: string, kwh: number): number {
  const { intensity, rounding } = account;
  const grams = intensity.factor.value;
  const kgCo2e = operationalKgCo2e(account);
  lines.factor(intensity);
  if (!rounding) {
    lines.computed(
      'operational-emissions',
      'kg CO2e',
      kgCo2e,
      [energy, intensity.step],
      `${kwh} kWh x ${grams} g/kWh / 1000`,
      'location-based',
    );
    return kgCo2e;
  }
  const kgPerKwh = rounding.kgPerKwh(grams);
  lines.computed(
    'rounded-intensity',
    'kg CO2e/kWh',
    kgPerKwh,
    [intensity.step],
    intensity.factor.kind === 'given'
      ? 'in kg, as typed'
      : 'cut to whole grams, then kg rounded to 2 decimals',
  );
  lines.computed(
    'operational-emissions',
    'kg CO2e',
    kgCo2e,
    [energy, 'rounded-intensity'],
    `${kwh} kWh x ${kgPerKwh} kg/kWh, rounded to 2 decimals`,
    'location-based',
  );
  return kgCo2e;
}

/** The claimed share and what it comes to; nothing where nothing is claimed. */
function offsetSteps(
  lines: Lines,
  { rounding }: Account,
  offset: OffsetFactor,
  kgCo2e: number,
): void {
  const { fraction, kind, sourceId, year, note } = offset;
  const claimed = offsetKgCo2e({ kgCo2e, offsetFraction: fraction });
  if (fraction === null || claimed === null) return;
  lines.steps.push({
    step: 'offset-fraction',
    value: fraction,
    unit: '1',
    formula: '',
    kind,
    from: [],
    sourceId,
    year,
    confidence: null,
    note,
    gsd: null,
  });
  lines.computed(
    'offset-claimed',
    'kg CO2e',
    rounding ? rounding.kgCo2e(claimed) : claimed,
    ['operational-emissions', 'offset-fraction'],
    `${kgCo2e} kg x ${fraction}`,
    'beside the emissions, never subtracted',
  );
}

function embodiedSteps(lines: Lines, account: Account, operational: number): void {
  const embodied = embodiedKgCo2e(account);
  if (!account.embodied || embodied === null) return;
  const from = lines.sum(account.embodied, 'embodied-emissions');
  lines.computed(
    'total-emissions',
    'kg CO2e',
    operational + embodied,
    ['operational-emissions', from],
    `${operational} kg + ${embodied} kg`,
    'operational and embodied',
  );
}

function waterSteps(lines: Lines, account: Account, energy: string, kwh: number): void {
  const { wue, gridWater } = account;
  if (wue) {
    const it = itEnergyKwh(account);
    const litres = wue.factor.value;
    lines.factor(wue);
    lines.computed(
      'water-on-site',
      'L',
      it * litres,
      [wue.step],
      `${it} kWh of IT energy x ${litres} L/kWh`,
    );
  }
  if (gridWater) {
    const litres = gridWater.factor.value;
    lines.factor(gridWater);
    lines.computed(
      'water-off-site',
      'L',
      kwh * litres,
      [energy, gridWater.step],
      `${kwh} kWh x ${litres} L/kWh`,
    );
  }
}
