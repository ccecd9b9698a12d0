import { regionKey } from '@ml-emissions/data';
import type { EstimateResult } from '@ml-emissions/model';
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

/** Where it ran, by the names that people know. */
export function locationOfResult({ run, edition }: PreparedRun): EstimateResult['location'] {
  const { place } = run;
  const unknown = {
    provider: null,
    region: null,
    city: null,
    zone: null,
    country: null,
    name: null,
  };
  if (!place) return unknown;
  if ('provider' in place) {
    const region = edition.regionByKey.get(regionKey(place.provider, place.region));
    const country = region?.country ?? null;
    return {
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
  return {
    ...unknown,
    zone: id,
    city: zone && zone.kind !== 'country' ? zone.name : null,
    country,
    name: (country && edition.zoneById.get(country)?.name) || zone?.name || id,
  };
}
