import { FORMATS } from '@ml-emissions/report';
import { expect, test } from 'vitest';
import { FIRST, OTHERS, whyEnglish } from './groups.ts';

test('every form can be chosen, in one place', () => {
  const offered = [...FIRST, ...OTHERS.flatMap(({ names }) => names)];
  expect(offered.toSorted()).toEqual(Object.keys(FORMATS).toSorted());
});

test('of a form that is in English alone, the reason is known', () => {
  expect(whyEnglish('latex', 'fr')).toBeNull();
  expect(whyEnglish('neurips', 'en')).toBeNull();
  expect(whyEnglish('neurips', 'fr')).toBe('venue');
  expect(whyEnglish('eu-ai', 'fr')).toBe('wording');
  expect(whyEnglish('csv', 'fr')).toBe('programs');
  expect(whyEnglish('bibtex', 'fr')).toBeNull();
});
