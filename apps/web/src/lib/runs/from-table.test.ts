import { readFileSync } from 'node:fs';
import { calculator } from '@ml-emissions/calculator/full';
import { describe, expect, test } from 'vitest';
import { draftOf } from '../state/form.ts';
import { MOST_RUNS } from '../state/project.ts';
import { formsOfTable } from './from-table.ts';

function runsOf(text: string) {
  const read = formsOfTable(text);
  if (!read.ok) throw new Error(JSON.stringify(read));
  return { ...read, drafts: read.forms.map(draftOf) };
}

describe('a table that was pasted', () => {
  test('from a spreadsheet: columns in any order, units behind their names', () => {
    const { drafts, unread } = runsOf(
      'Run\tGPU\tGPUs\tTime (h)\tCountry\tNotes\nbase\tA100 SXM4 80GB\t8\t12.5\tFrance\twarm\nlarge\tH100 SXM5 80GB\t64\t2d4h\tDE\t\n',
    );
    expect(unread).toEqual(['Notes']);
    expect(drafts).toMatchObject([
      {
        name: 'base',
        hardware: [{ accelerator: 'A100 SXM4 80GB', count: 8 }],
        hours: 12.5,
        place: { zone: 'France' },
      },
      { name: 'large', hardware: [{ count: 64 }], hours: '2d4h', place: { zone: 'DE' } },
    ]);
    for (const draft of drafts) expect(calculator.parseRun(draft as never).ok).toBe(true);
  });

  test('commas, semicolons, a cloud with its region, seconds, energy and chip-hours', () => {
    expect(
      runsOf('name,accelerator,count,seconds,provider,region\n"a, b",T4,1,7200,GCP,us-central1\n')
        .drafts,
    ).toMatchObject([
      { name: 'a, b', hours: 2, place: { provider: 'gcp', region: 'us-central1' } },
    ]);
    const { drafts } = runsOf('accelerator;gpu-hours;zone\nA100 SXM4 80GB;800;FR\n\nT4;;FR\n');
    expect(drafts).toMatchObject([{}, { hardware: [{ accelerator: 'T4' }] }]);
    const parsed = calculator.parseRun(drafts[0] as never);
    expect(parsed.ok && parsed.run).toMatchObject({ deviceHours: 800 });
    expect(runsOf('energy (kWh),country\n320,FR\n').drafts).toMatchObject([
      { energyKwh: 320, place: { zone: 'FR' } },
    ]);
  });

  test.each([
    ['gpu;hours;kwh;country\nT4;12,5;1.234,5;FR\n', { hours: 12.5, energyKwh: 1234.5 }],
    // A point elsewhere says that commas are not what parts a number.
    ['gpu;hours;count;country\nT4;12.5;1,000;FR\n', { hours: 12.5, hardware: [{ count: 1000 }] }],
  ])('a comma in a file of semicolons: %j', (text, said) => {
    expect(runsOf(text).drafts).toMatchObject([said]);
  });

  test('what is wrong with a cell stays in its field, where it is told', () => {
    const { forms, drafts } = runsOf('gpu,count,hours,country\nA1000000,two,10,FR\n');
    expect(forms[0]).toMatchObject({ accelerator: 'A1000000', count: 'two' });
    const parsed = calculator.parseRun(drafts[0] as never);
    expect(parsed.ok ? [] : parsed.problems.map(({ field }) => field).sort()).toEqual([
      '/hardware/0/accelerator',
      '/hardware/0/count',
    ]);
  });

  test.each([
    ['', 'no-rows'],
    ['name,gpu', 'no-rows'],
    ['colour,size\nred,3', 'no-columns'],
    ['8 x A100 for 100 hours', 'no-rows'],
    ['gpu,hours\n"T4,1', 'broken'],
  ])('%j is told as %s', (text, fault) => {
    expect(formsOfTable(text)).toMatchObject({ ok: false, fault });
  });

  test('as many runs as the page holds are taken, and no more', () => {
    const rows = (count: number) => `gpu,hours\n${'T4,1\n'.repeat(count)}`;
    expect(formsOfTable(rows(MOST_RUNS))).toMatchObject({ ok: true });
    const detail = String(MOST_RUNS + 1);
    expect(formsOfTable(rows(MOST_RUNS + 1))).toEqual({ ok: false, fault: 'many', detail });
  });
});

