import { type Edition, isRented } from '@ml-emissions/data';

/** Shorter names would be found in too many words. */
const SHORTEST = 3;

/** Names of those who rent out machines or whose site it is, longest first, as one expression. */
function platforms(edition: Edition): RegExp {
  return edition.once('platforms in a description of hardware', () => {
    const sites = edition.hasMachines ? edition.sites : [];
    const names = [...edition.providers.filter(isRented), ...sites]
      .flatMap(({ id, name, aliases }) => [id, name, ...aliases])
      .filter((name) => name.length >= SHORTEST)
      .sort((a, b) => b.length - a.length)
      .map((name) => name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'));
    return new RegExp(`(?<![\\p{L}\\p{N}-])(?:${names.join('|')})(?![\\p{L}\\p{N}-])`, 'giu');
  });
}

/** `=` explains what stands before the brackets: `TPU v3 chip (TPU v3-8 = 4 chips)`. */
const EXPLANATION = /\([^()]*=[^()]*\)/g;
const BRACKETS = /\(([^()]+)\)/g;

/** A description without what belongs to other fields of a run, and what that was. */
export interface WithoutPlatform {
  readonly name: string;
  readonly dropped: readonly string[];
}

/**
 * A description without where the hardware stood: that belongs to the place of a run.
 *
 * @example withoutPlatform(edition, 'V100 (AWS)') // { name: 'V100', dropped: ['AWS'] }
 */
export function withoutPlatform(edition: Edition, text: string): WithoutPlatform {
  const dropped: string[] = [];
  const drop = (one: string) => {
    dropped.push(one.replace(/^\(|\)$/g, '').trim());
    return ' ';
  };
  const name = text
    .replace(EXPLANATION, drop)
    .replace(platforms(edition), drop)
    .replace(BRACKETS, (whole, inside: string) =>
      isInstance(edition, inside) || isRegion(edition, inside) ? drop(whole) : whole,
    )
    .replace(/\(\s*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return { name, dropped };
}

/** By its id: the name of a city is as well a word. */
const isRegion = (edition: Edition, text: string): boolean =>
  edition
    .once('regions by id', () => new Set(edition.regions.map(({ region }) => region)))
    .has(text.trim().toLowerCase());

const isInstance = (edition: Edition, text: string): boolean =>
  edition.hasMachines && edition.names.instances.exact(text.trim()).length > 0;
