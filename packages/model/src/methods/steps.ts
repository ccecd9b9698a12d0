import { acceleratorEnergyKwh } from '../accelerator-energy.ts';
import type { Factor, Work } from '../factor.ts';
import { offsetKgCo2e } from '../offset.ts';
import type { ReceiptStep } from '../receipt.ts';

/** A number that was looked up or given. */
export function factorStep(step: string, unit: string, factor: Factor): ReceiptStep {
  const { value, kind, sourceId, year, confidence, note } = factor;
  return { step, value, unit, formula: '', kind, from: [], sourceId, year, confidence, note };
}

/** A number that the method computed from earlier steps. */
export function computedStep(
  step: string,
  unit: string,
  computed: { value: number; formula: string; from: readonly string[]; note?: string },
): ReceiptStep {
  const { value, formula, from, note = '' } = computed;
  return {
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
  };
}

/** Power and energy of each kind of accelerator, then their sum where there are several. */
export function deviceSteps(work: Work, energyKwh: number): ReceiptStep[] {
  const several = work.devices.length > 1;
  const times = work.repeats === 1 ? '' : ` x ${work.repeats} repeats`;
  const steps: ReceiptStep[] = [];
  const energies: string[] = [];
  for (const [index, device] of work.devices.entries()) {
    const suffix = several ? `-${index + 1}` : '';
    const power = `power${suffix}`;
    const energy = `accelerator-energy${suffix}`;
    steps.push({
      ...factorStep(power, 'W', device.powerW),
      note: [device.name, device.powerW.note].filter(Boolean).join('; '),
    });
    steps.push(
      computedStep(energy, 'kWh', {
        value: acceleratorEnergyKwh({
          count: device.count,
          powerW: device.powerW.value,
          hours: work.hours * work.repeats,
        }),
        formula: `${device.count} ${device.count === 1 ? 'chip' : 'chips'} x ${device.powerW.value} W x ${work.hours} h${times} / 1000`,
        from: [power],
      }),
    );
    energies.push(energy);
  }
  if (several) {
    steps.push(
      computedStep('accelerator-energy', 'kWh', {
        value: energyKwh,
        formula: energies.join(' + '),
        from: energies,
      }),
    );
  }
  return steps;
}

/** Intensity, emissions and, where claimed, the offset beside them. */
export function emissionSteps(
  work: Work,
  energy: { readonly step: string; readonly energyKwh: number },
  kgCo2e: number,
): ReceiptStep[] {
  const intensity = work.carbonIntensityGPerKwh;
  return [
    factorStep('carbon-intensity', 'g CO2e/kWh', intensity),
    computedStep('operational-emissions', 'kg CO2e', {
      value: kgCo2e,
      formula: `${energy.energyKwh} kWh x ${intensity.value} g/kWh / 1000`,
      from: [energy.step, 'carbon-intensity'],
      note: 'location-based',
    }),
    ...offsetSteps(work, kgCo2e, unrounded),
  ];
}

/** Nothing is rounded before it is shown. */
export const unrounded = (value: number): number => value;

/** The claimed share and what it comes to; none where nothing is claimed. */
export function offsetSteps(
  work: Work,
  kgCo2e: number,
  rounded: (value: number) => number,
): ReceiptStep[] {
  const { fraction, kind, sourceId, year, note } = work.offset;
  const offset = offsetKgCo2e({ kgCo2e, offsetFraction: fraction });
  if (fraction === null || offset === null) return [];
  const claim = { value: fraction, kind, sourceId, year, confidence: null, note };
  return [
    factorStep('offset-fraction', '1', claim),
    computedStep('offset-claimed', 'kg CO2e', {
      value: rounded(offset),
      formula: `${kgCo2e} kg x ${fraction}`,
      from: ['operational-emissions', 'offset-fraction'],
      note: 'beside the emissions, never subtracted',
    }),
  ];
}
