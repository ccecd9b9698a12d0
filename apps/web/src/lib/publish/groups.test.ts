import { FORMATS } from '@ml-emissions/report';
import { expect, test } from 'vitest';
import { FIRST, OTHERS } from './groups.ts';

test('every form can be chosen, in one place', () => {
  const offered = [...FIRST, ...OTHERS.flatMap(({ names }) => names)];
  expect(offered.toSorted()).toEqual(Object.keys(FORMATS).toSorted());
});
