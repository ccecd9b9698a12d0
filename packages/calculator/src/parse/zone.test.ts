import { editions } from '@ml-emissions/data/full';
import type { Problem, Reading } from '@ml-emissions/model';
import { describe, expect, test } from 'vitest';
import { resolveZone } from './zone.ts';

const edition = editions.get(editions.current);

function read(text: string, what: 'zone' | 'country' | 'region') {
  if (!edition) throw new Error('no edition');
  const [problems, readings]: [Problem[], Reading[]] = [[], []];
  const place = resolveZone(edition, text, what, { edition: '', problems, readings });
  return { place, problems, readings };
}

describe.each(['zone', 'country', 'region'] as const)('as a %s', (what) => {
  const field = what === 'zone' ? '/place/zone' : '/place/country';
  const france = what === 'zone' ? { zone: 'FR' } : { country: 'FR' };

  test('a country as it stands, with nothing to tell', () => {
    expect(read('FR', what)).toEqual({ place: france, problems: [], readings: [] });
  });

  test('what lies in it, and what stands beside it, are told', () => {
    expect(read('Paris, France', what)).toMatchObject({
      place: france,
      readings: [{ field, said: 'Paris, France', taken: 'FR', dropped: [] }],
    });
    expect(read('France (57g CO2eq/kWh)', what)).toMatchObject({
      place: france,
      readings: [{ field, taken: 'FR', dropped: ['57g CO2eq/kWh'] }],
    });
  });

  test('codes that are often meant otherwise are told', () => {
    for (const text of ['NA', 'la'])
      expect(read(text, what).readings).toEqual([
        { field, said: text, taken: text.toUpperCase(), dropped: [] },
      ]);
  });

  test('a zone that is no country is a zone, and a site a site', () => {
    expect(read('US-CAL-CISO', what)).toEqual({
      place: { zone: 'US-CAL-CISO' },
      problems: [],
      readings: [],
    });
    expect(read('US-CAL-CISO (200 g/kWh)', what).readings).toMatchObject([
      { field: '/place/zone', taken: 'US-CAL-CISO' },
    ]);
    expect(read('Jean Zay', what)).toMatchObject({
      place: { site: 'jean-zay' },
      readings: [{ field: '/place/site', said: 'Jean Zay', taken: 'jean-zay' }],
    });
  });

  test('two of a name are told apart by their names', () => {
    expect(read('Georgia', what)).toMatchObject({
      place: null,
      readings: [],
      problems: [
        {
          code: 'ambiguous-zone',
          field: `/place/${what}`,
          message: expect.stringContaining('GE (Georgia), US-GA (Georgia)'),
          suggestions: ['GE', 'US-GA'],
        },
      ],
    });
  });
});

test.each([
  ['zone', 'unknown-zone', "no zone 'Frence'; did you mean FR", 'a zone such as FR or US-CAL-CISO'],
  [
    'country',
    'unknown-country',
    "no country 'Frence'; did you mean FR",
    'an ISO 3166 code or a name such as FR, France',
  ],
  [
    'region',
    'unknown-region',
    "no place 'Frence'; did you mean FR",
    'a place such as Paris, France, or a provider with its region',
  ],
] as const)('a slip of the finger in a %s', (what, code, message, expected) => {
  const { place, problems } = read('Frence', what);
  expect(place).toBeNull();
  expect(problems).toMatchObject([{ code, field: `/place/${what}`, expected }]);
  expect(problems).toMatchObject([{ message: expect.stringContaining(message) }]);
});

test('a region with its provider in one text, save where no cloud was used', () => {
  const text = 'AWS us-east-1';
  expect(read(text, 'country')).toEqual({
    place: { provider: 'aws', region: 'us-east-1' },
    problems: [],
    readings: [
      { field: '/place/region', said: text, taken: 'us-east-1', dropped: [] },
      { field: '/place/provider', said: text, taken: 'aws' },
    ],
  });
  expect(read(text, 'region')).toMatchObject({
    place: null,
    problems: [{ code: 'unknown-region' }],
  });
});

test('a site in another country than the text says: that is told', () => {
  expect(read('Jean Zay, Germany', 'country')).toMatchObject({
    place: { site: 'jean-zay' },
    readings: [{ field: '/place/site', taken: 'jean-zay', dropped: ['Germany'] }],
  });
  for (const text of ['Jean Zay (France)', 'Jean Zay, Paris, France', 'Jean Zay (IDRIS)'])
    expect(read(text, 'country').readings, text).toEqual([
      { field: '/place/site', said: text, taken: 'jean-zay' },
    ]);
});

test('French names of states and provinces; what two countries may mean is asked back', () => {
  const of = (text: string) => read(text, 'country').place;
  expect(of('Floride')).toEqual({ zone: 'US-FL' });
  expect(of('Vancouver, Colombie-Britannique')).toEqual({ zone: 'CA-BC' });
  expect(of('Écosse')).toEqual({ country: 'GB' });
  expect(of('Tbilissi, Géorgie')).toEqual({ country: 'GE' });
  expect(read('Géorgie', 'country').problems).toMatchObject([{ suggestions: ['GE', 'US-GA'] }]);
});
