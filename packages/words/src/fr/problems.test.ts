import { PROBLEM_CODES } from '@ml-emissions/model';
import { expect, test } from 'vitest';
import { problemInFrench } from './index.ts';

const of = (code: (typeof PROBLEM_CODES)[number], value: unknown, field = '/place/region') =>
  problemInFrench({
    code,
    field,
    value,
    message: 'in English',
    expected: 'a region',
    suggestions: ['x'],
  });

test('each code has a sentence of its own, which says the value or where it stands', () => {
  const said = PROBLEM_CODES.map((code) => of(code, 'Utopie').message);
  expect(new Set(said).size).toBe(PROBLEM_CODES.length);
  for (const sentence of said) expect(sentence).toMatch(/« Utopie »|^\/place\/region /);
});

test('all but the message stays as it is', () => {
  expect(of('unknown-region', 'Utopie')).toEqual({
    code: 'unknown-region',
    field: '/place/region',
    value: 'Utopie',
    message: 'aucune région ne s’appelle « Utopie »',
    expected: 'a region',
    suggestions: ['x'],
  });
});

test('values of any kind, long ones, and the whole input', () => {
  expect(of('wrong-type', { a: 1 }).message).toContain('{"a":1}');
  expect(of('unknown-region', 'x'.repeat(100)).message).toContain(`« ${'x'.repeat(60)}… »`);
  expect(of('no-tdp', null).message).toContain('/place/region');
  expect(of('malformed', null, '').message).toMatch(/^l’entrée /);
});
