import { FORMATS } from '@ml-emissions/report';
import { expect, test } from 'vitest';
import { formOf } from '../state/form.ts';
import { fieldFor } from './fields.ts';

const on = (place: object) =>
  formOf({ hardware: [{ accelerator: 'T4', count: 1 }], hours: 1, place });
const cloud = on({ provider: 'gcp', region: 'us-central1' });

test('a place is told where its provider asks for it', () => {
  const field = '/place/region';
  expect(fieldFor({ field }, cloud)).toBe('region');
  expect(fieldFor({ field }, on({ zone: 'FR' }))).toBe('zone');
  expect(fieldFor({ field }, on({ site: 'jean-zay' }))).toBe('namedSite');
});

test('a run that is told by its energy has its hardware told first', () => {
  const metered = formOf({ energyKwh: 320, place: { zone: 'FR' } });
  expect(fieldFor({ field: '/hardware/0/accelerator' }, metered)).toBe('chip');
  expect(fieldFor({ field: null }, metered)).toBeNull();
});

test('every field that a form asks for is on the page', async () => {
  const { askedOf, reportOf } = await import('@ml-emissions/report');
  const { calculator } = await import('@ml-emissions/calculator/full');
  const parsed = calculator.parseRun({
    hardware: [{ accelerator: 'T4', count: 1 }],
    hours: 1,
    place: { country: 'FR' },
  });
  if (!parsed.ok) throw new Error('no run');
  const report = reportOf(calculator.estimate(parsed.run), { date: '2026-11-30', version: '0' });
  const asks = [...new Set(Object.values(FORMATS).flatMap((format) => format.asks))];
  for (const asked of askedOf(report, asks)) {
    if (asked.field !== null) expect(fieldFor(asked, cloud), asked.ask).not.toBeNull();
  }
});
