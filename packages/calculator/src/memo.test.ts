import { expect, test } from 'vitest';
import { calculator } from './full.ts';
import { createMemo } from './memo.ts';

const parsed = calculator.parseRun({
  hardware: [{ accelerator: 'H100 SXM5 80GB', count: 8 }],
  hours: 100,
  place: { country: 'FR' },
});
if (!parsed.ok) throw new Error('the run of the test was refused');
const { run } = parsed;
const prepared = calculator.prepare(run);

test('a copy is found once, anything else is not', () => {
  const memo = createMemo();
  expect(memo.take(run)).toBeUndefined();
  memo.keep(prepared);
  expect(memo.take({ ...run, hours: 200 })).toBeUndefined();
  // JSON passes over what is no value; the memo must not.
  expect(memo.take({ ...run, name: (() => 1) as never })).toBeUndefined();
  expect(memo.take({ ...run, hours: 100n as never })).toBeUndefined();
  expect(memo.take(structuredClone(run))).toBe(prepared);
  // Given away: a second result must not be made of the same parts.
  expect(memo.take(run)).toBeUndefined();
});

test('it keeps some, and lets the oldest go', () => {
  const memo = createMemo();
  const named = (index: number) => ({ ...prepared, run: { ...run, name: `run ${index}` } });
  for (let index = 0; index < 100; index += 1) memo.keep(named(index));
  expect(memo.take(named(0).run)).toBeUndefined();
  expect(memo.take(named(99).run)).toBeDefined();
});

test('what was prepared before never answers for a value that the parser refuses', () => {
  expect(() => calculator.estimate({ ...run, name: (() => 1) as never })).toThrow('/name');
});
