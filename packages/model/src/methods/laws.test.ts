import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { embodiedKgCo2e, energyKwh, energyParts, operationalKgCo2e } from '../evaluate.ts';
import type { Factor } from '../factor.ts';
import { receiptOf } from '../receipt-of.ts';
import { anyWork } from '../testing.ts';
import type { Work } from '../work.ts';
import { methods } from './index.ts';

const scale = fc.double({ min: 1, max: 1000, noNaN: true });
const times = (factor: Factor, by: number): Factor => ({ ...factor, value: factor.value * by });

/** One factor of a work, multiplied: emissions follow in proportion. */
const proportional: Readonly<Record<string, (w: Work, by: number) => Work>> = {
  'hours, idle hours and metered energy together': (w, by) => ({
    ...w,
    hours: w.hours && times(w.hours, by),
    idleHours: w.idleHours && times(w.idleHours, by),
    metered: w.metered && { ...w.metered, kwh: times(w.metered.kwh, by) },
  }),
  repeats: (w, by) => ({ ...w, repeats: times(w.repeats, by) }),
  intensity: (w, by) => ({
    ...w,
    carbonIntensityGPerKwh: {
      ...w.carbonIntensityGPerKwh,
      value: w.carbonIntensityGPerKwh.value * by,
    },
  }),
};

/** One factor of a work, multiplied: emissions never fall. */
const rising: typeof proportional = {
  ...proportional,
  count: (w, by) => ({
    ...w,
    devices: w.devices.map((one) => ({ ...one, count: times(one.count, by) })),
  }),
  power: (w, by) => ({
    ...w,
    devices: w.devices.map((one) => ({
      ...one,
      tdpW: one.tdpW && times(one.tdpW, by),
      measuredW: one.measuredW && times(one.measuredW, by),
    })),
  }),
  pue: (w, by) => ({ ...w, pue: times(w.pue, by), givenPue: w.givenPue && times(w.givenPue, by) }),
  overhead: (w, by) => ({ ...w, overhead: times(w.overhead, by) }),
};

function close(a: number, b: number, relative = 1e-11): void {
  expect(Math.abs(a - b)).toBeLessThanOrEqual(relative * Math.max(Math.abs(a), Math.abs(b)));
}

const all = Object.values(methods);
// What rounds on the way keeps no law of proportion; it has a golden table of its own.
const exact = all.filter(({ name }) => name !== 'mlco2-compat');

/** Runs a law on all work that a method can answer for. */
function holds(method: (typeof all)[number], law: (work: Work, by: number) => void): void {
  fc.assert(
    fc.property(anyWork, scale, (work, by) => {
      if (method.lacks(work) === null) law(work, by);
    }),
  );
}

describe.each(exact)('$name', (method) => {
  const kg = (work: Work) => operationalKgCo2e(method.account(work));

  test.each(Object.keys(proportional))('emissions are in proportion to %s', (name) => {
    holds(method, (work, by) => close(kg(proportional[name]?.(work, by) ?? work), by * kg(work)));
  });

  test.each(Object.keys(rising))('more %s never emits less', (name) => {
    holds(method, (work, by) => {
      expect(kg(rising[name]?.(work, by) ?? work)).toBeGreaterThanOrEqual(kg(work) * (1 - 1e-12));
    });
  });

  test('the order of the hardware changes nothing', () => {
    holds(method, (work) => close(kg({ ...work, devices: work.devices.toReversed() }), kg(work)));
  });

  test('hardware listed apart emits what it emits together', () => {
    holds(method, (work) => {
      const bare = { ...work, host: { ...work.host, loads: [] }, metered: null, idleHours: null };
      if (method.name === 'codecarbon-constant') return;
      const apart = work.devices.map((one) => kg({ ...bare, devices: [one] }));
      close(
        apart.reduce((sum, one) => sum + one, 0),
        kg(bare),
      );
    });
  });
});

describe.each(all)('$name, rounded or not', (method) => {
  const kg = (work: Work) => operationalKgCo2e(method.account(work));

  test('the offset never changes the location-based figure', () => {
    holds(method, (work) => {
      expect(kg({ ...work, offset: { ...work.offset, fraction: 1 } })).toBe(kg(work));
    });
  });

  test('the parts of the energy sum to the whole', () => {
    holds(method, (work) => {
      const account = { ...method.account(work), rounding: null };
      const parts = Object.values(energyParts(account));
      close(
        parts.reduce((sum, one) => sum + one, 0),
        energyKwh(account),
      );
      for (const part of parts) expect(part).toBeGreaterThanOrEqual(0);
    });
  });

  test('the receipt holds the figures of the result', () => {
    holds(method, (work) => {
      const account = method.account(work);
      const receipt = receiptOf(account, work.offset);
      const step = (name: string) => receipt.find(({ step: one }) => one === name)?.value;
      expect(step('operational-emissions')).toBe(operationalKgCo2e(account));
      const embodied = embodiedKgCo2e(account);
      if (embodied !== null && (account.embodied?.length ?? 0) > 1) {
        expect(step('embodied-emissions')).toBe(embodied);
      }
    });
  });

  test('every step of the receipt stands on steps before it, and none is listed twice', () => {
    holds(method, (work) => {
      const seen = new Set<string>();
      for (const { step, from, value } of receiptOf(method.account(work), work.offset)) {
        for (const name of from) expect(seen).toContain(name);
        expect(seen).not.toContain(step);
        expect(Number.isFinite(value)).toBe(true);
        seen.add(step);
      }
    });
  });
});

test('full: emissions are in proportion to a PUE that was not metered; lacoste-2019 has none', () => {
  holds(methods.full, (work, by) => {
    const more = { ...work, pue: times(work.pue, by) };
    const kg = (one: Work) => operationalKgCo2e(methods.full.account(one));
    close(kg(more), (work.metered?.scope === 'facility' ? 1 : by) * kg(work));
  });
  holds(methods['lacoste-2019'], (work, by) => {
    const more = { ...work, pue: times(work.pue, by) };
    const kg = (one: Work) => operationalKgCo2e(methods['lacoste-2019'].account(one));
    expect(kg(more)).toBe(kg(work));
  });
});

test('full: kWh and Wh, t and g say the same: a run a thousand times as long emits a thousand times as much', () => {
  holds(methods.full, (work) => {
    if (!work.hours || work.metered) return;
    const thousand = {
      ...work,
      hours: times(work.hours, 1000),
      idleHours: work.idleHours && times(work.idleHours, 1000),
    };
    close(
      operationalKgCo2e(methods.full.account(thousand)) / 1000,
      operationalKgCo2e(methods.full.account(work)),
    );
    close(
      (embodiedKgCo2e(methods.full.account(thousand)) ?? 0) / 1000,
      embodiedKgCo2e(methods.full.account(work)) ?? 0,
    );
  });
});
