import type { Account, Named, Term } from './account.ts';
import { embodiedKgCo2e, energyKwh, itEnergyKwh, operationalKgCo2e } from './evaluate.ts';
import type { OffsetFactor } from './factor.ts';
import { offsetKgCo2e } from './offset.ts';
import type { ReceiptStep } from './receipt.ts';

/** A receipt under construction: each factor is listed once, before the first step that uses it. */
class Lines {
  readonly steps: ReceiptStep[] = [];
  private readonly listed = new Set<string>();

  /** A number that was looked up, metered or given. */
  factor({ step, unit, factor, inline }: Named): void {
    if (inline || this.listed.has(step)) return;
    this.listed.add(step);
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
    line: {
      readonly value: number;
      readonly formula: string;
      readonly from: readonly string[];
      readonly note?: string;
    },
  ): void {
    const { value, formula, from, note = '' } = line;
    const bare = {
      kind: 'modeled',
      sourceId: null,
      year: null,
      confidence: null,
      gsd: null,
    } as const;
    this.steps.push({ step, value, unit, formula, from, note, ...bare });
  }

  /** A summand: its factors, then their product. */
  term(term: Term): void {
    const factors = [...term.times, ...term.over];
    for (const named of factors) this.factor(named);
    this.computed(term.step, term.unit, {
      value: term.value,
      formula: formulaOf(term),
      from: factors.filter(({ inline }) => !inline).map(({ step }) => step),
      note: term.label,
    });
  }

  /** Several summands with their sum, whose name is returned. */
  sum(terms: readonly Term[], name: string): string {
    for (const one of terms) this.term(one);
    const [first, ...others] = terms;
    if (first && others.length === 0) return first.step;
    const from = terms.map(({ step }) => step);
    this.computed(name, first?.unit ?? '', {
      value: terms.reduce((sum, { value }) => sum + value, 0),
      formula: from.join(' + '),
      from,
    });
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
  const energy = energySteps(lines, account);
  const kgCo2e = emissionSteps(lines, account, energy);
  offsetSteps(lines, account, offset, kgCo2e);
  if (account.market) {
    lines.factor(account.market);
    lines.computed('market-based-emissions', 'kg CO2e', {
      value: (energyKwh(account) * account.market.factor.value) / 1000,
      formula: `${energyKwh(account)} kWh x ${account.market.factor.value} g/kWh / 1000`,
      from: [energy, 'market-intensity'],
      note: 'beside the location-based emissions',
    });
  }
  embodiedSteps(lines, account, kgCo2e);
  waterSteps(lines, account, energy);
  return lines.steps;
}

/** Energy up to the facility; returns the name of the last step. */
function energySteps(lines: Lines, account: Account): string {
  const { overhead, pue, rounding } = account;
  let from = lines.sum(account.energy, 'components-energy');
  let kwh = account.energy.reduce((sum, { value }) => sum + value, 0);
  const carry = (factor: Named | null, step: string) => {
    if (!factor) return;
    lines.factor(factor);
    const formula = `${kwh} kWh x ${factor.factor.value}`;
    kwh *= factor.factor.value;
    lines.computed(step, 'kWh', { value: kwh, formula, from: [from, factor.step] });
    from = step;
  };
  carry(overhead, 'it-energy');
  carry(pue, 'facility-energy');
  if (!rounding) return from;
  const rounded = { value: energyKwh(account), formula: 'rounded to 2 decimals', from: [from] };
  lines.computed('rounded-energy', 'kWh', rounded);
  return 'rounded-energy';
}

function emissionSteps(lines: Lines, account: Account, energy: string): number {
  const { intensity, rounding } = account;
  const kwh = energyKwh(account);
  const kgCo2e = operationalKgCo2e(account);
  lines.factor({ ...intensity, inline: false });
  if (!rounding) {
    lines.computed('operational-emissions', 'kg CO2e', {
      value: kgCo2e,
      formula: `${kwh} kWh x ${intensity.factor.value} g/kWh / 1000`,
      from: [energy, intensity.step],
      note: 'location-based',
    });
    return kgCo2e;
  }
  const kgPerKwh = rounding.kgPerKwh(intensity.factor.value);
  lines.computed('rounded-intensity', 'kg CO2e/kWh', {
    value: kgPerKwh,
    formula:
      intensity.factor.kind === 'given'
        ? 'in kg, as typed'
        : 'cut to whole grams, then kg rounded to 2 decimals',
    from: [intensity.step],
  });
  lines.computed('operational-emissions', 'kg CO2e', {
    value: kgCo2e,
    formula: `${kwh} kWh x ${kgPerKwh} kg/kWh, rounded to 2 decimals`,
    from: [energy, 'rounded-intensity'],
    note: 'location-based',
  });
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
  lines.factor({
    step: 'offset-fraction',
    unit: '1',
    factor: {
      value: fraction,
      kind,
      sourceId,
      year,
      confidence: null,
      note,
      gsd: null,
      spreadOf: 'value',
      key: 'offset',
    },
  });
  lines.computed('offset-claimed', 'kg CO2e', {
    value: rounding ? rounding.kgCo2e(claimed) : claimed,
    formula: `${kgCo2e} kg x ${fraction}`,
    from: ['operational-emissions', 'offset-fraction'],
    note: 'beside the emissions, never subtracted',
  });
}

function embodiedSteps(lines: Lines, account: Account, operational: number): void {
  const embodied = embodiedKgCo2e(account);
  if (!account.embodied || embodied === null) return;
  const from = lines.sum(account.embodied, 'embodied-emissions');
  lines.computed('total-emissions', 'kg CO2e', {
    value: operational + embodied,
    formula: `${operational} kg + ${embodied} kg`,
    from: ['operational-emissions', from],
    note: 'operational and embodied',
  });
}

function waterSteps(lines: Lines, account: Account, energy: string): void {
  const { wue, gridWater } = account;
  if (wue) {
    const it = itEnergyKwh(account);
    lines.factor(wue);
    lines.computed('water-on-site', 'L', {
      value: it * wue.factor.value,
      formula: `${it} kWh of IT energy x ${wue.factor.value} L/kWh`,
      from: [wue.step],
    });
  }
  if (gridWater) {
    const kwh = energyKwh(account);
    lines.factor(gridWater);
    lines.computed('water-off-site', 'L', {
      value: kwh * gridWater.factor.value,
      formula: `${kwh} kWh x ${gridWater.factor.value} L/kWh`,
      from: [energy, gridWater.step],
    });
  }
}
