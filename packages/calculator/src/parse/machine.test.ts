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

test('a number in the name of a machine counts no machines', () => {
  const { run } = parsed({ instance: 'u-p6e-gb200x72', place });
  expect(run?.instance).toBe('aws/u-p6e-gb200x72');
  expect(run?.instanceCount).toBeUndefined();
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

test('a slice that is none: the first of its generation are suggested, whatever its case', () => {
  const sliced = (slice: string) => parsed({ slice, place }).problems[0];
  expect(sliced('V3-7')).toMatchObject({
    code: 'unknown-slice',
    field: '/slice',
    message: "no TPU slice 'V3-7'; did you mean v3-8, v3-32, v3-64, v3-128, v3-256?",
    suggestions: ['v3-8', 'v3-32', 'v3-64', 'v3-128', 'v3-256'],
  });
  expect(sliced('v2-7')?.suggestions?.[0]).toBe('v2-8');
  expect(sliced('zz-9')).toMatchObject({ message: "no TPU slice 'zz-9'", suggestions: [] });
  expect(parsed({ slice: 'tpu v3-8', place }).run?.slice).toBe('v3-8');
});

test('more cores than a processor has are its threads, or several machines', () => {
  // Six cores, two threads each.
  const cored = (cores: number) =>
    parsed({ host: { cpu: 'Core i7-9750H', cores }, place }).problems[0];
  expect(cored(6)).toBeUndefined();
  const has = 'Intel Core i7-9750H has 6 cores and 12 threads';
  expect(cored(7)).toMatchObject({
    code: 'out-of-range',
    field: '/host/cores',
    message: `cores cannot be 7: ${has}; if threads are meant, give 4`,
    expected: 'cores above 0, at most 6',
    suggestions: ['4'],
  });
  expect(cored(12)).toMatchObject({ suggestions: ['6'] });
  expect(cored(13)).toMatchObject({
    message: `cores cannot be 13: ${has}; give nodes where there are several machines`,
    suggestions: ['6'],
  });
  // A server may hold several.
  expect(parsed({ host: { cpu: 'EPYC 7742', cores: 128 }, place }).problems).toEqual([]);
});

test('a processor whose rating nobody publishes, one that is none, and a thousand of a name', () => {
  const named = (cpu: string) => parsed({ host: { cpu }, place }).problems[0];
  expect(named('AMD EPYC 9B14')).toMatchObject({
    code: 'no-tdp',
    field: '/host/cpu',
    message: 'the TDP of AMD EPYC 9B14 is not published; give host: { powerW }',
  });
  expect(named('Elbrus 99')).toMatchObject({ code: 'unknown-cpu', field: '/host/cpu' });
  expect(named('H100 NVL')).toMatchObject({
    code: 'unknown-cpu',
    field: '/host/cpu',
    message: expect.stringMatching(
      /^'H100 NVL' is no processor here: its whole chip is an accelerator; write --accelerator "NVIDIA H100 NVL/,
    ),
  });
  // Three of that name, alike in all that counts.
  const alike = parsed({ host: { cpu: 'Ryzen 1600' }, place }).run;
  expect(alike?.host?.cpu).toBe('amd-ryzen-5-1600');
  expect(alike?.readings).toMatchObject([
    { field: '/host/cpu', others: ['amd-ryzen-5-1600-af', 'amd-ryzen-5-pro-1600'] },
  ]);
  const several = named('Xeon');
  expect(several?.code).toBe('ambiguous-cpu');
  expect(several?.message).toMatch(/^'Xeon' may be \d+ different processors: .* \(35 W\).*, …$/);
  expect(several?.suggestions).toHaveLength(10);
});

test('what is told of a count that is told twice, of chips too few, and of chips beside their own', () => {
  expect(parsed({ instance: '2 x p4d.24xlarge', instanceCount: 3, place }).problems).toMatchObject([
    {
      code: 'conflict',
      field: '/instanceCount',
      message: "the count is told twice: 2 in '2 x p4d.24xlarge', and here",
      expected: '2, or the name without a count',
    },
  ]);
  const t4 = [{ accelerator: 'T4', count: 3 }];
  expect(
    parsed({ instance: 'n1-standard-8', instanceCount: 4, hardware: t4 }).problems[0],
  ).toMatchObject({
    field: '/hardware/0/count',
    message:
      '3 chips are fewer than the 4 machines with chips attached; count is of the chips in all of them',
    expected: 'the chips of all machines: 4 for one in each',
  });
  const one = [{ accelerator: 'T4', count: 1 }];
  expect(
    parsed({ instance: 'n1-standard-8', instanceCount: 2, hardware: one }).problems[0]?.message,
  ).toMatch(/^1 chip is fewer than the 2 machines /);
  expect(parsed({ instance: 'a2-highgpu-1g', hardware: t4 }).problems[0]?.message).toBe(
    'hardware and instance are both given; a2-highgpu-1g says which chips there are',
  );
});

test('a machine beside a provider alone, and one that people own', () => {
  const inFrance = { provider: 'gcp', country: 'FR' };
  expect(parsed({ instance: 'm5.large', place: inFrance }).problems).toMatchObject([
    {
      message: 'm5.large is a machine of aws, and the place is gcp',
      expected: 'a machine of gcp, or a region of aws',
    },
  ]);
  expect(parsed({ instance: 'n1-standard-8', place: inFrance }).problems).toEqual([]);
  expect(parsed({ instance: 'DGX A100' }).run?.instance).toBe('nvidia/dgx-a100');
});

test('what is told where chips stand in place of a machine', () => {
  const told = (instance: string) => parsed({ instance, place }).problems[0];
  expect(told('8x A100')?.message).toBe(
    "'8x A100' names chips; write --accelerator '8x A100', in a file hardware, in place of instance (or the machine that is called like it: gpu_8x_a100 of lambda)",
  );
  expect(told('8x H100 80GB SXM')?.message).toMatch(/in place of instance$/);
  // Two kinds of chips are none of a machine's names.
  expect(told('A100 + T4')?.message).toContain("no instance 'A100 + T4'");
});
