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

test('a copy is found, anything else is not', () => {
  const memo = createMemo();
  expect(memo.get(run)).toBeUndefined();
  memo.keep(prepared);
  expect(memo.get(run)).toBe(prepared);
  expect(memo.get(structuredClone(run))).toBe(prepared);
  expect(memo.get({ ...run, hours: 200 })).toBeUndefined();
  // JSON passes over what is no value; the memo must not.
  expect(memo.get({ ...run, name: (() => 1) as never })).toBeUndefined();
  expect(memo.get({ ...run, hours: 100n as never })).toBeUndefined();
});

test('it keeps some, and lets the oldest go', () => {
  const memo = createMemo();
  const named = (index: number) => ({ ...prepared, run: { ...run, name: `run ${index}` } });
  for (let index = 0; index < 100; index += 1) memo.keep(named(index));
  expect(memo.get(named(0).run)).toBeUndefined();
  expect(memo.get(named(99).run)).toBeDefined();
});

test('what was prepared before never answers for a value that the parser refuses', () => {
  expect(() => calculator.estimate({ ...run, name: (() => 1) as never })).toThrow('/name');
});
