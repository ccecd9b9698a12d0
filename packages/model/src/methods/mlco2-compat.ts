import type { Work } from '../factor.ts';
import { devicesEnergyKwh } from './device-energy.ts';
import type { Method } from './method.ts';
import { computedStep, deviceSteps, factorStep, offsetSteps } from './steps.ts';

const G_PER_KG = 1000;

// toFixed rounds the number that the double really is: 21.645 is a little less, and the site prints 21.64.
const round2 = (value: number): number => Number(value.toFixed(2));

/** Energy as the 2019 site shows and then uses it, kWh. */
function energyOf(work: Work): number {
  return round2(devicesEnergyKwh(work));
}

/** Intensity as the site uses it, kg CO2e/kWh: private machines' as typed, a region's cut and rounded. */
function intensityKgPerKwh({ carbonIntensityGPerKwh: { value, kind } }: Work): number {
  if (kind === 'given') return value / G_PER_KG;
  return round2(Math.trunc(value) / G_PER_KG);
}

/**
 * The 2019 site's arithmetic with its rounding, so that model cards that used it can be checked:
 *
 *     e  = round2(TDP x hours / 1000)       kWh
 *     c  = round2(int(g) / 1000)            kg/kWh; on private machines as typed
 *     kg = round2(e x c)
 *
 * The site has no count; here the power of all chips together stands for its TDP.
 *
 * Source: the site's own code at mlco2/impact (source `mlco2-impact-head`); docs/corrections.md.
 */
export const mlco2Compat: Method = {
  name: 'mlco2-compat',
  source: 'mlco2-impact-head',
  included: ['accelerators'],
  excluded: [
    { item: 'host', reason: 'the method counts accelerators only' },
    { item: 'facility', reason: 'the method has no PUE' },
    { item: 'embodied', reason: 'the method counts electricity only' },
    {
      item: 'precision',
      reason: 'each step is rounded as the 2019 site does; use full for new work',
    },
  ],
  usesPue: false,
  usesMeasuredPower: false,
  hasRange: false,
  rounded: round2,
  kgCo2e: (work) => round2(energyOf(work) * intensityKgPerKwh(work)),
  footprint(work) {
    const energyKwh = energyOf(work);
    return {
      energyKwh,
      parts: { accelerators: energyKwh, host: 0, overhead: 0, facility: 0, idle: 0 },
      operationalKgCo2e: mlco2Compat.kgCo2e(work),
    };
  },
  receipt(work) {
    const energyKwh = energyOf(work);
    const kgPerKwh = intensityKgPerKwh(work);
    const kgCo2e = mlco2Compat.kgCo2e(work);
    return [
      ...deviceSteps(work, devicesEnergyKwh(work)),
      computedStep('rounded-energy', 'kWh', {
        value: energyKwh,
        formula: 'rounded to 2 decimals',
        from: ['accelerator-energy'],
      }),
      factorStep('carbon-intensity', 'g CO2e/kWh', work.carbonIntensityGPerKwh),
      computedStep('rounded-intensity', 'kg CO2e/kWh', {
        value: kgPerKwh,
        formula:
          work.carbonIntensityGPerKwh.kind === 'given'
            ? 'in kg, as typed'
            : 'cut to whole grams, then kg rounded to 2 decimals',
        from: ['carbon-intensity'],
      }),
      computedStep('operational-emissions', 'kg CO2e', {
        value: kgCo2e,
        formula: `${energyKwh} kWh x ${kgPerKwh} kg/kWh, rounded to 2 decimals`,
        from: ['rounded-energy', 'rounded-intensity'],
        note: 'location-based',
      }),
      ...offsetSteps(work, kgCo2e, round2),
    ];
  },
};
