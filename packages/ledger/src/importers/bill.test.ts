import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { calculator } from '@ml-emissions/calculator/full';
import { describe, expect, test } from 'vitest';
import { rowsOf } from '../engine/rows.ts';
import { importFile } from '../import-file.ts';
import { priceLedger } from '../price/price.ts';
import { rejectsOf } from '../rejects.ts';
import { summarise } from '../summary/summary.ts';
import { allOf, folder, ledgerInMemory, mappingOf } from '../testing.ts';
import { readAwsCur } from './aws-cur.ts';
import { readAzureCost } from './azure-cost.ts';
import { instanceOfUsage } from './bill.ts';
import { readFocus } from './focus.ts';
import { readGcpBilling } from './gcp-billing.ts';

// Nobody's bill is here: rows in the columns that the clouds and FOCUS publish.

function written(name: string, text: string): string {
  const path = join(folder(), name);
  writeFileSync(path, text);
  return path;
}
const csv = (...rows: readonly (readonly (string | number)[])[]) =>
  rows
    .map((row) => row.map((cell) => `"${String(cell).replaceAll('"', '""')}"`).join(','))
    .join('\n');

describe('FOCUS', () => {
  const HEADER = [
    'ProviderName',
    'SubAccountName',
    'ChargeCategory',
    'ChargeClass',
    'ServiceCategory',
    'ConsumedQuantity',
    'ConsumedUnit',
    'RegionId',
    'ResourceId',
    'SkuPriceId',
    'ChargePeriodStart',
    'ChargePeriodEnd',
    'SkuPriceDetails',
    'x_UsageType',
    'x_SkuDetails',
  ];
  const row = (over: Readonly<Record<string, string | number>> = {}) => {
    const cells: Readonly<Record<string, string | number>> = {
      ProviderName: 'AWS',
      SubAccountName: 'lab',
      ChargeCategory: 'Usage',
      ServiceCategory: 'Compute',
      ConsumedQuantity: 1,
      ConsumedUnit: 'Hours',
      RegionId: 'us-east-1',
      ResourceId: 'i-1',
      ChargePeriodStart: '2026-03-01T10:00:00Z',
      ChargePeriodEnd: '2026-03-01T11:00:00Z',
      SkuPriceDetails: '{"InstanceType":"p4d.24xlarge","GpuCount":8}',
      ...over,
    };
    return HEADER.map((name) => cells[name] ?? '');
  };
  const read = (...rows: readonly (readonly (string | number)[])[]) =>
    allOf(readFocus(written('focus.csv', csv(HEADER, ...rows))));

  test('hours of a machine in a region, whichever column tells the machine', async () => {
    const { jobs } = await read(
      row(),
      row({
        SkuPriceDetails: '',
        x_UsageType: 'EUW1-SpotUsage:g5.xlarge',
        ConsumedQuantity: 1800,
        ConsumedUnit: 'seconds',
      }),
      row({
        ProviderName: 'Microsoft',
        SkuPriceDetails: '',
        x_SkuDetails: '{"ServiceType":"Standard_NC24ads_A100_v4"}',
        RegionId: 'westeurope',
      }),
      row({
        ServiceCategory: 'AI and Machine Learning',
        SkuPriceDetails: '{"InstanceType":"ml.p5.48xlarge"}',
      }),
    );
    expect(jobs).toMatchObject([
      {
        instance: 'p4d.24xlarge',
        hours: 1,
        place: { provider: 'aws', region: 'us-east-1' },
        project: 'lab',
      },
      { instance: 'g5.xlarge', hours: 0.5 },
      { instance: 'Standard_NC24ads_A100_v4', place: { provider: 'azure', region: 'westeurope' } },
      { instance: 'p5.48xlarge' },
    ]);
  });

  test('what is no use of a machine is left out; what cannot be told is rejected with the reason', async () => {
    const { jobs, rejects, leftOut } = await read(
      row({ ChargeCategory: 'Tax' }),
      row({ ServiceCategory: 'Storage' }),
      row({ ConsumedUnit: 'GB-Hours' }),
      row({ SkuPriceDetails: '' }),
      row({ ProviderName: 'Acme' }),
      row({ ChargeClass: 'Correction', ConsumedQuantity: -1 }),
      row({ ChargePeriodStart: 'March' }),
      row({ ServiceCategory: 'AI and Machine Learning', SkuPriceDetails: '' }),
    );
    expect([jobs.length, leftOut]).toEqual([0, 4]);
    expect(rejects.map(({ line, field }) => [line, field])).toEqual([
      [5, 'SkuPriceDetails'],
      [6, 'ProviderName'],
      [7, 'ChargeClass'],
      [8, 'start'],
    ]);
  });

  test('rows of one hour without a machine of their own are several; the same in another export are the same', async () => {
    const ledger = await ledgerInMemory();
    const put = async (...rows: readonly (readonly (string | number)[])[]) =>
      importFile(ledger, calculator, written('focus.csv', csv(HEADER, ...rows)), {
        mapping: mappingOf({}),
      });
    const bare = row({ ResourceId: '' });
    expect(await put(bare, bare, row())).toMatchObject({ source: 'focus', rows: 3, added: 3 });
    expect(await put(bare, bare, row())).toMatchObject({ added: 0, changed: 0, same: 3 });
    expect(await put(row({ ResourceId: 'i-2' }), bare)).toMatchObject({ added: 1, same: 1 });
  });
});