describe('files of tools', () => {
  test("CodeCarbon's: a row that grew is one run, its energy without its PUE", () => {
    const head =
      'timestamp,project_name,run_id,experiment_id,duration,emissions,energy_consumed,country_iso_code,cloud_provider,cloud_region,gpu_count,gpu_model,on_cloud,pue';
    const row = (id: string, seconds: number, kWh: number, more: string) =>
      `2026-03-01T10:00:00,vision,${id},x,${seconds},1,${kWh},FRA,,,${more}`;
    const { drafts } = runsOf(
      [
        head,
        row('a', 1800, 1.2, '2,2 x NVIDIA T4,N,1.2'),
        row('a', 3600, 2.4, '2,2 x NVIDIA T4,N,1.2'),
        row('b', 3600, 1, '1,1 x NVIDIA T4,N,1.0'),
      ].join('\n'),
    );
    expect(drafts).toMatchObject([
      {
        name: 'vision',
        hours: 1,
        energyKwh: 2,
        energyScope: 'components',
        pue: 1.2,
        hardware: [{ accelerator: 'NVIDIA T4', count: 2 }],
        place: { zone: 'FRA' },
      },
      { energyKwh: 1, hours: 1 },
    ]);
  });

  test("Slurm's: jobs without their steps, with the chips that were allocated", () => {
    const { drafts } = runsOf(
      [
        'JobIDRaw|JobName|ElapsedRaw|AllocTRES',
        '7|train|7200|billing=8,cpu=8,gres/gpu:a100=4,gres/gpu=4,node=1',
        '7.batch|batch|7200|cpu=8,gres/gpu:a100=4,gres/gpu=4,node=1',
        '8|eval|3600|cpu=8,node=1',
      ].join('\n'),
    );
    expect(drafts).toMatchObject([
      { name: 'train', hours: 2, hardware: [{ accelerator: 'a100', count: 4 }] },
      { name: 'eval', hours: 1 },
    ]);
    expect(drafts).toHaveLength(2);
  });

  test('of Slurm: what never ran is left out, and a time that is none is told by its row', () => {
    const { drafts, rejected, leftOut } = runsOf(
      [
        'JobID|JobName|State|Start|Elapsed|AllocTRES',
        '7|train|COMPLETED|2026-03-31T23:30:00|1-02:00:00|gres/gpu:a100=2,gres/gpu:t4=1,gres/gpu=3',
        '8|waits|PENDING|Unknown|00:00:00|',
        '9|odd|COMPLETED|2026-04-01T00:00:00|soon|gres/gpu=1',
      ].join('\n'),
    );
    expect(drafts).toMatchObject([
      {
        name: 'train',
        hours: 26,
        start: '2026-03-31',
        hardware: [
          { accelerator: 'a100', count: 2 },
          { accelerator: 't4', count: 1 },
        ],
      },
    ]);
    expect([rejected, leftOut]).toEqual([[{ row: 3, column: 'Elapsed' }], 1]);
  });

  test("Weights & Biases': the run table tells times, and chips where it has their columns", () => {
    const head =
      '"Name","State","Notes","User","Tags","Created","Runtime","Sweep","GPU Type","GPU Count","lr"';
    const { drafts, forms, rejected, leftOut, unread } = runsOf(
      [
        head,
        '"resnet, small","finished","","ann","","2026-11-29T23:40:00.000Z","7200","","NVIDIA A100-SXM4-80GB","2","0.1"',
        '"bare","crashed","","ann","","2026-12-01T03:40:00.000Z","3600","","","","0.1"',
        '"never","failed","","ann","","2026-12-01T03:40:00.000Z","0","","","","0.1"',
        '"odd","finished","","ann","","yesterday","3600","","","","0.1"',
      ].join('\n'),
    );
    expect(drafts).toMatchObject([
      {
        name: 'resnet, small',
        hours: 2,
        start: '2026-11-29',
        hardware: [{ accelerator: 'NVIDIA A100-SXM4-80GB', count: 2 }],
      },
      { name: 'bare', hours: 1, start: '2026-12-01' },
    ]);
    expect(drafts).toHaveLength(2);
    // Neither a place nor chips are made up: they are asked.
    expect(forms[1]).toMatchObject({ chip: 'listed', accelerator: '', count: '', zone: '' });
    expect(calculator.parseRun(drafts[1] as never).ok).toBe(false);
    expect([rejected, leftOut, unread]).toEqual([[{ row: 4, column: 'created' }], 1, []]);
  });

  test("Weights & Biases' JSON: lists of runs, and power over time", () => {
    const runs = [
      {
        id: 'UnVuOnYx',
        name: 'g3tg2lvf',
        displayName: 'resnet-50',
        state: 'killed',
        createdAt: '2026-11-30T03:40:00Z',
        summaryMetrics: '{"_runtime": 7200.5, "_wandb": {"runtime": 7200}}',
        metadata: '{"gpu": "NVIDIA L4", "gpu_count": 1}',
      },
    ];
    expect(runsOf(JSON.stringify(runs)).drafts).toMatchObject([
      { name: 'resnet-50', hours: 2, hardware: [{ accelerator: 'NVIDIA L4', count: 1 }] },
    ]);
    const sample = 'packages/ledger/src/importers/samples/wandb-0.31.0-system.json';
    const { drafts } = runsOf(readFileSync(sample, 'utf8'));
    expect(drafts).toMatchObject([
      { name: 'g3tg2lvf', hours: 0.0326388889, hardware: [{ count: 2 }] },
      { name: 'h7k2mm1q' },
    ]);
    const [{ powerW } = { powerW: 0 }] = (drafts[0]?.hardware ?? []) as { powerW: number }[];
    expect(powerW).toBeGreaterThan(75.31);
    expect(powerW).toBeLessThan(408.27);
  });

  test('sacct --json', () => {
    const sample = 'packages/ledger/src/importers/samples/sacct-22.05.8.json';
    const { drafts } = runsOf(readFileSync(sample, 'utf8'));
    expect(drafts.length).toBeGreaterThan(1);
    for (const { hours, name } of drafts)
      expect([typeof hours, typeof name]).toEqual(['number', 'string']);
  });

  test.each([
    ['[{"colour": "red"}]', 'no-columns'],
    ['[{"createdAt": ', 'broken'],
    ['JobID|Elapsed|AllocTRES\n7|00:00:00|gres/gpu=1', 'no-runs'],
  ])('%j is told as %s', (text, fault) => {
    expect(formsOfTable(text)).toMatchObject({ ok: false, fault });
  });
});
