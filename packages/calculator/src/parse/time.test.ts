import { expect, test } from 'vitest';
import { calculator } from '../full.ts';

const { parseRun, estimate, check } = calculator;
const A100 = { accelerator: 'A100-SXM4-80GB' };
const place = { country: 'FR' };

const resultOf = (input: object) => {
  const parsed = parseRun({ place, ...input });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return estimate(parsed.run);
};
const problemsOf = (input: object) => {
  const parsed = parseRun({ place, ...input });
  return parsed.ok ? [] : parsed.problems;
};

test('chip-hours without a count leave it unknown, and nothing says that there is one chip', () => {
  const result = resultOf({ hardware: [A100], deviceHours: 12_000 });
  expect(result.run.hours).toBeUndefined();
  expect(result.run.hardware[0]?.count).toBeUndefined();
  expect(result.machine.accelerators[0]?.count).toBeNull();
  expect(JSON.stringify(result.receipt)).not.toMatch(/1 chips? /);
  expect(result.receipt.find(({ step }) => step === 'accelerator-energy')?.formula).toBe(
    '400 W x 0.7 x 12000 chip-hours / 1000',
  );
});

test('such a run written out and read again is the same', () => {
  const { run } = resultOf({ hardware: [A100], hours: 'about 528 GPU-hours' });
  const again = parseRun(JSON.parse(JSON.stringify(run)));
  expect(again.ok && again.run).toEqual(run);
  expect(run).toMatchObject({
    deviceHours: 528,
    readings: [{ field: '/deviceHours', said: 'about 528 GPU-hours', taken: '528' }],
  });
});

test.each([8, 64, 512])(
  'the range does not shrink for not knowing that there are %i chips',
  (count) => {
    const figures = ['energyKwh', 'operational'] as const;
    const width = (input: object, figure: (typeof figures)[number]) => {
      const result = resultOf(input);
      const { low = 0, high = 0 } =
        figure === 'energyKwh' ? result.energyKwh : result.operational.kgCo2e;
      return high / low;
    };
    const told = { deviceHours: 12_000, hardware: [{ ...A100, count }], nodes: count / 8 };
    for (const figure of figures) {
      expect(width({ deviceHours: 12_000, hardware: [A100] }, figure)).toBeGreaterThanOrEqual(
        width(told, figure),
      );
    }
  },
);

test('beside hours, chip-hours say the count', () => {
  const { run } = resultOf({ hardware: [A100], deviceHours: 800, hours: 100 });
  expect(run).toMatchObject({ hours: 100, hardware: [{ count: 8 }] });
});

test.each([
  [{ hardware: [A100, { accelerator: 'T4' }] }, /several kinds/],
  [{ hardware: [A100], nodes: 4 }, /nodes/],
  [{ hardware: [A100], host: { powerW: 300 } }, /host/],
  [{ hardware: [A100], idle: { hours: 3 } }, /idle/],
])('what draws power by the clock asks for the count', (input, why) => {
  expect(problemsOf({ ...input, deviceHours: 800 })).toMatchObject([
    { code: 'missing', message: expect.stringMatching(why) },
  ]);
});

test('a claim about such a run implies no count', () => {
  const { run } = resultOf({ hardware: [A100], deviceHours: 800 });
  expect(check(run, { kgCo2e: 10 }).implied.deviceCount).toBeNull();
});

test('how a text was read is told, in the field’s unit', () => {
  const { warnings, run } = resultOf({
    hardware: [{ ...A100, powerW: '0.3 kW' }],
    hours: '2 months',
  });
  expect(warnings.map(({ message }) => message)).toEqual([
    "'0.3 kW' is read as 300 W",
    "'2 months' is read as 1,460 hours",
  ]);
  expect(run).toMatchObject({ hours: 1460, hardware: [{ powerW: 300 }] });
});
