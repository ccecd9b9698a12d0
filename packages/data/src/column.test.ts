import { expect, test } from 'vitest';
import {
  choice,
  integer,
  list,
  number,
  optionalChoice,
  optionalInteger,
  optionalNumber,
  optionalReference,
  optionalText,
  reference,
  requiredList,
  sourcedBy,
  text,
} from './column.ts';

test.each([
  ['text', text('x'), 'a', 'a', ''],
  ['optional text', optionalText('x'), 'a', 'a', ''],
  ['number', number('x'), '1.5', 1.5, 0],
  ['optional number', optionalNumber('x'), '0', 0, null],
  ['integer', integer('x'), '7', 7, 0],
  ['optional integer', optionalInteger('x'), '7', 7, null],
  ['list', list('x'), 'a;b c', ['a', 'b c'], []],
  ['choice', choice('x', ['a']), 'a', 'a', ''],
  ['optional choice', optionalChoice('x', ['a']), 'a', 'a', null],
  ['reference', reference('x', 'zones'), 'FR', 'FR', ''],
  ['optional reference', optionalReference('x', 'zones'), 'FR', 'FR', null],
] as const)('%s: a cell, and an empty one', (_, column, cell, value, empty) => {
  expect(column.read(cell)).toEqual(value);
  expect(column.read('')).toEqual(empty);
});

test('what may be empty, and what may not', () => {
  const may = [optionalText, optionalNumber, optionalInteger, list].map((of) => of('x').optional);
  const mayNot = [text, number, integer, requiredList].map((of) => of('x').optional);
  expect(may).toEqual([true, true, true, true]);
  expect(mayNot).toEqual([false, false, false, false]);
  expect(optionalChoice('x', ['a'])).toMatchObject({ optional: true, choices: ['a'] });
  expect(optionalReference('x', 'zones')).toMatchObject({ optional: true, table: 'zones' });
  expect(choice('x', ['a']).optional).toBe(false);
  expect(reference('x', 'zones').optional).toBe(false);
});

test('bounds and kinds', () => {
  const bounds = { min: 1, max: 2 };
  for (const of of [number, optionalNumber, integer, optionalInteger])
    expect(of('x', bounds)).toMatchObject({ about: 'x', ...bounds });
  expect([number('x').kind, integer('x').kind, optionalInteger('x').kind]).toEqual([
    'number',
    'integer',
    'integer',
  ]);
});

test('cells with a source of their own', () => {
  expect(sourcedBy('pue_source_id', number('x'))).toMatchObject({ source: 'pue_source_id' });
  expect(number('x').source).toBeUndefined();
});
