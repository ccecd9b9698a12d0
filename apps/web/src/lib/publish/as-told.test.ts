import { calculator } from '@ml-emissions/calculator/full';
import { askedOf, FORMATS, formatted, reportOf } from '@ml-emissions/report';
import { expect, test } from 'vitest';
import { asTold } from './as-told.ts';

const RUN = {
  hardware: [{ accelerator: 'A100-SXM4-80GB', count: 8 }],
  hours: 100,
  place: { provider: 'gcp', region: 'us-central1' },
};
const SERVED = {
  model: { parameters: 7e9 },
  service: { requests: 1e6, per: 'day' as const, outputTokensPerRequest: 300 },
  place: { country: 'US' },
};

function resultOf(told: object) {
  const parsed = calculator.parseRun(told);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return calculator.estimate(parsed.run);
}
function projectOf(...runs: object[]) {
  const parsed = calculator.parseProject({ name: 'all', complete: false, runs });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return calculator.estimateProject(parsed.project);
}
const TRAINED = [{ verb: 'trained' }];
const reportFor = (result: Parameters<typeof reportOf>[0]) =>
  reportOf(result, { date: '2026-11-30', version: '0.1.0' });

test('what the sentence says was trained stands under training, and counts as told', () => {
  const before = resultOf(RUN);
  const report = reportFor(asTold(before, TRAINED, 'cvpr', calculator));
  expect(formatted(report, 'cvpr')).toMatch(/\| training \| 1 \| 800 \| \d+ \|/);
  const phase = askedOf(report, FORMATS.cvpr.asks).find(({ ask }) => ask === 'phase');
  expect(phase?.state).toBe('told');
  expect(report.operational).toEqual(before.operational.kgCo2e);
});

test('a phase or a kind of work that is told stays, and so does what the sentence calls otherwise', () => {
  for (const told of [{ phase: 'fine-tuning' }, { work: 'inference' }, { work: 'hpc' }]) {
    const result = resultOf({ ...RUN, ...told });
    expect(asTold(result, TRAINED, 'cvpr', calculator)).toBe(result);
  }
  const served = resultOf(SERVED);
  expect(asTold(served, [{ verb: 'serve' }], 'cvpr', calculator)).toBe(served);
});

test('a form that asks for no phase has the result itself', () => {
  const result = resultOf(RUN);
  expect(asTold(result, TRAINED, 'latex', calculator)).toBe(result);
});

test('the form of SCI is by its method: the energy stays, manufacture is that of the table of methods', () => {
  const before = resultOf(RUN);
  const after = asTold(before, TRAINED, 'sci', calculator);
  expect(after.operational).toEqual(before.operational);
  expect(after.embodied.kgCo2e).toEqual(resultOf({ ...RUN, method: 'sci' }).embodied.kgCo2e);
  expect(formatted(reportFor(after), 'sci')).toContain(
    'by the method sci: time reserved over a life of 4 years.',
  );
  const other = resultOf({ ...RUN, method: 'lacoste-2019' });
  expect(asTold(other, TRAINED, 'sci', calculator)).toBe(other);
});

test('of several runs each as its own sentence has it; name and completeness stay', () => {
  const before = projectOf(RUN, SERVED);
  const after = asTold(before, [{ verb: 'trained' }, { verb: 'serve' }], 'eu-ai', calculator);
  if (!('runs' in after)) throw new Error('no project');
  expect(after.runs.map(({ run }) => run.phase)).toEqual(['training', 'inference']);
  expect(after).toMatchObject({ name: 'all', complete: false });
  expect(after.operational.kgCo2e.value).toBe(before.operational.kgCo2e.value);
});
