import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { calculator } from '../full.ts';

const { estimate, parseRun } = calculator;

const folder = new URL('../../../../data/editions/2019-paper/', import.meta.url);
const read = (file: string) => readFileSync(new URL(file, folder), 'utf8');
const rows = (file: string): Record<string, string>[] => parse(read(file), { columns: true });

const regions = rows('regions.csv');
const hardware = rows('accelerators.csv');
const HOURS = 100;

function kgCo2e(accelerator: string, provider: string, region: string): number {
  const parsed = parseRun({
    hardware: [{ accelerator }],
    hours: HOURS,
    place: { provider, region },
    method: 'lacoste-2019',
    edition: '2019-paper',
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return estimate(parsed.run).operational.kgCo2e.value;
}

describe('every pair of the paper’s hardware and regions', () => {
  test('all of Appendix A and B is there', () => {
    expect(regions).toHaveLength(74);
    expect(hardware).toHaveLength(11);
  });

  test.each(hardware.map(({ name, tdp_w }) => ({ name: name as string, tdpW: Number(tdp_w) })))(
    '$name: TDP x hours x intensity, unrounded, in all 74 regions',
    ({ name, tdpW }) => {
      for (const { provider, region, carbon_intensity_g_per_kwh } of regions) {
        const printed = (tdpW / 1000) * HOURS * (Number(carbon_intensity_g_per_kwh) / 1000);
        const got = kgCo2e(name, provider as string, region as string);
        expect(Math.abs(got - printed)).toBeLessThanOrEqual(4 * Number.EPSILON * printed);
      }
    },
  );
});

test('the edition is frozen: its files are the ones that were released', () => {
  const digests = ['accelerators.csv', 'offsets.csv', 'regions.csv'].map((file) =>
    createHash('sha256').update(read(file)).digest('hex').slice(0, 16),
  );
  expect(digests).toMatchInlineSnapshot(`
    [
      "b8b2aab0036fb399",
      "301d2f16e82bcd82",
      "cd1b9329ffd320eb",
    ]
  `);
});

// Read off the printed appendices by hand.
test.each([
  ['Tesla V100', 'gcp', 'northamerica-northeast1', 300, 20],
  ['RTX 2080 Ti', 'azure', 'centralus', 250, 736.6],
  ['AGX Xavier', 'azure', 'southafricanorth', 30, 1009],
  ['Intel Xeon E5-2699', 'aws', 'ap-south-1', 145, 920],
])('%s in %s %s: %d W at %d g/kWh', (name, provider, region, watts, grams) => {
  expect(kgCo2e(name, provider, region)).toBeCloseTo((watts * HOURS * grams) / 1e6, 10);
});
