import type { Command } from 'commander';

/** A place by flags. */
export interface PlaceFlags {
  readonly country?: string;
  readonly zone?: string;
  readonly provider?: string;
  readonly region?: string;
  readonly namedSite?: string;
}

/** Adds the flags of a place; the first one says what it is for. */
export const addPlaceFlags = (command: Command, what: string): Command =>
  command
    .option('--country <code>', what)
    .option('--zone <id>', 'the same, by the zone of the grid')
    .option('--provider <id>', 'the same, with --region or --country')
    .option('--region <code>', 'the same')
    .option('--named-site <name>', 'the same, by the name of a research computer or a service');

/** Where jobs run, by flags; null where none is given. */
export function placeOf({ country, zone, provider, region, namedSite }: PlaceFlags) {
  const place = { country, zone, provider, region, site: namedSite };
  const told = Object.entries(place).filter(([, value]) => value !== undefined);
  return told.length > 0 ? Object.fromEntries(told) : null;
}
