import { editions } from '@ml-emissions/data/full';
import type { Problem, Reading } from '@ml-emissions/model';
import { expect, test } from 'vitest';
import { missingPlace, noDirect, noIntensity, resolvePlace } from './place.ts';

const edition = editions.get(editions.current);

function read(place: Parameters<typeof resolvePlace>[1]) {
  if (!edition) throw new Error('no edition');
  const findings = { edition: '2026.9', problems: [] as Problem[], readings: [] as Reading[] };
  const found = resolvePlace(edition, place, findings);
  const { problems, readings } = findings;
  return { found, problems, readings };
}
const ALL = '{ provider, region }, { provider, country }, { site }, { zone } or { country }';

test('a place is named in one way', () => {
  expect(read({})).toMatchObject({
    found: null,
    problems: [{ code: 'missing', field: '/place', message: 'the place is empty', expected: ALL }],
  });
  for (const two of [
    { zone: 'FR', country: 'FR' },
    { site: 'lumi', zone: 'FI' },
    { provider: 'gcp', region: 'us-central1', country: 'US' },
    { provider: 'gcp', site: 'lumi' },
  ])
    expect(read(two)).toMatchObject({
      found: null,
      problems: [
        {
          code: 'conflict',
          field: '/place',
          message: 'a place is named in more than one way',
          expected: ALL,
        },
      ],
    });
});

test('a site by its name, and the nearest where there is none', () => {
  expect(read({ site: 'jean zay' })).toEqual({
    found: { site: 'jean-zay' },
    problems: [],
    readings: [],
  });
  const { found, problems } = read({ site: 'Jean Zai' });
  expect(found).toBeNull();
  expect(problems).toMatchObject([
    {
      code: 'unknown-site',
      field: '/place/site',
      message: expect.stringMatching(
        /^no site 'Jean Zai' in edition 2026\.9; did you mean Jean Zay,/,
      ),
      expected: 'a named site such as jean-zay, lumi or google-colab',
    },
  ]);
  expect(problems[0]?.suggestions).toHaveLength(5);
});

test('a provider in a country, and no other place beside it', () => {
  expect(read({ provider: 'Google Cloud', country: 'Paris' })).toMatchObject({
    found: { provider: 'gcp', country: 'FR' },
    readings: [{ field: '/place/country', said: 'Paris', taken: 'FR' }],
  });
  expect(read({ provider: 'gcp', country: 'Texas' })).toMatchObject({
    found: null,
    problems: [
      {
        code: 'unknown-country',
        field: '/place/country',
        message: "'Texas' is not a country; beside a provider stands its region or a country",
        expected: 'an ISO 3166 code or a name such as FR, France',
      },
    ],
  });
  expect(read({ provider: 'nope', country: 'FR' })).toMatchObject({
    found: null,
    problems: [{ code: 'unknown-provider', field: '/place/provider' }],
  });
  expect(read({ provider: 'gcp', country: 'Elbonia' })).toMatchObject({
    found: null,
    problems: [{ code: 'unknown-country' }],
  });
});

test.each([
  ['gcp/us-central7', 'is missing', []],
  ['eu-west-1', 'is missing; alibaba, aws have one of that name', ['alibaba', 'aws']],
  ['us-central1', 'is missing; gcp has one of that name', ['gcp']],
  ['xx-9', 'is missing', []],
])('the provider of region %s is missing', (region, message, suggestions) => {
  expect(read({ region })).toMatchObject({
    found: null,
    problems: [
      {
        code: 'missing',
        field: '/place/provider',
        message: `the provider of region '${region}' ${message}`,
        expected: 'a provider such as gcp',
        suggestions,
      },
    ],
  });
});

test.each([
  ['gcp/us-central1', 'gcp', 'us-central1'],
  ['aws: us-east-1', 'aws', 'us-east-1'],
  ['Google Cloud us-central1', 'gcp', 'us-central1'],
  ['Amazon Web Services, eu-west-1', 'aws', 'eu-west-1'],
])('%s names the provider with its region', (region, provider, id) => {
  expect(read({ region })).toMatchObject({ found: { provider, region: id }, problems: [] });
});

test('a region that is missing: five of the provider', () => {
  const five = ['africa-south1', 'asia-east1', 'asia-east2', 'asia-northeast1', 'asia-northeast2'];
  expect(read({ provider: 'gcp' })).toMatchObject({
    found: null,
    problems: [
      {
        code: 'missing',
        field: '/place/region',
        message: 'the region of gcp is missing; give it, or a country',
        expected: `a region of gcp such as ${five.join(', ')}, or a country`,
        suggestions: five,
      },
    ],
  });
});

test('a provider without regions is asked for the country', () => {
  expect(read({ provider: 'runpod' }).problems).toMatchObject([
    {
      message: 'the region of runpod is missing; give it, or a country',
      expected: 'the country: no regions of runpod are known',
      suggestions: [],
    },
  ]);
});

test('a region of another provider is a conflict, with whose it is', () => {
  expect(read({ provider: 'gcp', region: ' US-East-1 ' })).toMatchObject({
    found: null,
    problems: [
      {
        code: 'conflict',
        field: '/place/region',
        message: "' US-East-1 ' is a region of alibaba and aws and lambda, and the provider is gcp",
        expected: 'a region of gcp, or another provider',
      },
    ],
  });
  expect(read({ provider: 'aws', region: 'us-east-1' })).toEqual({
    found: { provider: 'aws', region: 'us-east-1' },
    problems: [],
    readings: [],
  });
});

