import { expect, test } from 'vitest';
import { calculator } from './full.ts';

const { check, parseRun } = calculator;

function checked(input: unknown, kgCo2e: number) {
  const parsed = parseRun(input);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return check(parsed.run, { kgCo2e });
}
const codes = (input: unknown, kg: number) => checked(input, kg).findings.map(({ code }) => code);

const llama33 = {
  hardware: [{ accelerator: 'H100 SXM5 80GB' }],
  deviceHours: 7_000_000,
  place: { country: 'US' },
};
const turna = { slice: 'v3-8', hours: 400, carbonIntensityGPerKwh: 569 };

test('a card that is 157 times too low implies a grid that does not exist', () => {
  const { holds, implied } = checked(llama33, 12_900);
  expect(holds).toBe(false);
  expect(implied.carbonIntensityGPerKwh).toBeLessThan(5);
  expect(codes(llama33, 12_900)).toContain('intensity-implausible');
});

test('the same hours with the figure of the model before it hold', () => {
  expect(checked(llama33, 2_040_000).holds).toBe(true);
});

test('a card that counted a slice of four chips as one fits once it is counted', () => {
  expect(checked(turna, 64.52).holds).toBe(false);
  expect(codes(turna, 64.52)).toContain('count-forgotten');
});

test('tonnes written for kilograms are taken for a slip of the unit', () => {
  const run = {
    hardware: [{ accelerator: 'A100-SXM4-80GB', count: 8 }],
    hours: 100,
    place: { country: 'DE' },
  };
  const { estimate } = checked(run, 1);
  expect(codes(run, estimate.kgCo2e.value / 1000)).toContain('unit-slip');
  expect(codes(run, estimate.kgCo2e.value * 1000)).toContain('unit-slip');
});

test('a figure that repeats a method of others is told to, and holds', () => {
  const run = {
    hardware: [{ accelerator: 'Tesla V100-SXM2-16GB', count: 8 }],
    hours: 100,
    carbonIntensityGPerKwh: 100,
  };
  expect(codes(run, 24)).toContain('repeats-a-method');
  expect(checked(run, 24).holds).toBe(true);
});

test('where nothing is emitted, no claim but 0 holds', () => {
  const run = {
    hardware: [{ accelerator: 'A100-SXM4-80GB' }],
    hours: 1,
    carbonIntensityGPerKwh: 0,
  };
  const { ratio, holds, implied } = checked(run, 5);
  expect(ratio).toBeNull();
  expect(holds).toBe(false);
  expect(JSON.stringify(implied)).not.toContain('NaN');
});
