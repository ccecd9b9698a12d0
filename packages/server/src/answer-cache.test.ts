import { Buffer } from 'node:buffer';
import { expect, test } from 'vitest';
import { createAnswerCache, questionOf } from './answer-cache.ts';

const ask = (text: string, url = '/v1/estimates', language: 'en' | 'fr' = 'en') =>
  questionOf(url, language, Buffer.from(text));

test('an answer is kept from the second time on, for the same question alone', () => {
  const { get, set } = createAnswerCache(1000);
  set(ask('{}'), 'first');
  expect(get(ask('{}'))).toBeUndefined();
  set(ask('{}'), 'first');
  expect(get(ask('{}'))).toBe('first');
  expect(get(ask('{ }'))).toBeUndefined();
  expect(get(ask('{}', '/v1/plans'))).toBeUndefined();
  expect(get(ask('{}', '/v1/estimates', 'fr'))).toBeUndefined();
});

test('another question with the same mark gets no answer of this one, and takes its place', () => {
  const { get, set } = createAnswerCache(1000);
  const [one, other] = [ask('one'), { ...ask('other'), mark: ask('one').mark }];
  for (let time = 0; time < 2; time++) set(one, '1');
  expect(get(other)).toBeUndefined();
  set(other, '2');
  expect([get(one), get(other)]).toEqual([undefined, '2']);
});

test('what was not asked for longest is let go, and what is too long is not kept', () => {
  const { get, set } = createAnswerCache(100);
  const keep = (text: string, answer: string) => {
    for (let time = 0; time < 2; time++) set(ask(text), answer);
  };
  keep('a', 'x'.repeat(40));
  keep('b', 'x'.repeat(40));
  expect(get(ask('a'))).toBeDefined();
  keep('c', 'x'.repeat(40));
  expect(['a', 'b', 'c'].map((text) => get(ask(text)) !== undefined)).toEqual([true, false, true]);
  keep('d', 'x'.repeat(51));
  expect(get(ask('d'))).toBeUndefined();
  const long = 'y'.repeat(4001);
  keep(long, 'x');
  expect(get(ask(long))).toBeUndefined();
});

test('what is kept does not change with the bytes that it was asked with', () => {
  const { get, set } = createAnswerCache(1000);
  const bytes = Buffer.from('{}');
  const asked = questionOf('/', 'en', bytes);
  for (let time = 0; time < 2; time++) set(asked, 'kept');
  bytes.fill(0);
  expect(get(ask('{}', '/'))).toBe('kept');
});
