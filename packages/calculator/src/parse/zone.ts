import type { Edition } from '@ml-emissions/data';
import type { Place } from '@ml-emissions/model';
import type { Findings } from './findings.ts';
import { theOneOf } from './look-up-name.ts';
import { nearestPlaces } from './read-place/nearest.ts';
import { readPlace } from './read-place/read-place.ts';
import { cloudRegion } from './read-place/read-region.ts';

/** Codes of Namibia and Laos, and what people write where there is nothing to say, and for Los Angeles. */
const OFTEN_MEANT_OTHERWISE = /^(?:na|la)$/i;

/** Where a name of a place stands in a run, and what is said of it. */
const ASKED = {
  zone: {
    unknown: 'unknown-zone',
    expected: 'a zone such as FR or US-CAL-CISO',
  },
  country: {
    unknown: 'unknown-country',
    expected: 'an ISO 3166 code or a name such as FR, France',
  },
  region: {
    unknown: 'unknown-region',
    expected: 'a place such as Paris, France, or a provider with its region',
  },
} as const;

/**
 * A place in people's words -> a zone, a country or a site of the edition; what does not resolve becomes a problem.
 * What was read otherwise than as it stands is told as a reading.
 */
export function resolveZone(
  edition: Edition,
  text: string,
  what: keyof typeof ASKED,
  findings: Findings,
): Place | null {
  // Who says that no cloud was used means none of its regions.
  const cloud = what === 'region' ? null : cloudRegion(edition, text);
  if (cloud) {
    findings.readings.push(
      { field: '/place/region', said: text, taken: cloud.region, dropped: [] },
      { field: '/place/provider', said: text, taken: cloud.provider },
    );
    return cloud;
  }
  const { zones, isWhole, site, dropped } = readPlace(edition, text);
  if (site) {
    findings.readings.push({
      ...{ field: '/place/site', said: text, taken: site.id },
      ...(dropped.length > 0 && { dropped }),
    });
    return { site: site.id };
  }
  const { unknown, expected } = ASKED[what];
  const found = theOneOf(
    {
      text,
      field: `/place/${what}`,
      what: what === 'region' ? 'place' : what,
      edition: findings.edition,
      expected,
      unknown,
      ambiguous: 'ambiguous-zone',
      label: ({ id }) => id,
      describe: ({ id, name }) => `${id} (${name})`,
    },
    zones,
    () => nearestPlaces(edition, text),
  );
  if (!found.ok) {
    findings.problems.push(found.problem);
    return null;
  }
  const { id, kind } = found.item;
  const isCountry = kind === 'country' && what !== 'zone';
  if (dropped.length > 0 || !isWhole || OFTEN_MEANT_OTHERWISE.test(text)) {
    const field = isCountry ? '/place/country' : '/place/zone';
    findings.readings.push({ field, said: text, taken: id, dropped });
  }
  return isCountry ? { country: id } : { zone: id };
}