test("AWS's report, the columns of 2.0 and of before: hours, not lines without a machine or without use", async () => {
  const header = [
    'line_item_line_item_type',
    'line_item_usage_type',
    'line_item_operation',
    'line_item_usage_amount',
    'line_item_usage_start_date',
    'line_item_usage_end_date',
    'line_item_resource_id',
    'line_item_availability_zone',
    'pricing_unit',
    'line_item_usage_account_id',
    'product_region_code',
  ];
  const rows = [
    [
      'Usage',
      'BoxUsage:p4d.24xlarge',
      'RunInstances',
      1,
      '2026-03-01 10:00:00',
      '2026-03-01 11:00:00',
      'i-1',
      'us-east-1a',
      'Hrs',
      1,
      'us-east-1',
    ],
    [
      'SavingsPlanCoveredUsage',
      'EUN1-Train:ml.g5.xlarge',
      'RunInstances',
      2,
      '2026-03-01 10:00:00',
      '2026-03-01 11:00:00',
      'arn:1',
      'eu-north-1b',
      'Hrs',
      1,
      '',
    ],
    [
      'Usage',
      'TimedStorage-ByteHrs',
      '',
      9,
      '2026-03-01 10:00:00',
      '2026-03-01 11:00:00',
      'b',
      '',
      'GB-Mo',
      1,
      'us-east-1',
    ],
    [
      'Usage',
      'UnusedBox:p4d.24xlarge',
      '',
      9,
      '2026-03-01 10:00:00',
      '2026-03-01 11:00:00',
      '',
      '',
      'Hrs',
      1,
      'us-east-1',
    ],
    ['Tax', 'BoxUsage:p4d.24xlarge', '', 0, '2026-03-01 10:00:00', '', '', '', '', 1, ''],
    [
      'Usage',
      'BoxUsage:p4d.24xlarge',
      'RunInstances',
      'x',
      '2026-03-01 10:00:00',
      '',
      'i-1',
      '',
      'Hrs',
      1,
      'us-east-1',
    ],
  ];
  const { jobs, leftOut, rejects } = await allOf(
    readAwsCur(written('cur.csv', csv(header, ...rows))),
  );
  expect([leftOut, rejects.map(({ line, field }) => [line, field])]).toEqual([
    3,
    [[7, 'line_item_usage_amount']],
  ]);
  expect(jobs).toMatchObject([
    {
      instance: 'p4d.24xlarge',
      hours: 1,
      place: { provider: 'aws', region: 'us-east-1' },
      startMs: Date.UTC(2026, 2, 1, 10),
    },
    { instance: 'g5.xlarge', hours: 2, place: { provider: 'aws', region: 'eu-north-1' } },
  ]);
  const old = [
    'lineItem/LineItemType',
    'lineItem/UsageType',
    'lineItem/UsageAmount',
    'lineItem/UsageStartDate',
    'lineItem/ResourceId',
    'product/region',
    'pricing/unit',
  ];
  const legacy = await allOf(
    readAwsCur(
      written(
        'cur1.csv',
        csv(old, [
          'Usage',
          'BoxUsage:p4d.24xlarge',
          1,
          '2026-03-01T10:00:00Z',
          'i-1',
          'us-east-1',
          'Hrs',
        ]),
      ),
    ),
  );
  expect(legacy.jobs).toMatchObject([{ instance: 'p4d.24xlarge', hours: 1, jobId: 'i-1' }]);
});

