import {
  type Amount,
  accountOf,
  amountOf,
  lackOf,
  type Method,
  methods,
  operationalKgCo2e,
  type Run,
} from '@ml-emissions/model';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { resolve } from './resolve.ts';
import { current, runOf } from './testing.ts';

// Laws of what a user tells, through the ladders and the method: nothing but the input is changed.

const scale = fc.double({ min: 1, max: 100, noNaN: true });
const amount = fc.double({ min: 1e-3, max: 1e5, noNaN: true });
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

const hardware = fc.array(
  fc
    .record({
      accelerator: fc.constantFrom(
        'nvidia-a100-sxm4-40gb',
        'nvidia-t4',
        'nvidia-v100-sxm2-16gb',
        'tpu-v3',
        'apple-m2-max',
      ),
      count: fc.double({ min: 0.1, max: 1e4, noNaN: true }),
      powerW: maybe(fc.double({ min: 1, max: 1000, noNaN: true })),
    })
    .map(({ powerW, ...rest }) => (powerW === undefined ? rest : { ...rest, powerW })),
  { minLength: 1, maxLength: 3 },
);

/** Runs on accelerators, with the host told, named or left to the usual one. */
const anyRun: fc.Arbitrary<Run> = fc
  .record({
    hardware,
    hours: amount,
    repeats: fc.double({ min: 1, max: 100, noNaN: true }),
    idle: maybe(fc.record({ hours: amount, powerW: fc.constant(50) })),
    host: fc.constantFrom(undefined, { powerW: 120 }, { cpu: 'amd-epyc-7742', cpuCount: 2 }),
    pue: maybe(fc.double({ min: 1, max: 2, noNaN: true })),
    carbonIntensityGPerKwh: fc.oneof(
      fc.constant(0),
      fc.double({ min: 1e-3, max: 1000, noNaN: true }),
    ),
    work: fc.constantFrom('llm-training' as const, 'vision-inference' as const, 'other' as const),
  })
  .map(({ idle, host, pue, ...rest }) =>
    runOf({ ...rest, ...(idle && { idle }), ...(host && { host }), ...(pue && { pue }) }),
  );

const times = (value: Amount | undefined, by: number) => amountOf(value ?? 1) * by;

type Change = (run: Run, by: number) => Run;

const proportional: Readonly<Record<string, Change>> = {
  'hours and idle hours together': (run, by) => ({
    ...run,
    hours: times(run.hours, by),
    ...(run.idle && { idle: { ...run.idle, hours: times(run.idle.hours, by) } }),
  }),
  repeats: (run, by) => ({ ...run, repeats: times(run.repeats, by) }),
  intensity: (run, by) => ({
    ...run,
    carbonIntensityGPerKwh: times(run.carbonIntensityGPerKwh, by),
  }),
};

const rising: typeof proportional = {
  ...proportional,
  count: (run, by) => ({
    ...run,
    hardware: run.hardware.map((one) => ({ ...one, count: times(one.count, by) })),
  }),
  'measured power': (run, by) => ({
    ...run,
    hardware: run.hardware.map((one) =>
      one.powerW === undefined ? one : { ...one, powerW: times(one.powerW, by) },
    ),
  }),
  pue: (run, by) => (run.pue === undefined ? run : { ...run, pue: times(run.pue, by) }),
};

function kgOf(method: Method, run: Run): number | null {
  const { run: found } = resolve(current, run, method);
  return lackOf(method, found) === null ? operationalKgCo2e(accountOf(method, found)) : null;
}

/** Runs a law on all runs that a method can answer for. */
function holds(method: Method, law: (run: Run, by: number, kg: number) => void): void {
  let held = 0;
  fc.assert(
    fc.property(anyRun, scale, (run, by) => {
      const kg = kgOf(method, run);
      if (kg === null) return;
      held += 1;
      law(run, by, kg);
    }),
  );
  expect(held).toBeGreaterThan(5);
}

const exact = Object.values(methods).filter(
  // What answers for services alone has laws in its own test.
  ({ name, needs }) => name !== 'mlco2-compat' && !needs.some((need) => need === 'answers'),
);

describe.each(exact)('$name', (method) => {
  const close = (a: number, b: number) =>
    expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-11 * Math.max(Math.abs(a), Math.abs(b)));

  test.each(Object.entries(proportional))('emissions are in proportion to %s', (_, change) => {
    holds(method, (run, by, kg) => close(kgOf(method, change(run, by)) ?? 0, by * kg));
  });

  test.each(Object.entries(rising))('more %s never emits less', (_, change) => {
    holds(method, (run, by, kg) =>
      expect(kgOf(method, change(run, by))).toBeGreaterThanOrEqual(kg * (1 - 1e-12)),
    );
  });

  test('the order of the hardware changes nothing', () => {
    holds(method, (run, _, kg) => {
      close(kgOf(method, { ...run, hardware: run.hardware.toReversed() }) ?? 0, kg);
    });
  });
});
