import { frozen } from '@ml-emissions/data';
import type { ProjectInput } from '@ml-emissions/schema';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calculator } from '../full.ts';
import { anyRun } from '../testing.ts';
import type { LiveAnswer } from './live-project.ts';

const { estimateProject, liveProject, parseProject } = calculator;

/** What the two functions for a project say, without memory. */
function afresh(input: unknown) {
  const parsed = parseProject(input as ProjectInput);
  if (!parsed.ok) return parsed;
  return { ...parsed, result: estimateProject(parsed.project) };
}

/** The same of a project that is worked on. */
function said(answer: LiveAnswer) {
  if (!answer.ok) return answer;
  const { ok, project, result } = answer;
  return { ok, project, result };
}

const T4 = [{ accelerator: 'T4', count: 4 }];
const run = (hours: unknown, more = {}) => ({
  hardware: T4,
  place: { country: 'FR' },
  hours,
  ...more,
});

describe('a project that is worked on', () => {
  test('says after each change what it would say without memory', () => {
    const service = { requests: 1e6, outputTokensPerRequest: 300 };
    const served = { service, model: { parameters: 7e9 }, place: { country: 'DE' } };
    const ask = liveProject();
    const steps: unknown[] = [
      { runs: [run(1), run(2), run(3)] },
      { runs: [run(1), run(20), run(3)] },
      // One goes, and the others have other places in the list.
      { runs: [run(20), run(3)] },
      { runs: [run(20), run({ value: 3, low: 2, high: 4 })] },
      { runs: [run({ value: 3, low: 2, high: 4 }), run(20)] },
      // A fault, and the way back.
      { runs: [run(-1), run(20)] },
      { runs: [run(1), run(20)], defaults: { pue: 1.3 } },
      { runs: [run(1), run(1), run(1)], defaults: { pue: 1.2 }, name: 'alike' },
      { runs: [run(1, { phase: 'training' }), { hardware: T4, hours: 4, ...served }] },
      { runs: [run(9, { phase: 'training' }), { hardware: T4, hours: 4, ...served }] },
      { runs: [run(9, { scope: 'direct' }), run(2)] },
      5,
      { runs: [run(1), run(2), run(3)] },
    ];
    for (const input of steps) expect(said(ask(input))).toEqual(afresh(input));
    const asFrozen = liveProject();
    for (const input of steps) expect(said(asFrozen(frozen(input)))).toEqual(afresh(input));
  });

  test('holds more runs than a file where it is told so, and fewer too', () => {
    const slim = { receipt: false, alternatives: false } as const;
    const alike = (count: number) => ({ runs: Array(count).fill(run(1)) });
    const refused = liveProject(slim)(alike(501));
    expect(refused).toMatchObject({ ok: false, problems: [{ field: '/runs', code: 'too-long' }] });
    const few = liveProject({ ...slim, mostRuns: 2 });
    expect(few(alike(3))).toMatchObject({
      problems: [{ code: 'too-long', expected: expect.stringContaining('at most 2 runs') }],
    });
    const [one, all] = [few(alike(1)), liveProject({ ...slim, mostRuns: 501 })(alike(501))];
    if (!one.ok || !all.ok) throw new Error('refused');
    const kwh = one.result.energyKwh.value;
    expect(all.result.energyKwh.value).toBeCloseTo(501 * kwh, 9);
  });

  test('whatever is changed, added, moved or taken out', () => {
    const edit = fc.record({
      at: fc.nat(3),
      is: fc.constantFrom('put', 'add', 'cut', 'swap'),
      run: anyRun,
    });
    fc.assert(
      fc.property(
        fc.array(anyRun, { minLength: 1, maxLength: 3 }),
        fc.array(edit),
        (first, edits) => {
          const [ask, quick] = [liveProject(), liveProject()];
          let list = first;
          for (const { at, is, run } of edits) {
            if (is === 'put') list = list.map((one, index) => (index === at ? run : one));
            else if (is === 'add') list = [...list.slice(0, at), run, ...list.slice(at)];
            else if (is === 'cut' && list.length > 1)
              list = list.filter((_, index) => index !== at);
            else list = [...list.slice(1), ...list.slice(0, 1)];
            expect(said(ask({ runs: list }))).toEqual(afresh({ runs: list }));
            expect(said(quick({ runs: list.map(frozen) }))).toEqual(afresh({ runs: list }));
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test('a run that was changed in place is another', () => {
    const ask = liveProject();
    const one: { hours: number } = run(1) as never;
    ask({ runs: [one, run(2)] });
    one.hours = 10;
    expect(said(ask({ runs: [one, run(2)] }))).toEqual(afresh({ runs: [run(10), run(2)] }));
  });

  test('a range of a run is its own wherever it stands', () => {
    const own = frozen(run({ value: 3, low: 1, high: 9 }));
    const other = frozen(run({ value: 3, low: 1, high: 9 }));
    const lists = [
      [own, other],
      [run(5), own, other],
      [other, own],
      [own, own],
    ];
    const ask = liveProject();
    for (const runs of lists) expect(said(ask({ runs }))).toEqual(afresh({ runs }));
  });

  test('lists each run, and sums some of them', () => {
    const runs = [run(1), run({ value: 2, low: 1, high: 4 }), run(3), run(4, { phase: 'search' })];
    const answer = liveProject()({ runs });
    if (!answer.ok) throw new Error('refused');
    for (const [index, one] of answer.runs.entries()) {
      const whole = answer.result.runs[index];
      expect(one.run).toEqual(whole?.run);
      expect(one.operational).toEqual(whole?.operational);
      expect(one.machine).toEqual(whole?.machine);
      expect(one.location).toEqual(whole?.location);
      expect(one.scope).toBe(whole?.carbonIntensityGPerKwh.scope);
      expect(one.factors).toEqual(whole?.factors);
      expect(one.value('energyKwh')).toBe(whole?.energyKwh.value);
      expect(one.value('embodiedKgCo2e')).toBe(whole?.embodied.kgCo2e?.value ?? null);
    }
    const alone = afresh({ runs: [runs[0], runs[1], runs[3]] });
    if (!('result' in alone)) throw new Error('refused');
    const { energyKwh, operational, embodied, total } = alone.result;
    expect(answer.together([0, 1, 3])).toMatchObject({ energyKwh, operational, embodied, total });
    expect(answer.together([2]).energyKwh.value).toBe(answer.runs[2]?.value('energyKwh'));
  });
});
