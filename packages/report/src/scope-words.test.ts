import { expect, test } from 'vitest';
import { basisWords, ghgProtocolWords } from './scope-words.ts';
import { reportWith, resultOf } from './testing.ts';

const grid = resultOf().carbonIntensityGPerKwh;
const ofScope = (scope: 'lifecycle' | 'direct' | null) =>
  resultOf({ carbonIntensityGPerKwh: { ...grid, scope } });

test.each([
  [['lifecycle'], 'location-based, lifecycle grid'],
  [['direct', 'direct'], 'location-based, direct grid'],
  [['direct', 'lifecycle'], 'location-based'],
  [[null], 'location-based'],
  [[null, 'direct'], 'location-based'],
] as const)('the basis of runs of %o', (scopes, words) => {
  expect(basisWords({ runs: scopes.map(ofScope) })).toBe(words);
});

test.each([
  [
    180,
    60,
    'Scope 2, location-based: 180 kg CO2e; Scope 3, category 3 (fuel and plants, without losses of the lines): 60 kg CO2e.',
  ],
  [
    180,
    null,
    'Scope 2, location-based: 180 kg CO2e; Scope 3, category 3 (fuel and plants, without losses of the lines): not known.',
  ],
  [
    null,
    60,
    'Scope 2, location-based: not known; Scope 3, category 3 (fuel and plants, without losses of the lines): 60 kg CO2e.',
  ],
])('Scope 2 of %o and Scope 3 of %o kg', (direct, before, words) => {
  const report = reportWith([resultOf()], {
    scope2: direct === null ? null : { value: direct },
    scope3Category3: before === null ? null : { value: before },
  });
  expect(ghgProtocolWords(report)).toContain(words);
  expect(ghgProtocolWords(report)).toContain('For a customer of a cloud both are Scope 3.');
});

test('neither known is one sentence', () => {
  const report = reportWith([resultOf()], { scope2: null, scope3Category3: null });
  expect(ghgProtocolWords(report)).toBe(
    'What of this is Scope 2 and what Scope 3 of the GHG Protocol is not known.',
  );
});
