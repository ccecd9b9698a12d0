import type { Edition } from '@ml-emissions/data';
import { editions } from '@ml-emissions/data/full';
import { describe, expect, test } from 'vitest';
import { cityZones, isLargeCity, likelyCityZones } from './cities.ts';
import { plainName } from './country-names.ts';
import { nearestPlaces, regionsLike } from './nearest.ts';
import { readPlace } from './read-place.ts';
import { cloudRegion, regionsNamed } from './read-region.ts';
import { placeParts, tidyPlace } from './tidy-place.ts';

const edition = editions.get(editions.current) as Edition;

/** Cities by hand, and the regions that clouds have in them. */
function withCities(
  cities: readonly (readonly [
    name: string,
    country: string,
    zone: string | null,
    people: number,
    ...aliases: string[],
  ])[],
  regions: readonly object[] = [],
): Edition {
  const kept = new Map<string, unknown>();
  return {
    hasMachines: true,
    regions,
    machines: {
      cities: cities.map(([name, country, zone, populationThousand, ...aliases]) => ({
        ...{ name, country, zone, populationThousand, aliases },
      })),
    },
    once(what: string, make: () => unknown) {
      if (!kept.has(what)) kept.set(what, make());
      return kept.get(what);
    },
  } as unknown as Edition;
}

describe('cities', () => {
  const towns = withCities([
    ['Ada', 'US', 'US-OK', 100],
    ['Ada', 'RS', null, 499],
    ['Ada', 'US', 'US-OK', 20],
    ['Bar', 'ME', null, 500, 'Antivari'],
    ['Bar', 'UA', null, 100],
    ['Cut', 'RO', null, 99],
    ['Cut', 'DE', null, 40],
    ['St. Ives', 'GB', null, 110],
  ]);

  test('by any of their names, the largest first', () => {
    expect(cityZones(towns, 'ada')).toEqual(['RS', 'US-OK']);
    expect(cityZones(towns, 'Antivari')).toEqual(['ME']);
    expect(cityZones(towns, 'Saint Ives')).toEqual(['GB']);
    expect(cityZones(towns, 'Nowhere')).toEqual([]);
    expect(cityZones({ ...towns, hasMachines: false }, 'Ada')).toEqual([]);
  });

  test('one of five times the people is meant; towns of less than a hundred thousand are not', () => {
    expect(likelyCityZones(towns, 'Bar')).toEqual(['ME']);
    // 499 is less than five times 100.
    expect(likelyCityZones(towns, 'Ada')).toEqual(['RS', 'US-OK']);
    expect(likelyCityZones(towns, 'Cut')).toEqual([]);
    expect(likelyCityZones(towns, 'St. Ives')).toEqual(['GB']);
  });

  test('one of half a million is no other town by its name', () => {
    expect(isLargeCity(towns, 'Bar', 'ME')).toBe(true);
    expect(isLargeCity(towns, 'Bar', 'UA')).toBe(false);
    expect(isLargeCity(towns, 'Ada', 'RS')).toBe(false);
  });

  test('on the grid that clouds say of it, where they agree', () => {
    const region = (city: string | null, zone: string | null, country = 'IT') => ({
      ...{ city, zone, country },
    });
    const there = withCities(
      [
        ['Milano', 'IT', null, 1300, 'Milan'],
        ['Roma', 'IT', null, 2700],
        ['Torino', 'IT', null, 900],
        ['Paris', 'US', 'US-TX', 25],
      ],
      [
        region('Milan', 'IT-NO'),
        region('Milan', 'IT-NO'),
        region('Roma', 'IT-CSO'),
        region('Roma', 'IT-CNO'),
        region(null, 'IT-SUD'),
        region('Paris', 'FR', 'FR'),
      ],
    );
    expect(cityZones(there, 'Milano')).toEqual(['IT-NO']);
    expect(cityZones(there, 'Roma')).toEqual(['IT']);
    expect(cityZones(there, 'Torino')).toEqual(['IT']);
    expect(cityZones(there, 'Paris')).toEqual(['US-TX']);
  });
});

test('names are compared without accents, marks and an article', () => {
  expect(plainName('The Côte d’Ivoire')).toBe('cote divoire');
  expect(plainName('Łódź-Straße')).toBe('lodz strasse');
  expect(plainName('  ')).toBe('');
});

describe('regions of a provider', () => {
  const codes = (provider: string, text: string) =>
    regionsNamed(edition, provider, text).map(({ region }) => region);

  test.each([
    ['gcp', 'us-central1-a', ['us-central1']],
    ['gcp', 'iowa', ['us-central1']],
    ['gcp', 'Iowa (us-central1)', ['us-central1']],
    // Parts that do not agree name two.
    ['gcp', 'Iowa (us-east1)', ['us-central1', 'us-east1']],
    ['gcp', 'Iowa (nowhere)', ['us-central1']],
    ['aws', 'us-east', ['us-east-1', 'us-east-2']],
    ['aws', 'use1-az1', ['us-east-1']],
    ['aws', 'euc1-az1', ['eu-central-1']],
    ['azure', 'eu west', ['westeurope']],
    ['azure', 'uk s', ['uksouth']],
    ['azure', 'south africa n', ['southafricanorth']],
    ['azure', 'us central', ['centralus']],
    ['scaleway', 'fr-par-2', ['fr-par']],
    ['ovh', 'GRA11', ['fr-gravelines']],
    // Ids and numbers of others.
    ['gcp', 'use1-az1', []],
    ['aws', 'fr-par-2', []],
    ['azure', 'north europe 2', []],
    // Two letters begin too many.
    ['gcp', 'us', []],
  ])('%s, %s', (provider, text, expected) => expect(codes(provider, text)).toEqual(expected));

  test('with its provider in one text', () => {
    expect(cloudRegion(edition, 'Google Cloud us-central1')).toEqual({
      ...{ provider: 'gcp', region: 'us-central1' },
    });
    expect(cloudRegion(edition, 'aws/us-east-1')).toEqual({ provider: 'aws', region: 'us-east-1' });
    for (const none of [
      'aws us-east',
      'aws',
      'us-east-1',
      'France',
      'China (Beijing)',
      'Tokyo Japan',
    ])
      expect(cloudRegion(edition, none), none).toBeNull();
    // Nobody else has a region by that code.
    expect(cloudRegion(edition, 'UAEnorth')).toEqual({ provider: 'azure', region: 'uaenorth' });
  });
});

