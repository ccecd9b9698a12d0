import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { NamedFactor } from '../named-factor.ts';
import { lackOf } from '../needs.ts';
import { type Account, accountOf, figureOf } from '../plan/account.ts';
import { energyKwh, energyParts, operationalKgCo2e } from '../plan/figures.ts';
import { receiptOf } from '../plan/receipt.ts';
import type { ResolvedRun } from '../resolved-run.ts';
import { anyRunFor, told } from '../testing.ts';
import { type Method, methods } from './index.ts';

const scale = fc.double({ min: 1, max: 1000, noNaN: true });

function times<Named extends NamedFactor | null>(named: Named, by: number): Named {
  return named && { ...named, factor: { ...named.factor, value: named.factor.value * by } };
}

type Change = (run: ResolvedRun, by: number) => ResolvedRun;

/** One factor of a run, multiplied: emissions follow in proportion. */
const proportional: Readonly<Record<string, Change>> = {
  'hours, idle hours and metered energy together': (run, by) => ({
    ...run,
    hours: times(run.hours, by),
    idleHours: times(run.idleHours, by),
    energy: times(run.energy, by),
    answeredTokens: times(run.answeredTokens, by),
    // What follows from metered energy alone is energy too.
    hostLoads: run.hostLoads.map((load) =>
      load.isEnergy && run.method !== 'cloud-carbon-footprint'
        ? { ...load, product: load.product.map((one) => times(one, by)) }
        : load,
    ),
  }),
  repeats: (run, by) => ({
    ...run,
    repeats: times(run.repeats ?? told('repeats', 'repeats', 1), by),
  }),
  intensity: (run, by) => ({ ...run, carbonIntensity: times(run.carbonIntensity, by) }),
};

/** One factor of a run, multiplied: emissions never fall. */
const rising: typeof proportional = {
  ...proportional,
  count: (run, by) => ({
    ...run,
    accelerators: run.accelerators.map((one) => ({ ...one, count: times(one.count, by) })),
  }),
  power: (run, by) => ({
    ...run,
    accelerators: run.accelerators.map((one) => ({
      ...one,
      power: one.power?.map((factor, place) => (place === 0 ? times(factor, by) : factor)) ?? null,
    })),
  }),
  host: (run, by) => ({
    ...run,
    hostLoads: run.hostLoads.map((one) => ({
      ...one,
      product: one.product.map((factor) => times(factor, by)),
    })),
  }),
  pue: (run, by) => ({ ...run, pue: times(run.pue, by) }),
  overhead: (run, by) => ({ ...run, overhead: times(run.overhead, by) }),
};

function close(a: number, b: number, relative = 1e-11): void {
  expect(Math.abs(a - b)).toBeLessThanOrEqual(relative * Math.max(Math.abs(a), Math.abs(b)));
}

const all = Object.values(methods);
// What rounds on the way keeps no law of proportion; it has a golden table of its own.
const exact = all.filter(({ name }) => name !== 'mlco2-compat');

/** Runs a law on all runs that a method can answer for. */
function holds(method: Method, law: (run: ResolvedRun, by: number) => void): void {
  let held = 0;
  fc.assert(
    fc.property(anyRunFor(method), scale, (run, by) => {
      if (lackOf(method, run) !== null) return;
      held += 1;
      law(run, by);
    }),
  );
  expect(held).toBeGreaterThan(10);
}

describe.each(exact)('$name', (method) => {
  const kg = (run: ResolvedRun) => operationalKgCo2e(accountOf(method, run));

  test.each(Object.entries(proportional))('emissions are in proportion to %s', (_, change) => {
    holds(method, (run, by) => close(kg(change(run, by)), by * kg(run)));
  });

  test.each(Object.entries(rising))('more %s never emits less', (_, change) => {
    holds(method, (run, by) => {
      expect(kg(change(run, by))).toBeGreaterThanOrEqual(kg(run) * (1 - 1e-12));
    });
  });

  test('the order of the hardware changes nothing', () => {
    holds(method, (run) =>
      close(kg({ ...run, accelerators: run.accelerators.toReversed() }), kg(run)),
    );
  });

  // By a formula of tokens the hardware follows from the model.
  test.runIf(method.ladders.power.length > 0)(
    'hardware listed apart emits what it emits together',
    () => {
      holds(method, (run) => {
        const bare = { ...run, hostLoads: [], energy: null, energyScope: null, idleHours: null };
        const apart = bare.accelerators.map((one) => kg({ ...bare, accelerators: [one] }));
        close(
          apart.reduce((sum, one) => sum + one, 0),
          kg(bare),
        );
      });
    },
  );

  test('its PUE counts once, but where the meter saw the facility', () => {
    holds(method, (run, by) => {
      const counts = run.pue !== null && run.energyScope !== 'facility';
      close(kg({ ...run, pue: times(run.pue, by) }), (counts ? by : 1) * kg(run));
    });
  });
});

describe.each(all)('$name, rounded or not', (method) => {
  const kg = (run: ResolvedRun) => operationalKgCo2e(accountOf(method, run));
  const unrounded = (run: ResolvedRun): Account =>
    accountOf({ ...method, steps: method.steps.map(({ rounding: _, ...step }) => step) }, run);

  test('the offset never changes the location-based figure', () => {
    holds(method, (run) => {
      const { offset } = run;
      expect(kg({ ...run, offset: offset && times(offset, 0) })).toBe(kg(run));
      expect(kg({ ...run, offset: null })).toBe(kg(run));
    });
  });

  test('the parts of the energy sum to the whole', () => {
    holds(method, (run) => {
      const account = unrounded(run);
      const parts = Object.values(energyParts(account));
      close(
        parts.reduce((sum, one) => sum + one, 0),
        energyKwh(account),
      );
      for (const part of parts) expect(part).toBeGreaterThanOrEqual(0);
    });
  });

  test('the receipt holds the figures of the result', () => {
    holds(method, (run) => {
      const account = accountOf(method, run);
      const receipt = receiptOf(account);
      const step = (name: string) => receipt.find(({ step: one }) => one === name)?.value;
      expect(step('operational-emissions')).toBe(operationalKgCo2e(account));
      if (run.embodiedParts.length > 1) {
        expect(step('embodied-emissions')).toBe(figureOf(account, 'embodiedKgCo2e'));
      }
    });
  });

  test('every step of the receipt stands on steps before it, and none is listed twice', () => {
    holds(method, (run) => {
      const seen = new Set<string>();
      for (const { step, from, value } of receiptOf(accountOf(method, run))) {
        for (const name of from) expect(seen).toContain(name);
        expect(seen).not.toContain(step);
        expect(Number.isFinite(value)).toBe(true);
        seen.add(step);
      }
    });
  });
});

test.each([methods.full, methods.sci])(
  '$name: a run a thousand times as long emits a thousand times as much, in use and by manufacture',
  (method) => {
    holds(method, (run) => {
      if (run.energyScope) return;
      const bare = { ...run, hostLoads: run.hostLoads.filter(({ isEnergy }) => !isEnergy) };
      const thousand = {
        ...bare,
        hours: times(bare.hours, 1000),
        idleHours: times(bare.idleHours, 1000),
      };
      for (const figure of ['operationalKgCo2e', 'embodiedKgCo2e', 'totalKgCo2e'] as const) {
        const of = (one: ResolvedRun) => figureOf(accountOf(method, one), figure) ?? 0;
        close(of(thousand) / 1000, of(bare));
      }
    });
  },
);
