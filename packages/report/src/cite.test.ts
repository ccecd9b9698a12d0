import { expect, test } from 'vitest';
import { bibtex, madeWith } from './cite.ts';
import { reportWith, resultOf } from './testing.ts';

const older = resultOf({ edition: { id: '2026-05', hash: 'x' }, method: 'lacoste-2019' });

test('each edition and method is named once', () => {
  expect(madeWith(reportWith([resultOf(), older, resultOf()]))).toBe(
    'ML Emissions Calculator 0.1.0, method full, lacoste-2019, data edition 2026-11, 2026-05, 2026-11-30',
  );
});

test('BibTeX of the tool is in the language of the report', () => {
  const text = bibtex(reportWith([resultOf()], { language: 'fr' }));
  expect(text).toContain('version 0.1.0, édition des données 2026-11},');
  expect(text).toContain('note   = {Méthode full, calcul du 2026-11-30}');
});

test('BibTeX of the paper, and of the tool with what was used', () => {
  const text = bibtex(reportWith([resultOf(), older]));
  expect(text).toContain('@article{lacoste2019quantifying,');
  expect(text).toContain('@misc{mlemissions,');
  expect(text).toContain('version 0.1.0, data edition 2026-11, 2026-05},');
  expect(text).toContain('year   = {2026},');
  expect(text).toContain('note   = {Method full, lacoste-2019; computed 2026-11-30}');
});
