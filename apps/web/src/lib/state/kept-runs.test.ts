import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runText } from './as-text.ts';
import { EMPTY } from './form.ts';
import { keptRuns } from './kept-runs.ts';

const form = (hours: string) => ({ ...EMPTY, hours });
const kept = (now: readonly string[], then: readonly string[]) => {
  const forms = now.map(form);
  const found = keptRuns(forms, forms.map(runText), then.map(form));
  return { forms, found };
};

describe('the runs of another state', () => {
  test('one that changed is new, all others are those in hand', () => {
    const { forms, found } = kept(['1', '2', '3', '4'], ['1', '2', '30', '4']);
    expect(found.map((one) => forms.indexOf(one))).toEqual([0, 1, -1, 3]);
  });

  test('where one was taken out or comes in, those behind it stay themselves', () => {
    const out = kept(['1', '2', '3'], ['1', '3']);
    expect(out.found.map((one) => out.forms.indexOf(one))).toEqual([0, 2]);
    const into = kept(['1', '3'], ['1', '2', '3']);
    expect(into.found.map((one) => into.forms.indexOf(one))).toEqual([0, -1, 1]);
  });

  test('they say what the other state says, and no run stands twice', () => {
    const hours = fc.array(fc.constantFrom('1', '2', '3'), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(hours, hours, (now, then) => {
        const { found } = kept(now, then);
        expect(found.map((one) => one.hours)).toEqual(then);
        expect(new Set(found).size).toBe(then.length);
      }),
    );
  });
});
