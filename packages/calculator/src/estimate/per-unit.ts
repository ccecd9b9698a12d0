import type { PerUnit, Quantity, Run, SciScore } from '@ml-emissions/model';

const G_PER_KG = 1000;
/** Phases of those who make a model; the others are of those who use it (SCI for AI). */
const CONSUMER = new Set(['inference', 'deployment']);

interface Figures {
  readonly energyKwh: Quantity;
  readonly operational: Quantity;
  readonly embodied: Quantity | null;
  readonly total: Quantity;
  readonly water: { readonly onSiteL: Quantity | null; readonly offSiteL: Quantity | null };
}

function over({ value, low, high }: Quantity, count: number): Quantity {
  if (low === undefined || high === undefined) return { value: value / count };
  return { value: value / count, low: low / count, high: high / count };
}

/** Figures per functional unit; none where no unit is named. */
export function perUnitOf({ functionalUnit: unit }: Run, figures: Figures): PerUnit[] {
  if (!unit) return [];
  const { onSiteL, offSiteL } = figures.water;
  const waterL =
    onSiteL && offSiteL ? { value: (onSiteL.value + offSiteL.value) / unit.count } : null;
  return [
    {
      unit: unit.name,
      count: unit.count,
      kgCo2e: over(figures.total, unit.count),
      energyKwh: over(figures.energyKwh, unit.count),
      waterL,
    },
  ];
}

/**
 * Software Carbon Intensity: (E x I + M) / R, in g per unit; location-based, no offsets.
 *
 * Source: ISO/IEC 21031:2024; provider and consumer apart as in SCI for AI.
 *
 * @returns null where no functional unit is named
 */
export function sciOf({ functionalUnit: unit, phase }: Run, figures: Figures): SciScore | null {
  if (!unit) return null;
  const o = (figures.operational.value * G_PER_KG) / unit.count;
  const m = figures.embodied && (figures.embodied.value * G_PER_KG) / unit.count;
  return {
    persona: CONSUMER.has(phase ?? '') ? 'consumer' : 'provider',
    o,
    m,
    r: unit.name,
    basis: unit.basis ?? null,
    value: o + (m ?? 0),
    unit: 'gCO2eq',
  };
}
