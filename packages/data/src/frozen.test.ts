import { expect, test } from 'vitest';
import { frozen } from './frozen.ts';

test('plain objects and lists are frozen, however deep', () => {
  const value = frozen({ a: [{ b: 1 }], c: null, d: 'x' });
  expect([value, value.a, value.a[0]].every(Object.isFrozen)).toBe(true);
  expect(value).toEqual({ a: [{ b: 1 }], c: null, d: 'x' });
});

test('what is no plain object stays as it is', () => {
  const map = new Map([['a', { b: 1 }]]);
  expect(frozen(map)).toBe(map);
  expect(Object.isFrozen(map)).toBe(false);
  expect(Object.isFrozen(frozen({ map }).map)).toBe(false);
  expect(frozen(null)).toBeNull();
  expect(frozen(5)).toBe(5);
});

test('what is frozen already is not looked into', () => {
  const inner = { b: 1 };
  frozen(Object.freeze({ inner }));
  expect(Object.isFrozen(inner)).toBe(false);
});