test.each([
  ['BoxUsage:m5.large', 'm5.large'],
  ['USW2-HostBoxUsage:mac1.metal', 'mac1.metal'],
  ['HostUsage:c5', null],
  ['APS1-Notebk:ml.t3.medium', 't3.medium'],
  ['EU-DedicatedUsage:u-6tb1.metal', 'u-6tb1.metal'],
  ['UnusedBox:p4d.24xlarge', null],
  ['DataTransfer-Out-Bytes', null],
])('the machine of the usage type %s is %s', (usage, instance) => {
  expect(instanceOfUsage(usage)).toBe(instance);
});

test("Google Cloud's export: hours are those of cores over how many a machine has; memory and its own chips are parts", async () => {
  const row = (sku: string, amount: number, spec: string | null = 'a2-highgpu-1g', cores = 12) => ({
    service: { description: 'Compute Engine' },
    sku: { id: sku, description: sku },
    usage_start_time: '2026-03-01 10:00:00 UTC',
    usage_end_time: '2026-03-01 11:00:00 UTC',
    project: { id: 'lab' },
    location: { region: 'us-central1' },
    resource: { name: 'vm-1', global_name: '//compute.googleapis.com/vm-1' },
    usage: { amount, unit: 'seconds' },
    system_labels:
      spec === null
        ? []
        : [
            { key: 'compute.googleapis.com/machine_spec', value: spec },
            { key: 'compute.googleapis.com/cores', value: `${cores}` },
          ],
  });
  const rows = [
    row('A2 Instance Core running in Americas', 12 * 3600),
    row('A2 Instance Ram running in Americas', 85 * 3600),
    row('Nvidia Tesla A100 GPU running in Americas', 3600),
    row('Nvidia Tesla T4 GPU running in Americas', 3600, 'n1-standard-4', 4),
    row('N1 Predefined Instance Core running in Americas', 3600, null),
    { ...row('Storage PD Capacity', 1), service: { description: 'Cloud Storage' } },
    { ...row('Custom Training A100 GPU', 1), service: { description: 'Vertex AI' } },
  ];
  const path = written('bill.ndjson', rows.map((one) => JSON.stringify(one)).join('\n'));
  const { jobs, parts, leftOut, rejects } = await allOf(readGcpBilling(path));
  expect([parts, leftOut]).toEqual([2, 1]);
  expect(rejects.map(({ line, field }) => [line, field])).toEqual([
    [4, 'sku'],
    [5, 'system_labels'],
    [7, 'sku'],
  ]);
  expect(jobs).toMatchObject([
    {
      instance: 'a2-highgpu-1g',
      hours: 1,
      place: { provider: 'gcp', region: 'us-central1' },
      project: 'lab',
    },
  ]);
});

