import type { Edition } from '@ml-emissions/data';
import { distance } from 'fastest-levenshtein';
import { plainName } from './country-names.ts';
import { regionsNamed } from './read-region.ts';
import { placeParts, tidyPlace } from './tidy-place.ts';
import { wholeNamed } from './whole.ts';

const MOST = 5;
/** Share of letters that may differ. */
const NEAR = 0.34;
/** Initials are spelled like many others. */
const SHORTEST = 5;
/** Longer than any name of a place. */
const LONGEST = 60;

/**
 * Zones to suggest for a text that names none: those that a part of it names, then countries spelled much like it.
 *
 * @example nearestPlaces(edition, 'Frence') // ['FR']
 */
export function nearestPlaces(edition: Edition, text: string): string[] {
  const { text: bare } = tidyPlace(text);
  const words = [...placeParts(bare).map((part) => part.text), ...bare.split(/[\s,;|()/-]+/)];
  const named = words
    .filter((word) => word.length > 3)
    .flatMap((word) => wholeNamed(edition, word).map(({ id }) => id));
  const asked = plainName(bare).slice(0, LONGEST);
  if (asked !== '') {
    named.push(
      ...regionsLike(edition, bare).map(({ provider, region }) => `${provider} ${region}`),
    );
  }
  if (asked.length < SHORTEST) return [...new Set(named)].slice(0, MOST);
  const spelled = edition.zones
    .flatMap(zoneNames)
    .map(([name, id]) => ({ id, far: distance(asked, name) / Math.max(asked.length, name.length) }))
    .filter(({ far }) => far <= NEAR)
    .sort((a, b) => a.far - b.far)
    .map(({ id }) => id);
  return [...new Set([...named, ...spelled])].slice(0, MOST);
}

/** Regions of any provider that a text names, or whose name begins with it. */
export function regionsLike(edition: Edition, text: string): Edition['regions'][number][] {
  const asked = plainName(text).slice(0, LONGEST);
  if (asked === '') return [];
  const named = edition.providers.flatMap(({ id }) => regionsNamed(edition, id, text));
  const begun = edition.regions.filter(({ region, name }) =>
    [region, name].some((one) => plainName(one).startsWith(asked)),
  );
  return [...new Set([...named, ...begun])];
}

const zoneNames = ({ id, name, aliases }: Edition['zones'][number]): [string, string][] =>
  [name, ...aliases].map((one) => [plainName(one), id]);
