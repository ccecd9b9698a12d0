import { expect, test } from 'vitest';
import { calculator } from '../../packages/calculator/src/full.ts';
import { FORMATS, reportOf } from '../../packages/report/src/index.ts';
import { hostWords, placeWords } from '../../packages/report/src/run-words.ts';

const { estimate, parseRun } = calculator;

function resultAt(place: object) {
  const parsed = parseRun({ hardware: [{ accelerator: 'T4' }], hours: 10, place });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return estimate(parsed.run);
}

test.each([
  [{ site: 'jean-zay' }, 'Jean Zay (Orsay, France)', 'Jean Zay'],
  [{ site: 'google-colab' }, 'Google Colab', 'Google Colab (Google Cloud)'],
  [{ site: 'nebius' }, 'Nebius', 'Nebius'],
  [{ provider: 'gcp', country: 'FR' }, 'Google Cloud (France)', 'Google Cloud'],
  [
    { provider: 'gcp', region: 'us-central1' },
    'Google Cloud us-central1 (Council Bluffs, United States)',
    'Google Cloud',
  ],
  [{ country: 'FR' }, 'France', ''],
])('%j: %s', (place, where, whose) => {
  const result = resultAt(place);
  expect(placeWords(result)).toBe(where);
  expect(hostWords(result)).toBe(whose);
});

test.each([{ site: 'google-colab' }, { provider: 'gcp', country: 'FR' }])(
  '%j: every report is written, and none says undefined',
  (place) => {
    const report = reportOf(resultAt(place), { date: '2026-11-25', version: '0.1.0' });
    for (const { write } of Object.values(FORMATS)) {
      expect(JSON.stringify(write(report, {}))).not.toMatch(/undefined|\[object|null null/);
    }
  },
);
