import { describe, expect, test } from 'vitest';
import { calculator } from '../full.ts';

const { parseRun } = calculator;

const parsed = (run: object) => {
  const found = parseRun({ hours: 1, place: { provider: 'gcp', region: 'us-central1' }, ...run });
  return found.ok ? { run: found.run, problems: [] } : { run: null, problems: found.problems };
};

describe('chips beside an instance', () => {
  const instance = 'n1-standard-8';
  const t4 = (count: number) => [{ accelerator: 'T4', count }];

  test('are attached to one that brings none', () => {
    const { run } = parsed({ instance, hardware: t4(1) });
    expect(run?.instance).toBe('gcp/n1-standard-8');
    expect(run?.hardware[0]).toMatchObject({ accelerator: 'nvidia-t4', count: 1 });
    expect(parseRun(run ?? {}).ok).toBe(true);
  });

  test('conflict with those that it brings', () => {
    const { problems } = parsed({ instance: 'a2-highgpu-1g', hardware: t4(1) });
    expect(problems).toMatchObject([{ code: 'conflict', field: '/instance' }]);
  });

  test('are of all machines together', () => {
    expect(parsed({ instance, instanceCount: 4, hardware: t4(4) }).problems).toEqual([]);
    expect(parsed({ instance, instanceCount: 4, hardware: t4(1) }).problems).toMatchObject([
      { code: 'conflict', field: '/hardware/0/count', suggestions: ['4'] },
    ]);
  });
});

test('a machine in a region of another provider', () => {
  const { problems } = parsed({ instance: 'm5.large' });
  expect(problems).toMatchObject([{ code: 'conflict', field: '/instance' }]);
  expect(problems[0]?.message).toBe(
    'm5.large is a machine of aws, and us-central1 is a region of gcp',
  );
  expect(parsed({ instance: 'm5.large', place: { country: 'FR' } }).problems).toEqual([]);
});

test('one that is not known is refused with the nearest of its family', () => {
  expect(parsed({ instance: 'n1-standard-7' }).problems).toMatchObject([
    {
      code: 'unknown-instance',
      suggestions: [
        'n1-standard-8',
        'n1-standard-4',
        'n1-standard-16',
        'n1-standard-2',
        'n1-standard-32',
      ],
    },
  ]);
  expect(parsed({ instance: 'm5' }).problems[0]?.code).toBe('ambiguous-instance');
});

test('an edition from before the families knows none of them', () => {
  const old = parsed({ instance: 'n1-standard-8', edition: '2026.1' });
  expect(old.problems[0]?.code).toBe('unknown-instance');
});

const place = { country: 'FR' };

test.each([
  ['2 x p4d.24xlarge', 2],
  ['8xp4d.24xlarge', 8],
  ['p4d.24xlarge x 3', 3],
])('%s is so many machines', (instance, count) => {
  const run = parsed({ instance, place });
  expect(run).toMatchObject({ run: { instance: 'aws/p4d.24xlarge', instanceCount: count } });
  expect(parsed({ instance, instanceCount: count, place }).problems).toEqual([]);
  expect(parsed({ instance, instanceCount: 5, place }).problems[0]?.code).toBe('conflict');
  const asChip = parsed({ hardware: [{ accelerator: instance }] });
  expect(asChip.problems[0]?.suggestions).toEqual([`${count} x p4d.24xlarge`]);
});

test('chips that a cloud calls a machine by are asked back, save at that cloud', () => {
  const lambda = { provider: 'lambda', region: 'us-west-1' };
  expect(parsed({ instance: '8x A100', place }).problems).toMatchObject([
    { field: '/instance', code: 'unknown-instance', suggestions: ['gpu_8x_a100'] },
  ]);
  expect(parsed({ instance: 'V100', place }).problems[0]?.code).toBe('unknown-instance');
  expect(parsed({ instance: '8x H100 80GB SXM', place }).problems[0]?.message).toContain(
    'names chips',
  );
  expect(parsed({ instance: '8x A100', place: lambda }).run?.instance).toBe('lambda/gpu_8x_a100');
});

test('machines of so many nodes', () => {
  const { run } = parsed({ instance: 'p4d.24xlarge (4 nodes)', place });
  expect(run).toMatchObject({ instance: 'aws/p4d.24xlarge', instanceCount: 4 });
});

test('chips beside the name of a machine are no machines', () => {
  expect(parsed({ instance: 'p4d.24xlarge, 8 GPUs' })).not.toMatchObject({
    run: { instanceCount: 8 },
  });
});

test.each([
  ['n1-standard-8 + T4', 1],
  ['n1-standard-8 with a T4 attached', 1],
  ['n1-standard-8 (4x T4)', 4],
  ['n1-standard-8, 2 NVIDIA T4 GPUs', 2],
])('%s is a machine with chips attached', (instance, count) => {
  expect(parsed({ instance })).toMatchObject({
    run: { instance: 'gcp/n1-standard-8', hardware: [{ accelerator: 'nvidia-t4', count }] },
  });
});

test.each([
  // Which of several, a machine that brings its own, and what nothing is known of.
  ['n1-standard-8 + V100', 'ambiguous-accelerator'],
  ['a2-highgpu-1g + T4', 'unknown-instance'],
  ['n1-standard-8 + a fan', 'unknown-instance'],
])('%s is asked back', (instance, code) => {
  expect(parsed({ instance }).problems[0]?.code).toBe(code);
});

test('chips are no machines, though a cloud calls one by their name', () => {
  expect(parsed({ instance: '2 v100 GPUs', place }).problems[0]?.code).toBe('unknown-instance');
});
