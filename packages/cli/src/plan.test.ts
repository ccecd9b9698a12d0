import { describe, expect, test } from 'vitest';
import { command } from './testing.ts';

const llama = [
  ...['--parameters', '7B', '--tokens', '2T', '--work', 'llm-training'],
  ...['--accelerator', 'A100 SXM4 80GB', '--count', '512', '--country', 'FR'],
];

describe('plan', () => {
  test('says how long it takes, from what, what fits, and what other choices would emit', async () => {
    const { out, err, exit } = await command(['plan', ...llama]);
    expect(err).toBe('');
    expect(exit).toBe(0);
    // 8.4e22 / (312e12 x 0.34 x 3600) = 219,960; / 512 = 429.6
    expect(out).toMatch(
      /Planned +219,\d{3} chip-hours \(between .*; 430 h \(between .* on 512 chips/,
    );
    expect(out).toContain(
      '8.40e+22 FLOP, 34 % of 312 TFLOP/s (bf16) a chip, speed usual for the chip',
    );
    expect(out).toContain('286 tokens a parameter; 20, 140B tokens,');
    expect(out).toContain('112 GB; the chips have 40,960 GB');
    expect(out).toMatch(/On as many other chips[\s\S]*NVIDIA H100 SXM5 80GB/);
    expect(out).toMatch(/0\.5 times the tokens .* 50 % less/);
  });

  test('estimate takes the same run; --json is the result with the choices beside it', async () => {
    const estimated = JSON.parse((await command(['estimate', ...llama, '--json'])).out);
    const planned = JSON.parse((await command(['plan', ...llama, '--json'])).out);
    const { choices, ...result } = planned;
    expect(result).toEqual(estimated);
    expect(result.plan).toMatchObject({ rung: 'mfu-usual', flop: 8.4e22 });
    expect(choices.options.map(({ lever }: { lever: string }) => lever)).toContain('tokens');
  });

  test('a trial run settles the speed', async () => {
    const seen = [...llama, '--tokens-per-second-per-accelerator', '3200'];
    const { plan } = JSON.parse((await command(['plan', ...seen, '--json'])).out);
    expect(plan.rung).toBe('speed-seen');
    expect(plan.deviceHours.value).toBeCloseTo(2e12 / 3200 / 3600, 6);
  });

  test.each([
    [[...llama, '--hours', '3'], '--hours: the run has its time or its energy already'],
    [[...llama, '--accelerators', 'nothing'], "--accelerators: no accelerator 'nothing'"],
    [
      [...llama, '--mfu', '130%'],
      '--mfu: mfu cannot be 1.3; expected model FLOP utilisation above 0, at most 1',
    ],
    [['examples/good/three-phases.yaml'], '/runs: a plan is of one run'],
  ])('%j is refused', async (args, message) => {
    const { err, out, exit } = await command(['plan', ...args]);
    expect(err).toContain(message);
    expect(out).toBe('');
    expect(exit).toBe(2);
  });
});

describe('what is told of a plan', () => {
  test('reports say that it has not run', async () => {
    const { out } = await command(['report', ...llama, '--format', 'text']);
    expect(out).toMatch(/^The work is planned on 512 NVIDIA A100 SXM4 80GB \(rated 400 W\) for /);
    expect(out).toContain('It has not run yet: its 220,000 chip-hours (90 % range');
  });

  test.each(['model-card', 'codecarbon', 'boamps', 'sci', 'badge', 'neurips'])(
    'a record of what has run takes none: %s',
    async (format) => {
      const { err, exit } = await command(['report', ...llama, '--format', format]);
      expect(err).toMatch(/^--format: .* records what has run, and this run is planned/);
      expect(exit).toBe(2);
    },
  );

  test('compare takes multiples of its tokens', async () => {
    const { out } = await command(['compare', ...llama, '--at-tokens', '0.5,2']);
    expect(out).toContain('On more or fewer tokens');
    expect(out).toMatch(/2 times the tokens .* 100 % more/);
  });
});
