import { type Edition, regionKey, type SiteRow } from '@ml-emissions/data';
import type { EstimateResult } from '@ml-emissions/model';
import { siteOf } from '@ml-emissions/rates';
import type { PreparedRun } from '../prepare.ts';
import { usedAccelerators } from './used.ts';

/** What ran, by the names that people know. */
export function machineOfResult(prepared: PreparedRun): EstimateResult['machine'] {
  const { resolved, run } = prepared;
  return {
    accelerators: usedAccelerators(prepared),
    cpu: resolved.host.cpu,
    memoryGb: resolved.host.memoryGb,
    instance: run.instance ?? null,
  };
}

type Location = EstimateResult['location'];

const UNKNOWN: Location = {
  site: null,
  provider: null,
  region: null,
  city: null,
  zone: null,
  country: null,
  name: null,
};

/** Where it ran, by the names that people know. */
export function locationOfResult({ run, edition }: PreparedRun): Location {
  const { place } = run;
  if (!place) return UNKNOWN;
  if ('site' in place) {
    const site = siteOf(edition, place);
    return site ? locationOfSite(site, edition) : UNKNOWN;
  }
  if ('region' in place) {
    const region = edition.regionByKey.get(regionKey(place.provider, place.region));
    const country = region?.country ?? null;
    return {
      ...UNKNOWN,
      provider: edition.providerById.get(place.provider)?.name ?? place.provider,
      region: place.region,
      city: region?.city || region?.name || null,
      zone: region?.zone ?? null,
      country: country || null,
      name: (country && edition.zoneById.get(country)?.name) || country || null,
    };
  }
  const id = 'zone' in place ? place.zone : place.country;
  const zone = edition.zoneById.get(id);
  const country = zone?.country || null;
  const provider = 'provider' in place ? place.provider : null;
  return {
    ...UNKNOWN,
    provider: provider && (edition.providerById.get(provider)?.name ?? provider),
    zone: id,
    city: zone && zone.kind !== 'country' ? zone.name : null,
    country,
    name: (country && edition.zoneById.get(country)?.name) || zone?.name || id,
  };
}

/** A named site by what is known of it; whoever rents machines out is a provider, whatever the tables know of it. */
function locationOfSite(site: SiteRow, edition: Edition): Location {
  const { name, kind, operator, provider, city, country } = site;
  return {
    site: name,
    provider: provider
      ? (edition.providerById.get(provider)?.name ?? provider)
      : kind === 'own-cluster'
        ? null
        : operator,
    region: null,
    city: city || null,
    zone: site.zone,
    country: country || null,
    name: (country && edition.zoneById.get(country)?.name) || country || null,
  };
}
