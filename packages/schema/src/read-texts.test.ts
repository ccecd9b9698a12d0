import { expect, test } from 'vitest';
import { parseDraft } from './parse-draft.ts';
import { readTexts } from './read-texts.ts';

test('texts of every depth are read, and what was converted is told', () => {
  const input = {
    hardware: [{ accelerator: 'T4', count: '8', powerW: '0.07 kW' }, { accelerator: 'L4' }],
    hours: '2d4h',
    energyKwh: '250..320..410 MJ',
    host: { cpu: 'x', memoryGb: { value: '64 GiB', low: 64, high: 72 } },
    embodied: { averageUse: '60%' },
  };
  const before = structuredClone(input);
  const { said, readings } = readTexts(input);
  expect(said).toMatchObject({
    hardware: [{ count: 8, powerW: 70 }, { accelerator: 'L4' }],
    hours: 52,
    energyKwh: { value: expect.closeTo(320 / 3.6, 9), low: expect.closeTo(250 / 3.6, 9) },
    host: { memoryGb: { value: 68.719476736, low: 64, high: 72 } },
    embodied: { averageUse: 0.6 },
  });
  expect(input).toEqual(before);
  expect(readings.map(({ field, said: text }) => [field, text])).toEqual([
    ['/hardware/0/powerW', '0.07 kW'],
    ['/energyKwh', '250..320..410 MJ'],
    ['/host/memoryGb', '64..64 GiB..72'],
  ]);
  expect(readings[0]).toEqual({ field: '/hardware/0/powerW', said: '0.07 kW', taken: '70' });
});

test('a run without texts is itself', () => {
  const run = { hardware: [{ accelerator: 'T4', count: 1 }], hours: 3 };
  expect(readTexts(run).said).toBe(run);
});

test('GPU-hours as hours are chip-hours', () => {
  expect(readTexts({ hours: '528 GPU-hours' }).said).toEqual({ deviceHours: 528 });
  const both = parseDraft({
    hardware: [{ accelerator: 'T4' }],
    hours: '528 GPU-hours',
    deviceHours: 3,
  });
  expect(both.ok ? [] : both.problems).toMatchObject([
    { field: '/hours', message: expect.stringMatching(/belong in deviceHours/) },
  ]);
});

test('what cannot be read stays, and the problem says what can', () => {
  const parsed = parseDraft({ energyKwh: '4.58M', carbonIntensityGPerKwh: 1 });
  expect(parsed.ok ? [] : parsed.problems).toMatchObject([
    { code: 'wrong-type', field: '/energyKwh', value: '4.58M', suggestions: ['4.58MJ', '4.58MWh'] },
  ]);
});

test.each([
  ['10-12 hours', { hours: { value: 11, low: 10, high: 12 } }],
  ['10 to 12 h', { hours: { value: 11, low: 10, high: 12 } }],
  ['between 2 and 3 days', { hours: { value: 60, low: 48, high: 72 } }],
  ['1 day to 36 hours', { hours: { value: 30, low: 24, high: 36 } }],
  ['100-200 GPU hours', { deviceHours: { value: 150, low: 100, high: 200 } }],
  // Days and hours as Slurm writes them, and an end before its beginning.
  ['2-04:00:00', { hours: 52 }],
  ['2-04', { hours: '2-04' }],
  ['12-10 hours', { hours: '12-10 hours' }],
])('two ends, %s', (hours, expected) => {
  expect(readTexts({ hours }).said).toEqual(expected);
});

test('both ends of a power', () => {
  const { said, readings } = readTexts({ hardware: [{ accelerator: 'T4', powerW: '50-70 W' }] });
  expect(said).toMatchObject({ hardware: [{ powerW: { value: 60, low: 50, high: 70 } }] });
  expect(readings).toHaveLength(1);
});
