import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MEASURES } from './answers.ts';
import { GROUP_KEYS, into, KEYS, question, searchOf, type View, viewOf, without } from './view.ts';

const read = (text: string) => viewOf(new URLSearchParams(text));

test('what is in an address comes back out of it', () => {
  const by = fc.uniqueArray(fc.constantFrom(...GROUP_KEYS), { minLength: 1, maxLength: 2 });
  const where = fc.dictionary(fc.constantFrom(...KEYS), fc.string());
  const measure = fc.constantFrom(...MEASURES);
  const job = fc.option(fc.string());
  fc.assert(
    fc.property(fc.record({ by, where, measure, job }), (view) => {
      expect(read(searchOf(view as unknown as View))).toEqual(view);
    }),
  );
});

test('what is none of ours is passed over', () => {
  expect(read('?by=nobody,user,user&odd=1&measure=miles')).toEqual({
    by: ['user'],
    where: {},
    measure: 'kgCo2e',
    job: null,
  });
});

test('a group leads to its jobs by the next key, and out of them by its own', () => {
  const user = into(read(''), { user: 'bo' });
  expect(searchOf(user)).toBe('?user=bo');
  expect(user.by).toEqual(['project']);
  const inner = into(user, { project: 'a b&c' });
  expect(searchOf(inner)).toBe('?user=bo&project=a+b%26c');
  expect(inner.by).toEqual(['accelerator']);
  expect(without(inner, 'user')).toMatchObject({ by: ['user'], where: { project: 'a b&c' } });
});

test('a question has keys, filters and nothing else', () => {
  expect(question('summary', [], {})).toBe('/summary');
  expect(question('sums', ['weekday', 'hour'], { user: '' })).toBe('/sums?by=weekday%2Chour&user=');
});
