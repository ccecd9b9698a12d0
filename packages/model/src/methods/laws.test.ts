import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Device, Factor, Work } from '../factor.ts';
import { totalPowerW } from '../total-power.ts';
import { methods } from './index.ts';

const factor = (value: number): Factor => ({
  value,
  kind: 'given',
  sourceId: null,
  year: null,
  confidence: null,
  note: '',
});

const amount = fc.double({ min: 1e-3, max: 1e6, noNaN: true });
const watts = fc.double({ min: 1, max: 2000, noNaN: true });
const pue = fc.double({ min: 1, max: 3, noNaN: true });
const intensity = fc.oneof(fc.constant(0), fc.double({ min: 1e-3, max: 2000, noNaN: true }));
const share = fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: null });
const scale = fc.double({ min: 1, max: 1000, noNaN: true });

const device = fc.record({ count: amount, watts }).map(
  ({ count, watts: powerW }): Device => ({
    id: null,
    name: 'chip',
    count,
    powerW: factor(powerW),
  }),
);

const work: fc.Arbitrary<Work> = fc
  .record({
    first: device,
    rest: fc.array(device, { maxLength: 3 }),
    hours: amount,
    repeats: scale,
    pue,
    intensity,
    share,
  })
  .map(({ first, rest, hours, repeats, pue: ratio, intensity: g, share: fraction }) => ({
    devices: [first, ...rest],
    totalPowerW: totalPowerW([first, ...rest]),
    hours,
    repeats,
    pue: factor(ratio),
    carbonIntensityGPerKwh: {
      ...factor(g),
      gsd: null,
      doubts: [],
      beside: [],
      zone: null,
      spatial: null,
      scope: null,
      basis: null,
    },
    offset: { fraction, kind: 'given', sourceId: null, year: null, note: '' },
  }));

const [firstOf, restOf] = [(w: Work) => w.devices[0], (w: Work) => w.devices.slice(1)];

function withDevices(w: Work, devices: Work['devices']): Work {
  return { ...w, devices, totalPowerW: totalPowerW(devices) };
}

/** One factor of a work, multiplied. */
const scaled: Readonly<Record<string, (w: Work, by: number) => Work>> = {
  count: (w, by) => {
    const times = (d: Device) => ({ ...d, count: d.count * by });
    return withDevices(w, [times(firstOf(w)), ...restOf(w).map(times)]);
  },
  hours: (w, by) => ({ ...w, hours: w.hours * by }),
  repeats: (w, by) => ({ ...w, repeats: w.repeats * by }),
  power: (w, by) => {
    const times = (d: Device) => ({ ...d, powerW: factor(d.powerW.value * by) });
    return withDevices(w, [times(firstOf(w)), ...restOf(w).map(times)]);
  },
  intensity: (w, by) => ({
    ...w,
    carbonIntensityGPerKwh: {
      ...w.carbonIntensityGPerKwh,
      value: w.carbonIntensityGPerKwh.value * by,
    },
  }),
};

function close(a: number, b: number): void {
  expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-12 * Math.max(Math.abs(a), Math.abs(b)));
}

// What rounds on the way keeps no law of proportion; it has a golden table of its own.
const exact = Object.values(methods).filter(({ rounded }) => rounded(0.001) === 0.001);

describe.each(exact)('$name', (method) => {
  const kg = (w: Work) => method.footprint(w).operationalKgCo2e;

  test.each(Object.keys(scaled))('emissions scale linearly in %s', (name) => {
    fc.assert(
      fc.property(work, scale, (w, by) => {
        close(kg(scaled[name]?.(w, by) ?? w), by * kg(w));
      }),
    );
  });

  test.each(Object.keys(scaled))('more %s never emits less', (name) => {
    fc.assert(
      fc.property(work, scale, (w, by) => {
        expect(kg(scaled[name]?.(w, by) ?? w)).toBeGreaterThanOrEqual(kg(w));
      }),
    );
  });

  test('hardware listed apart emits what it emits together', () => {
    fc.assert(
      fc.property(work, (w) => {
        const apart = w.devices.map((d) => kg(withDevices(w, [d])));
        close(
          apart.reduce((sum, one) => sum + one, 0),
          kg(w),
        );
      }),
    );
  });
});

describe.each(Object.values(methods))('$name, rounded or not', (method) => {
  const kg = (w: Work) => method.footprint(w).operationalKgCo2e;

  test('the offset never changes the location-based figure', () => {
    fc.assert(
      fc.property(work, share, (w, fraction) => {
        expect(kg({ ...w, offset: { ...w.offset, fraction } })).toBe(kg(w));
      }),
    );
  });

  test('the parts of the energy sum to the whole', () => {
    fc.assert(
      fc.property(work, (w) => {
        const { energyKwh, parts } = method.footprint(w);
        close(
          parts.accelerators + parts.host + parts.overhead + parts.facility + parts.idle,
          energyKwh,
        );
      }),
    );
  });

  test('the value alone is the value of the footprint, to the last bit', () => {
    fc.assert(fc.property(work, (w) => method.kgCo2e(w) === kg(w)));
  });

  test('the receipt ends in the figure of the headline', () => {
    fc.assert(
      fc.property(work, (w) => {
        const step = method.receipt(w).find(({ step: name }) => name === 'operational-emissions');
        expect(step?.value).toBe(kg(w));
      }),
    );
  });

  test('every step of the receipt stands on steps before it', () => {
    fc.assert(
      fc.property(work, (w) => {
        const seen = new Set<string>();
        for (const { step, from } of method.receipt(w)) {
          for (const name of from) expect(seen).toContain(name);
          expect(seen).not.toContain(step);
          seen.add(step);
        }
      }),
    );
  });
});

test('full: emissions scale linearly in PUE; lacoste-2019 has none', () => {
  fc.assert(
    fc.property(work, scale, (w, by) => {
      const more = { ...w, pue: factor(w.pue.value * by) };
      close(
        methods.full.footprint(more).operationalKgCo2e,
        by * methods.full.footprint(w).operationalKgCo2e,
      );
      expect(methods['lacoste-2019'].footprint(more)).toEqual(methods['lacoste-2019'].footprint(w));
    }),
  );
});