test('what stands beside a region or a country is told', () => {
  const beside = (region: string) => read({ provider: 'aws', region });
  expect(beside('us-east-1 (300 g/kWh)')).toMatchObject({
    found: { provider: 'aws', region: 'us-east-1' },
    readings: [{ field: '/place/region', taken: 'us-east-1', dropped: ['300 g/kWh'] }],
  });
  // A zone of a region says nothing else.
  expect(beside('us-east-1a')).toEqual({
    found: { provider: 'aws', region: 'us-east-1' },
    problems: [],
    readings: [],
  });
  // One region there, whatever others have.
  expect(beside('Sweden (12 g/kWh)')).toMatchObject({
    found: { provider: 'aws', region: 'eu-north-1' },
    readings: [{ field: '/place/region', taken: 'eu-north-1', dropped: ['12 g/kWh'] }],
  });
  // Two regions there.
  expect(beside('Germany')).toMatchObject({
    found: { provider: 'aws', country: 'DE' },
    readings: [{ field: '/place/country', said: 'Germany', taken: 'DE', dropped: [] }],
  });
  // None there.
  expect(beside('FINLAND 2')).toMatchObject({
    found: { provider: 'aws', country: 'FI' },
    readings: [{ field: '/place/country', taken: 'FI', dropped: ['FINLAND 2'] }],
  });
});

test('a region that is none, and one of two', () => {
  const { problems } = read({ provider: 'aws', region: 'eu-wets-1' });
  expect(problems).toMatchObject([
    {
      code: 'unknown-region',
      field: '/place/region',
      message: expect.stringContaining(
        "no region of aws 'eu-wets-1' in edition 2026.9; did you mean eu-west-1,",
      ),
      expected: 'a region of aws',
    },
  ]);
  expect(problems[0]?.suggestions).toHaveLength(5);
  expect(read({ provider: 'aws', region: 'us-east' }).problems).toMatchObject([
    {
      code: 'ambiguous-region',
      message: "'us-east' may be 2 different regions of aws: us-east-1, us-east-2",
      suggestions: ['us-east-1', 'us-east-2'],
    },
  ]);
});

test('own machines stand where the run says; a site of its own name is one', () => {
  expect(read({ provider: 'Private' })).toMatchObject({
    found: null,
    problems: [
      {
        code: 'missing',
        field: '/place/country',
        message: "'Private' is no cloud provider; give the country or zone where it stands",
        expected: ALL,
      },
    ],
  });
  expect(read({ provider: 'Private', region: 'Germany' }).found).toEqual({ country: 'DE' });
  expect(read({ provider: 'Jean Zay' })).toEqual({
    found: { site: 'jean-zay' },
    problems: [],
    readings: [],
  });
  const jeanZay = 'N/A (Jean Zay cluster)';
  expect(read({ provider: jeanZay, region: 'France' })).toEqual({
    found: { site: 'jean-zay' },
    problems: [],
    readings: [],
  });
  expect(read({ provider: jeanZay, region: 'Germany' })).toMatchObject({
    found: { site: 'jean-zay' },
    readings: [{ field: '/place/site', said: jeanZay, taken: 'jean-zay', dropped: ['Germany'] }],
  });
});

test('a service that runs at a cloud is a machine of that cloud', () => {
  expect(read({ provider: 'Google Colab', region: 'us-central1' }).found).toEqual({
    provider: 'gcp',
    region: 'us-central1',
  });
  expect(read({ provider: 'vast.ai' }).found).toEqual({ site: 'vast-ai' });
  expect(read({ provider: 'vast.ai', region: 'Sweden' }).found).toEqual({ country: 'SE' });
});

test('a provider that is none is answered with all that there are, and no industry among them', () => {
  const [problem] = read({ provider: 'elbcloud', region: 'x' }).problems;
  expect(problem).toMatchObject({
    code: 'unknown-provider',
    field: '/place/provider',
    message: expect.stringContaining("no provider 'elbcloud' in edition 2026.9; did you mean "),
  });
  expect(problem?.expected).toMatch(/^one of .*\baws\b.*\bgcp\b/);
  expect(problem?.expected).not.toMatch(/\bindustry\b/);
});

test('a run without a place, and places that nothing is known of', () => {
  const given = '{ provider, region }, { site }, { zone }, { country } or carbonIntensityGPerKwh';
  expect(missingPlace()).toMatchObject({
    code: 'missing',
    field: '/place',
    message: 'the place is missing; give one, or carbonIntensityGPerKwh',
    expected: given,
  });
  expect(noIntensity({ zone: 'FR' })).toMatchObject({
    code: 'no-intensity',
    field: '/place',
    message: 'no carbon intensity is known for this place; give carbonIntensityGPerKwh',
    expected: given,
  });
  if (!edition) throw new Error('no edition');
  expect(noDirect(edition)).toMatchObject({
    code: 'no-intensity',
    field: '/scope',
    message: `edition ${edition.id} has no direct intensity for this place, and no way to it from the lifecycle one`,
    expected: 'scope: lifecycle, or a newer edition',
  });
});
