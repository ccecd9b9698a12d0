import fc from 'fast-check';
import type { Factor } from './factor.ts';
import type { EnergyScope } from './run.ts';
import { type Device, given, type HostLoad, type Made, type Work } from './work.ts';

/** A factor of a test: its key is its own unless told. */
export function factor(
  value: number,
  gsd = 1,
  key = 'test',
  spreadOf: Factor['spreadOf'] = 'value',
): Factor {
  return { ...given(value, key), kind: 'sourced', gsd, spreadOf };
}

/** A work with nothing in it but what a test adds. */
export const emptyWork: Work = {
  devices: [],
  host: { loads: [], cpu: null, memoryGb: null, vcpu: null, idleShare: null },
  hours: given(1, 'hours'),
  repeats: given(1, 'repeats'),
  idleHours: null,
  metered: null,
  nodes: null,
  site: null,
  provider: null,
  overhead: factor(1, 1, 'overhead'),
  pue: factor(1, 1, 'pue'),
  givenPue: null,
  carbonIntensityGPerKwh: {
    ...factor(100, 1, 'intensity'),
    doubts: [],
    beside: [],
    zone: null,
    spatial: null,
    scope: null,
    basis: null,
  },
  marketIntensityGPerKwh: null,
  offset: { fraction: null, kind: 'given', sourceId: null, year: null, note: '' },
  wueLPerKwh: null,
  gridWaterLPerKwh: null,
  made: [],
  amortisation: null,
};

/** A chip of known power. */
export function device(tdpW: number, count = 1, more: Partial<Device> = {}): Device {
  return {
    id: null,
    name: 'chip',
    count: given(count, 'count'),
    tdpW: factor(tdpW, 1, 'tdp'),
    measuredW: null,
    utilisation: null,
    typicalUtilisation: null,
    idleW: null,
    embodiedKg: null,
    ...more,
  };
}

const amount = fc.double({ min: 1e-3, max: 1e6, noNaN: true });
const watts = fc.double({ min: 1, max: 2000, noNaN: true });
const ratio = fc.double({ min: 1, max: 3, noNaN: true });
const share = fc.double({ min: 0.05, max: 1, noNaN: true });
const gsd = fc.double({ min: 1, max: 2, noNaN: true });
const intensity = fc.oneof(fc.constant(0), fc.double({ min: 1e-3, max: 2000, noNaN: true }));
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });

const devices = fc
  .array(fc.record({ count: amount, watts, share: maybe(share), idle: watts, kg: amount, gsd }), {
    minLength: 1,
    maxLength: 4,
  })
  .map((list) =>
    list.map((one, index) =>
      device(one.watts, one.count, {
        tdpW: factor(one.watts, 1.05, `tdp-${index}`),
        measuredW: factor(one.watts, one.gsd, `measured-${index}`),
        utilisation: one.share === null ? null : factor(one.share, one.gsd, `share-${index}`),
        idleW: factor(one.idle, one.gsd, `idle-${index}`),
        embodiedKg: factor(one.kg, one.gsd, `made-${index}`),
      }),
    ),
  );

const loads = fc.array(fc.record({ watts, gsd }), { maxLength: 3 }).map((list) =>
  list.map(
    (one, index): HostLoad => ({
      isEnergy: false,
      step: `load-${index}`,
      label: 'load',
      times: [
        {
          step: `load-power-${index}`,
          unit: 'W',
          factor: factor(one.watts, one.gsd, `load-${index}`),
        },
      ],
    }),
  ),
);

const scope = fc.constantFrom<EnergyScope>('accelerators', 'components', 'it', 'facility');

/** Work of every shape that a run can lead to. */
export const anyWork: fc.Arbitrary<Work> = fc
  .record({
    devices,
    loads,
    hours: amount,
    repeats: fc.double({ min: 1, max: 1000, noNaN: true }),
    idleHours: maybe(amount),
    metered: maybe(fc.record({ kwh: amount, scope, gsd })),
    overhead: ratio,
    pue: ratio,
    spreads: fc.record({ overhead: gsd, pue: gsd, intensity: gsd, life: gsd }),
    intensity,
    fraction: maybe(fc.double({ min: 0, max: 1, noNaN: true })),
    water: maybe(ratio),
  })
  .map((one) => ({
    ...emptyWork,
    devices: one.devices,
    host: { ...emptyWork.host, loads: one.loads, idleShare: factor(0.7, 1.3, 'idle-share') },
    hours: given(one.hours, 'hours'),
    repeats: given(one.repeats, 'repeats'),
    idleHours: one.idleHours === null ? null : given(one.idleHours, 'idle-hours'),
    metered: one.metered && {
      kwh: factor(one.metered.kwh, one.metered.gsd, 'energy'),
      scope: one.metered.scope,
    },
    overhead: factor(one.overhead, one.spreads.overhead, 'overhead', 'excess'),
    pue: factor(one.pue, one.spreads.pue, 'pue', 'excess'),
    carbonIntensityGPerKwh: {
      ...emptyWork.carbonIntensityGPerKwh,
      value: one.intensity,
      gsd: one.spreads.intensity,
    },
    offset: { ...emptyWork.offset, fraction: one.fraction },
    wueLPerKwh: one.water === null ? null : factor(one.water, 1.5, 'wue'),
    gridWaterLPerKwh: one.water === null ? null : factor(one.water, 1.4, 'grid-water'),
    made: one.devices.map(
      (chip, index): Made => ({
        step: `chip-${index + 1}`,
        label: chip.name,
        times: [{ step: 'count', unit: 'chips', factor: chip.count }],
        kgCo2e: chip.embodiedKg ?? factor(1),
      }),
    ),
    amortisation: {
      serviceLifeYears: factor(5, one.spreads.life, 'life'),
      averageUse: factor(0.6, 1.4, 'use'),
    },
  }));
