import { expect, test } from 'vitest';
import { FIELD_NAMES } from '../state/fields.ts';
import { GROUPS } from './groups.ts';

const IN_SENTENCE = [
  'accelerator',
  'chipName',
  'chipTdpW',
  'count',
  'instance',
  'instanceCount',
  'slice',
  'hours',
  'region',
  'zone',
  'namedSite',
  'requests',
  'outputTokens',
  'images',
  'videoSeconds',
  'queries',
  'per',
  'outputTokensPerRequest',
];

test('every field of the form stands in the sentence or in one group', () => {
  const grouped = GROUPS.flatMap(({ fields }) => fields).filter((name) => name !== 'chip');
  expect([...grouped, ...IN_SENTENCE].toSorted()).toEqual(FIELD_NAMES.toSorted());
});