test("Azure's cost details: the machine of additionalInfo, hours alone", async () => {
  const header = [
    'Date',
    'MeterCategory',
    'MeterName',
    'UnitOfMeasure',
    'Quantity',
    'ResourceLocation',
    'ResourceId',
    'AdditionalInfo',
    'SubscriptionName',
    'ChargeType',
  ];
  const info = '{"ServiceType":"Standard_NC24ads_A100_v4","VCPUs":24}';
  const rows = [
    [
      '03/01/2026',
      'Virtual Machines',
      'NC24ads A100 v4',
      '1 Hour',
      24,
      'westeurope',
      '/vm/1',
      info,
      'lab',
      'Usage',
    ],
    [
      '03/01/2026',
      'Virtual Machines',
      'NC24ads A100 v4',
      '100 Hours',
      1,
      'westeurope',
      '/vm/2',
      info,
      'lab',
      'Usage',
    ],
    [
      '03/01/2026',
      'Virtual Machines',
      'D2',
      '1 Hour',
      1,
      'westeurope',
      '/vm/3',
      '',
      'lab',
      'Usage',
    ],
    ['03/01/2026', 'Storage', 'Disk', '1/Month', 1, 'westeurope', '/d/1', '', 'lab', 'Usage'],
    [
      '03/01/2026',
      'Virtual Machines',
      'D2',
      '1 Hour',
      1,
      'westeurope',
      '/r/1',
      '',
      'lab',
      'Purchase',
    ],
  ];
  const { jobs, leftOut, rejects } = await allOf(
    readAzureCost(written('cost.csv', csv(header, ...rows))),
  );
  expect([leftOut, rejects.map(({ line, field }) => [line, field])]).toEqual([
    2,
    [
      [3, 'unitOfMeasure'],
      [4, 'additionalInfo'],
    ],
  ]);
  expect(jobs).toMatchObject([
    {
      instance: 'Standard_NC24ads_A100_v4',
      hours: 24,
      startMs: Date.UTC(2026, 2, 1),
      project: 'lab',
    },
  ]);
});

test('a bill is priced as its machines are, with the hours of their chips', async () => {
  const ledger = await ledgerInMemory();
  const header = [
    'line_item_line_item_type',
    'line_item_usage_type',
    'line_item_usage_amount',
    'line_item_usage_start_date',
    'line_item_resource_id',
    'pricing_unit',
    'product_region_code',
  ];
  const row = (type: string, hours: number, region = 'us-east-1') => [
    'Usage',
    `BoxUsage:${type}`,
    hours,
    '2026-03-01T10:00:00Z',
    `i-${type}-${region}`,
    'Hrs',
    region,
  ];
  const path = written(
    'cur.csv',
    csv(
      header,
      row('p4d.24xlarge', 3),
      row('m5.large', 24),
      row('zz9.large', 1),
      row('p4d.24xlarge', 1, 'mars-1'),
    ),
  );
  const done = await importFile(ledger, calculator, path, { mapping: mappingOf({}) });
  expect(done).toMatchObject({ source: 'aws-cur', rows: 4, jobs: 2, rejected: 2 });
  expect((await rejectsOf(ledger)).map(({ field }) => field)).toEqual(['instance', 'place/region']);
  expect(await priceLedger(ledger.engine, calculator)).toMatchObject({ jobs: 2, priced: 2 });
  const rows = await rowsOf(
    ledger.connection,
    'SELECT kg_co2e, kg_co2e_low, kg_co2e_high, embodied_kg_co2e FROM priced ORDER BY hours',
  );
  for (const [at, [instance, hours]] of [
    ['p4d.24xlarge', 3] as const,
    ['m5.large', 24] as const,
  ].entries()) {
    const parsed = calculator.parseRun({
      instance,
      hours,
      place: { provider: 'aws', region: 'us-east-1' },
      year: 2026,
    });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    const { operational, embodied } = calculator.estimate(parsed.run);
    expect(Number(rows[at]?.kg_co2e) / operational.kgCo2e.value).toBeCloseTo(1, 12);
    expect(Number(rows[at]?.kg_co2e_low) / (operational.kgCo2e.low ?? 0)).toBeCloseTo(1, 9);
    expect(Number(rows[at]?.kg_co2e_high) / (operational.kgCo2e.high ?? 0)).toBeCloseTo(1, 9);
    expect(Number(rows[at]?.embodied_kg_co2e) / (embodied.kgCo2e?.value ?? 0)).toBeCloseTo(1, 12);
  }
  const [withChips] = await summarise(ledger.engine, ['accelerator']);
  expect(withChips).toMatchObject({
    deviceHours: 24,
    keys: { accelerator: 'nvidia-a100-sxm4-40gb' },
  });
});
