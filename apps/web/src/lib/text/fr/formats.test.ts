import { FORMATS } from '@ml-emissions/report';
import { expect, test } from 'vitest';
import { formats } from './formats.ts';
import { words } from './publish.ts';

test('every format has its French title, and none is left over', () => {
  expect(Object.keys(formats).sort()).toEqual(Object.keys(FORMATS).sort());
  for (const { name, title } of Object.values(FORMATS)) {
    expect(words.formatTitle(name, title)).toBe(formats[name]);
  }
});
