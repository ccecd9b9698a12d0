import { expect, test } from 'vitest';
import { calculator } from '../full.ts';

const { estimate, parseRun } = calculator;
const rest = { hours: 1, place: { country: 'FR' } };
const parsed = (input: object) => parseRun({ ...rest, ...input });

test('a whole chip that is named as the processor is the hardware', () => {
  const plain = parsed({ hardware: [{ accelerator: 'Apple M2' }] });
  const asCpu = parsed({ host: { cpu: 'Apple M2' } });
  const asBoth = parsed({
    hardware: [{ accelerator: 'Apple M2', count: 1 }],
    host: { cpu: 'Apple M2', cpuCount: 1 },
  });
  if (!plain.ok || !asCpu.ok || !asBoth.ok) throw new Error('refused');
  const { value } = estimate(plain.run).operational.kgCo2e;
  expect(estimate(asCpu.run).operational.kgCo2e.value).toBe(value);
  expect(estimate(asBoth.run).operational.kgCo2e.value).toBe(value);
  expect(asCpu.run.host).toBeUndefined();
  // Read again it is the same run.
  expect(parseRun(asCpu.run)).toEqual(asCpu);
});

test('its cores are told to be of no use, and memory stays with the host', () => {
  const run = parsed({ host: { cpu: 'Apple M1', cores: 8, memoryGb: 16 } });
  expect(run).toMatchObject({
    run: {
      hardware: [{ accelerator: 'apple-m1' }],
      host: { memoryGb: 16 },
      readings: [{ said: 'Apple M1', taken: 'apple-m1', dropped: ['cores: 8'] }],
    },
  });
});

test.each([
  [
    'beside another chip it is asked back',
    { hardware: [{ accelerator: 'T4' }], host: { cpu: 'Apple M2' } },
    'unknown-cpu',
  ],
  ['several are asked back', { host: { cpu: 'Apple M2', cpuCount: 2 } }, 'unknown-cpu'],
])('%s', (_, input, code) => {
  const run = parsed(input);
  expect(!run.ok && run.problems[0].code).toBe(code);
});

test.each(['Apple M1 Pro', 'Apple M3', 'Apple M3 Pro', 'Apple M3 Max', 'Apple M5', 'Apple M5 Pro'])(
  '%s has no published power, and one derived from its siblings with a wide range',
  (accelerator) => {
    const run = parsed({ hardware: [{ accelerator }] });
    if (!run.ok) throw new Error('refused');
    const { energyKwh, warnings } = estimate(run.run);
    const { value, low = value, high = value } = energyKwh;
    expect(high / low).toBeGreaterThan(1.5);
    expect(warnings.map(({ code }) => code)).toContain('tdp-unsure');
  },
);
