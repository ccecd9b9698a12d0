import type { SlimRow } from '@ml-emissions/calculator/bulk';
import { expect, test } from 'vitest';
import { Bytes } from './bytes.ts';
import { slimJson } from './slim-json.ts';

test('a row is what JSON.stringify makes of it, its line first', () => {
  const row: SlimRow = {
    name: 'a "quoted" name of a Müllerin\n',
    runs: 2,
    accelerator: null,
    count: 8,
    deviceHours: 0.25,
    zone: 'FR',
    method: 'full',
    edition: '2026.2',
    scope: 'lifecycle',
    energyKwh: { value: 320, low: 250, high: 410.5, mean: 330 },
    operational: { kgCo2e: { value: 1.5, low: 1, high: 2 } },
    embodied: { kgCo2e: null },
    total: { kgCo2e: { value: 1.5 } },
    water: { onSiteL: null, offSiteL: { value: 0, low: 0, high: 0 } },
    warnings: ['tdp-varies', 'read-as'],
  };
  const bytes = new Bytes();
  slimJson(7, row, bytes);
  expect(bytes.take().toString()).toBe(`${JSON.stringify({ line: 7, ...row })}\n`);
});
