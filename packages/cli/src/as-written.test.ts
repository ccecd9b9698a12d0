import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { estimate, list, parseRun, show } from './calculator.ts';
import { command } from './testing.ts';

// Whatever way a text comes in, it is taken for the same thing, or refused for the same reason.

const folder = mkdtempSync(join(tmpdir(), 'ml-emissions-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What a run of a text is: its machine and place; or why it is refused. */
function taken({ machine, location }: ReturnType<typeof estimate>): string {
  const { accelerators, cpu, instance } = machine;
  const chips = accelerators.map(({ id, count }) => `${count} x ${id}`);
  return JSON.stringify({ chips, cpu, instance, location });
}

const refusedFor = (problems: readonly { code: string; field: string }[]) =>
  problems.map(({ code, field }) => `${code} ${field}`).join(', ');

function byLibrary(input: object): string {
  const parsed = parseRun(input);
  return parsed.ok ? taken(estimate(parsed.run)) : refusedFor(parsed.problems);
}

function told({ out, err }: { readonly out: string; readonly err: string }): string {
  const text = out.trim() === '' ? err : out;
  const answer = JSON.parse(text);
  return answer.machine ? taken(answer) : refusedFor(answer.problems);
}

async function byFile(input: object): Promise<string> {
  const file = join(folder, 'run.json');
  writeFileSync(file, JSON.stringify(input));
  return told(await command(['estimate', file, '--json']));
}

async function byLine(input: object): Promise<string> {
  const file = join(folder, 'runs.ndjson');
  writeFileSync(file, `${JSON.stringify(input)}\n`);
  return told(await command(['estimate', '--ndjson', '--full', file]));
}

const HARDWARE = [
  '8 v100 GPUs',
  '512 NVIDIA A100 GPUs',
  'A100x4',
  '2x3090',
  'NVIDIA 2xH200',
  '384 A100 80GB GPUs',
  '32 TPUv3 chips',
  '1 x RTX 3090 + CPU',
  'RTX A5000 24GB',
  'H200 140GB',
  'GB200 NVL72',
  'DGX A100',
  'TPU v3-8',
  'v5e-256',
  'v5litepod-256',
  'TPU v5e 16x16',
  'ironwood-256',
  'NVIDIA A100-SXM4-40GB MIG 1g.5gb',
  'gres/gpu:nvidia_geforce_rtx_2080_ti=1',
  'gpu:a100:4',
  'EPYC 7763',
  '12 x Intel(R) Core(TM) i7-9750H CPU @ 2.60GHz (CPU), 1 x NVIDIA GeForce GTX 1650 (GPU)',
  '0.5x T4',
  '2 x Intel Xeon Platinum 8480+',
  'p4d.24xlarge',
  'a chip that nobody made',
];

describe.each(HARDWARE)('%s', (accelerator) => {
  const rest = { hours: 1, carbonIntensityGPerKwh: 100 };
  const input = { ...rest, hardware: [{ accelerator }] };

  test('by flag, file and line', async () => {
    const expected = byLibrary(input);
    const flags = ['--hours', '1', '--carbon-intensity', '100', '--json'];
    const flagged = await command(['estimate', '--accelerator', accelerator, ...flags]);
    expect.soft(told(flagged), 'flag').toBe(expected);
    expect.soft(await byFile(input), 'file').toBe(expected);
    expect.soft(await byLine(input), 'line').toBe(expected);
  });

  test('shown and listed', () => {
    const parsed = parseRun(input);
    const ids = parsed.ok ? parsed.run.hardware.map((one) => one.accelerator) : [];
    const shown = show(accelerator).flatMap(({ row }) => [
      'id' in row ? row.id : undefined,
      'acceleratorId' in row ? row.acceleratorId : undefined,
      ...('acceleratorIds' in row ? row.acceleratorIds : []),
    ]);
    for (const id of ids) {
      expect(shown).toContain(id);
      const rows = [
        ...list('accelerators', accelerator).map((row) => row.id),
        ...list('slices', accelerator).map((row) => row.acceleratorId),
        ...list('instances', accelerator).flatMap((row) => row.acceleratorIds as string[]),
      ];
      expect(rows).toContain(id);
    }
  });
});

const PLACES = [
  'Paris, France',
  'Brooklyn, NY, USA',
  'Quebec, Canada',
  'Canada (Alberta)',
  'Viet Nam',
  'U.K.',
  'Hong Kong SAR',
  'Deutschland',
  'Wales',
  'Jersey',
  'Zealand',
  'National Grid',
  'NA',
  'CAISO',
  'DE-LU',
  'stockholm county',
  'Jean Zay',
  'Azure West Europe',
  'us-east-1a',
  'EuropeWest',
];

describe.each(PLACES)('%s', (zone) => {
  const input = { hardware: [{ accelerator: 'T4', count: 2 }], hours: 1, place: { zone } };

  test('by flag, file and line', async () => {
    const expected = byLibrary(input);
    const flags = ['--accelerator', 'T4', '--count', '2', '--hours', '1', '--json'];
    expect.soft(told(await command(['estimate', '--zone', zone, ...flags])), 'flag').toBe(expected);
    expect.soft(await byFile(input), 'file').toBe(expected);
    expect.soft(await byLine(input), 'line').toBe(expected);
  });

  test('shown', () => {
    const parsed = parseRun(input);
    const { place } = parsed.ok ? parsed.run : {};
    const shown = show(zone).flatMap(({ row }) => [
      'id' in row ? row.id : row,
      'region' in row ? row.region : row,
    ]);
    // The last part of a place names it: a zone, a site, or a region behind its provider.
    if (place) expect(shown).toContain(Object.values(place).at(-1));
  });
});
