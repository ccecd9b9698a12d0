import { expect, test } from 'vitest';
import { againstGpus, table4 } from './table4.ts';

const rows = await table4();
const of = (name: string) => rows.find((row) => row.name === name);

test('every chip of the paper is there, as printed, and with a row of ours but for the processor', () => {
  expect(rows).toHaveLength(11);
  expect(rows.every(({ printed }) => printed[32] !== null && printed[16] !== null)).toBe(true);
  expect(of('TPU3')?.printed).toEqual({ 32: 225, 16: 450 });
  expect(
    rows.filter(({ ours }) => ours[32] === null && ours[16] === null).map(({ name }) => name),
  ).toEqual(['Intel Xeon E5-2699']);
});

test('what the paper says of CPUs and TPU v3 follows from its table', () => {
  // "About 10 times" and "4 to 8 times": the table itself gives 8 to 12, and 3.8 to 5.8.
  const cpu = againstGpus(rows, 'Intel Xeon E5-2699', 32, 'printed');
  expect(1 / (cpu?.high ?? 0)).toBeCloseTo(38.67 / 4.83, 10);
  expect(1 / (cpu?.low ?? 0)).toBeCloseTo(59.6 / 4.83, 10);
  const tpu = againstGpus(rows, 'TPU3', 32, 'printed');
  expect(tpu?.low).toBeCloseTo(225 / 59.6, 10);
  expect(tpu?.high).toBeCloseTo(225 / 38.67, 10);
});

test('by our tables the same TPU v3 is no better than GPUs of its time, and Xavier at 32 bits neither', () => {
  expect(againstGpus(rows, 'TPU3', 32, 'ours')).toBeNull();
  // 123 TFLOP/s at 450 W against 110 at 250.
  expect(againstGpus(rows, 'TPU3', 16, 'ours')?.low).toBeCloseTo(123 / 450 / (110 / 250), 10);
  expect(againstGpus(rows, 'AGX Xavier', 32, 'ours')?.high).toBeLessThan(1.3);
});

test('cards that run 16 bits slower than 32 count at 32 alone', () => {
  const half = againstGpus(rows, 'TPU3', 16, 'printed');
  expect(half?.high).toBeCloseTo(450 / 38.67, 10);
});
