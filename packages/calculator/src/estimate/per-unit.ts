import {
  amountOf,
  type FunctionalUnit,
  type PerUnit,
  type Quantity,
  type Run,
  type SciScore,
  type ServiceUnit,
} from '@ml-emissions/model';
import type { PreparedRun } from '../prepare.ts';

const G_PER_KG = 1000;
/** Phases of those who make a model; the others are of those who use it (SCI for AI). */
const CONSUMER = new Set(['inference', 'deployment']);

/** The figures of a run that units share. */
export interface Figures {
  readonly energyKwh: Quantity;
  readonly operational: Quantity;
  readonly embodied: Quantity | null;
  readonly total: Quantity;
  readonly water: { readonly onSiteL: Quantity | null; readonly offSiteL: Quantity | null };
}

/** A figure of one of so many. */
export function over({ value, low, high }: Quantity, count: number): Quantity {
  if (low === undefined || high === undefined) return { value: value / count };
  return { value: value / count, low: low / count, high: high / count };
}

const UNIT_NAMES: Readonly<Record<ServiceUnit, string>> = {
  'output-token': 'output token',
  request: 'request',
  image: 'image',
  'video-second': 'second of video',
  query: 'query',
};
const THOUSAND = 1000;

/** What figures are told per: the functional unit that is named, and what a service answers with; none of other runs. */
export function unitsOf({ run, served }: Pick<PreparedRun, 'run' | 'served'>): FunctionalUnit[] {
  const { functionalUnit } = run;
  const named = functionalUnit ? [functionalUnit] : [];
  if (!served) return named;
  const { unit, units, uses } = served;
  const count = amountOf(uses.count);
  const answered = [
    { name: UNIT_NAMES[unit], count: units },
    { name: UNIT_NAMES[uses.unit], count },
    ...(uses.unit === 'query' ? [{ name: '1,000 queries', count: count / THOUSAND }] : []),
  ];
  const isNew = ({ name }: FunctionalUnit, at: number, all: readonly FunctionalUnit[]) =>
    all.findIndex((one) => one.name === name) === at;
  return [...named, ...answered].filter(isNew);
}

/** Figures per unit. */
export function perUnitOf(units: readonly FunctionalUnit[], figures: Figures): PerUnit[] {
  const { onSiteL, offSiteL } = figures.water;
  return units.map(({ name, count }) => ({
    unit: name,
    count,
    kgCo2e: over(figures.total, count),
    energyKwh: over(figures.energyKwh, count),
    waterL: onSiteL && offSiteL ? { value: (onSiteL.value + offSiteL.value) / count } : null,
  }));
}

/**
 * Software Carbon Intensity: (E x I + M) / R, in g per unit; location-based, no offsets.
 *
 * Source: ISO/IEC 21031:2024; provider and consumer apart as in SCI for AI.
 *
 * @param units of which the first counts
 * @returns null where no unit is named
 */
export function sciOf(
  phase: Run['phase'],
  [unit]: readonly FunctionalUnit[],
  figures: Figures,
): SciScore | null {
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