test('regions by what their cities and countries are called in other languages', () => {
  const regions = (provider: string, text: string) =>
    regionsNamed(edition, provider, text).map(({ region }) => region);
  expect(regions('aws', 'Francfort')).toEqual(['eu-central-1']);
  expect(regions('aws', 'Irlande')).toEqual(regions('aws', 'Ireland'));
  expect(regions('gcp', 'Londres')).toEqual(regions('gcp', 'London'));
  expect(regions('ovh', 'Varsovie')).toEqual(['pl-warsaw']);
  expect(regions('aws', 'Atlantide')).toEqual([]);
});

describe('places to suggest', () => {
  test.each([
    ['Frence', 'FR'],
    ['Germny', 'DE'],
    ['Untied States', 'US'],
    ['France, Elbonia', 'FR'],
    ['Elbonia (Texas)', 'US-TX'],
    ['Iowa elbonia', 'US-IA'],
    // By any of its names.
    ['Great Britian', 'GB'],
    ['Swazilnd', 'SZ'],
  ])('%s: %s first', (text, id) => expect(nearestPlaces(edition, text)[0]).toBe(id));

  test('regions that begin so, five at most; none for what is near to nothing', () => {
    const near = nearestPlaces(edition, 'us-east');
    expect(near).toHaveLength(5);
    expect(near).toContain('aws us-east-1');
    // `est` is no Estonia, and `per` no Peru.
    for (const text of ['zzzzzzzzzz', '', 'xx', 'zone est', 'two per month'])
      expect(nearestPlaces(edition, text)).toEqual([]);
    expect(regionsLike(edition, '')).toEqual([]);
    expect(regionsLike(edition, 'asia-sou').map(({ region }) => region)).toContain('asia-south1');
    expect(regionsLike(edition, 'iowa').map(({ region }) => region)).toContain('us-central1');
  });
});

describe('a text of several parts', () => {
  const read = (text: string) => {
    const { zones, isWhole, site, dropped } = readPlace(edition, text);
    return [zones.map(({ id }) => id).join(), isWhole, site?.id ?? null, dropped.join()];
  };

  test.each([
    ['Paris, Texas, USA', 'US-TX', 'Paris'],
    ['Springfield, Illinois', 'US-IL', 'Springfield'],
    ['Cairo, Georgia, USA', 'US-GA', 'Cairo'],
    ['Lyon, France, Europe', 'FR', ''],
    ['London, Ontario, Canada', 'CA-ON', 'London'],
    ['Elbonia, France', 'FR', 'Elbonia'],
    ['Northern California', 'US-CA', 'Northern'],
    ['DE-BY', 'DE', 'BY'],
    ['Ontario province', 'CA-ON', ''],
    ['California state', 'US-CA', ''],
    // Towns that clouds name their regions after: on a grid where that is known, else in a country.
    ['Gravelines', 'FR', ''],
    ['Hamina', 'FI', ''],
    ['Council Bluffs', 'US-MIDW-MISO', ''],
    ['Boydton', '', ''],
    ['Boston MA', 'US-MA', ''],
    ['Tokyo Japan', 'JP-TK', ''],
    ['France, Germany', 'DE,FR', ''],
    ['France, Elbonia', '', ''],
    ['US-ZZ', '', ''],
    ['SE9', '', ''],
    ['Greater London', '', ''],
  ])('%s', (text, zones, dropped) => {
    expect(read(text)).toEqual([zones, false, null, dropped]);
  });

  test.each(['Tasmania', 'Korea, Republic of', 'SE3'])('%s is a whole name', (text) => {
    expect(read(text)[1]).toBe(true);
  });

  test('a site, with what it is called', () => {
    expect(read('Summit supercomputer')).toEqual(['', false, 'summit', '']);
    expect(read('Jean Zay, Berlin')).toEqual(['', false, 'jean-zay', 'Berlin']);
  });

  test('parts, and which stand in brackets', () => {
    expect(placeParts('Brooklyn, NY (USA) | x')).toEqual([
      { text: 'Brooklyn', isAside: false },
      { text: 'NY', isAside: false },
      { text: 'USA', isAside: true },
      { text: 'x', isAside: false },
    ]);
    expect(tidyPlace('**U.S.A.** (at 300 g/kWh)')).toEqual({
      text: 'USA',
      dropped: ['at 300 g/kWh'],
    });
  });
});
