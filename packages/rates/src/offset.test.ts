import { quoted } from '@ml-emissions/model';
import { expect, test } from 'vitest';
import { offsetOf } from './offset.ts';
import { current, editionWith, runOf, type Told } from './testing.ts';

const claim = (provider: string, year: number | null, offsetFraction: number | null) => ({
  provider,
  year,
  offsetFraction,
  sourceId: `s${year}` as never,
  note: `of ${year}`,
});
const edition = editionWith({
  offsetClaims: [
    claim('p', 2022, 0.9),
    claim('p', 2020, 0.7),
    claim('p', 2023, null),
    claim('q', 2024, 1),
    claim('r', null, 0.3),
    claim('r', null, 0.4),
  ],
});
const of = (run: Told) => offsetOf(edition, runOf(run));
const at = (provider: string, more: Told = {}) => of({ place: { provider, region: 'x' }, ...more });
const NOBODY = { fraction: null, kind: 'sourced', sourceId: null, year: null, said: null };

test('as given, 0 too', () => {
  expect(at('p', { offsetFraction: 0.5 })).toEqual({
    fraction: 0.5,
    kind: 'given',
    sourceId: null,
    year: null,
    said: null,
  });
  expect(at('p', { offsetFraction: 0 }).fraction).toBe(0);
});

test('the provider’s newest claim of a share', () => {
  expect(at('p')).toEqual({
    fraction: 0.9,
    kind: 'sourced',
    sourceId: 's2022',
    year: 2022,
    said: quoted('of 2022'),
  });
  expect(at('q').fraction).toBe(1);
});

test('that was made by the year of the run', () => {
  expect(at('p', { year: 2021 }).fraction).toBe(0.7);
  expect(at('p', { start: '2022-03-01' }).fraction).toBe(0.9);
  expect(at('p', { year: 2019 })).toEqual(NOBODY);
});

test('one without a year stands for every year; the first of several', () => {
  expect(at('r').fraction).toBe(0.3);
  expect(at('r', { year: 1999 }).fraction).toBe(0.3);
});

test('nobody’s where no provider is named, or it claims nothing', () => {
  expect(of({})).toEqual(NOBODY);
  expect(of({ place: { country: 'FR' } })).toEqual(NOBODY);
  expect(at('z')).toEqual(NOBODY);
  expect(
    offsetOf(current, runOf({ place: { provider: 'gcp', region: 'us-central1' } })),
  ).toMatchObject({
    fraction: 1,
    year: 2024,
    sourceId: 'google-env',
  });
});
