import { METHODS } from '@ml-emissions/model';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { calculator } from './full.ts';

const { explain, parseRun } = calculator;

function explained(input: object) {
  const parsed = parseRun(input);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return explain(parsed.run);
}

const run = {
  hardware: [{ accelerator: 'A100-SXM4-40GB', count: 8 }],
  hours: 100,
  place: { provider: 'aws', region: 'us-east-1' },
  host: { cpu: 'EPYC 7742', cpuCount: 2, memoryGb: 512 },
};

test('every method answers, or says what it lacks', () => {
  const { methods } = explained(run);
  expect(methods.map(({ method }) => method)).toEqual([...METHODS]);
  for (const { operationalKgCo2e, lacks } of methods) {
    expect(operationalKgCo2e === null).toBe(lacks !== null);
  }
  expect(methods.find(({ method }) => method === 'patterson-2021')?.lacks).toContain(
    'metered mean power',
  );
});

test('a method of hardware and hours cannot answer where only energy is given', () => {
  const { hours: _, ...timeless } = run;
  const { methods } = explained({ ...timeless, energyKwh: 500, energyScope: 'it' });
  for (const name of ['lacoste-2019', 'mlco2-compat', 'green-algorithms-2021'] as const) {
    const answer = methods.find(({ method }) => method === name);
    expect(answer?.operationalKgCo2e).toBeNull();
    expect(answer?.lacks).toContain('hours');
  }
});

/** Methods that ask for metered power, or for what a model in use answers. */
const ASKS_MORE: ReadonlySet<string> = new Set(['patterson-2021', 'ecologits-2026']);

test('the steps of every difference sum to it', () => {
  fc.assert(
    fc.property(
      fc.record({
        hours: fc.double({ min: 0.1, max: 1e5, noNaN: true }),
        repeats: fc.integer({ min: 1, max: 9 }),
        method: fc.constantFrom(...METHODS.filter((name) => !ASKS_MORE.has(name))),
        utilisation: fc.double({ min: 0.1, max: 1, noNaN: true }),
      }),
      ({ utilisation, ...more }) => {
        const [chip] = run.hardware;
        const { differences } = explained({
          ...run,
          ...more,
          hardware: [{ ...chip, utilisation }],
        });
        for (const { fromKgCo2e, toKgCo2e, steps } of differences) {
          const sum = steps.reduce((all, { kgCo2e }) => all + kgCo2e, fromKgCo2e);
          expect(Math.abs(sum - toKgCo2e)).toBeLessThanOrEqual(1e-9 * (1 + Math.abs(toKgCo2e)));
        }
      },
    ),
    { numRuns: 40 },
  );
});

test('from the paper to full: the power falls, host, losses, PUE and embodied are added', () => {
  const { differences } = explained(run);
  const steps = differences.find(({ from }) => from === 'lacoste-2019')?.steps ?? [];
  expect(steps.map(({ step }) => step)).toEqual([
    'power of the accelerators',
    'host',
    'supply losses and fans',
    'PUE',
    'embodied',
  ]);
  expect(steps[0]?.kgCo2e).toBeLessThan(0);
});

test('a project is explained by the sums of its runs', () => {
  const other = { ...run, hours: 7, place: { country: 'FR' } };
  const parsed = calculator.parseProject({ runs: [run, other] });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const whole = calculator.explainProject(parsed.project);
  const each = [explained(run), explained(other)];
  for (const { method, operationalKgCo2e } of whole.methods) {
    const own = each.map(({ methods }) => methods.find((one) => one.method === method));
    const values = own.map((one) => one?.operationalKgCo2e?.value);
    if (values.includes(undefined)) expect(operationalKgCo2e).toBeNull();
    else
      expect(operationalKgCo2e?.value).toBeCloseTo(
        (values[0] as number) + (values[1] as number),
        9,
      );
  }
  expect(whole.differences.length).toBe(each[0]?.differences.length);
  for (const { fromKgCo2e, toKgCo2e, steps } of whole.differences) {
    const sum = steps.reduce((all, { kgCo2e }) => all + kgCo2e, fromKgCo2e);
    expect(sum).toBeCloseTo(toKgCo2e, 6);
  }
});

test('a project of one run is explained as that run', () => {
  const parsed = calculator.parseProject({ runs: [run] });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const { project: _, ...whole } = calculator.explainProject(parsed.project);
  const { run: __, ...one } = explained(run);
  expect(whole).toEqual(one);
});
