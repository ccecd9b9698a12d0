import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { test } from 'vitest';
import { calculator } from '../../full.ts';

test('x', () => {
  const rows = parse(readFileSync('../shared/cases/hardware_strings.csv'), {
    columns: true,
  }) as Record<string, string>[];
  const kinds = new Set([
    'provider + region',
    'geographical_location',
    'CodeCarbon region',
    'CodeCarbon country',
    'grid zone',
  ]);
  const extra = [
    'Paris, France',
    'Brooklyn, NY, USA',
    'Quebec, Canada',
    'Canada (Alberta)',
    'USA (Texas)',
    'Viet Nam',
    'U.K.',
    'Hong Kong SAR',
    'Deutschland',
    'España',
    'Wales',
    'Jersey',
    'Zealand',
    'National Grid',
    'uk',
    'Georgia',
    'Tbilisi, Georgia',
    'Georgia, USA',
    'NA',
    'Chicago, IL',
    'Berlin, DE',
    'Toronto, CA',
    'EU',
    'stockholm county',
    'Scotland',
    'CAISO',
    'US-NYISO',
    'DE-LU',
    'EEE',
    'WOR',
    'Frence',
    'Korea, Republic of',
    'Iran, Islamic Republic of',
    'Russian Federation',
    '日本',
    'London, UK',
    'London, Ontario',
    'Punjab',
    'New York, NY',
    'San Francisco, California, USA',
    'Munich, Bavaria, Germany',
    'Texas',
    'Northern Ireland',
    'Greater London',
    'Tokyo',
    'Taiwan',
    'Czechia',
    'Ivory Coast',
    "Côte d'Ivoire",
    'Turkey',
    'Macau',
    'Mumbai, Maharashtra',
    'Zürich, Schweiz',
    'Santiago, Chile',
    'Lagos',
    'world average',
    'us-east-1',
    'Bay Area',
    'Montreal',
    'Ontario',
    'Victoria',
    'Lausanne, Switzerland (EPFL)',
    'AWS us-east-1',
  ].map((s) => ({ string: s, expected: '?', kind: 'country' }));
  const cloud = [
    ['AWS', 'EU West'],
    ['Azure', 'EuropeWest'],
    ['Azure', 'useast'],
    ['Azure', 'useast2'],
    ['GCP', 'us-central1-a'],
    ['AWS', 'us-east-1a'],
    ['Microsoft Azure', 'West Europe'],
    ['GCP', 'Frankfurt'],
    ['AWS', 'Wales'],
    ['Lambda Labs', 'Texas'],
    ['azure', 'north europe'],
    ['AWS', 'EU (Ireland)'],
    ['AWS', 'US East (N. Virginia)'],
    ['GCP', 'Iowa'],
    ['aws', 'frankfurt'],
    ['Jean Zay', 'France'],
    ['University cluster', 'Munich, Germany'],
    ['AWS', 'Ireland'],
    ['aws', 'eu-west'],
    ['Kaggle', 'unknown'],
  ].map(([a, b]) => ({ string: `${a} | ${b}`, expected: '?', kind: 'provider + region' }));
  const out = [...rows.filter((r) => kinds.has(r.kind!)), ...extra, ...cloud].map(
    ({ string, expected, kind }) => {
      const place =
        kind === 'provider + region'
          ? { provider: string!.split(' | ')[0], region: string!.split(' | ')[1] }
          : { country: string };
      const p = calculator.parseRun({ hardware: [{ accelerator: 'T4' }], hours: 1, place });
      return `${string}  ==> ${p.ok ? JSON.stringify(p.run.place) + ' ' + JSON.stringify(p.run.readings?.map((r) => r.dropped) ?? '') : p.problems.map((x) => `${x.code} ${x.suggestions}`).join()}   [${expected}]`;
    },
  );
  console.log(out.join('\n'));
});
