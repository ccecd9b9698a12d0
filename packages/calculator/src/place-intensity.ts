import {
  type ChosenIntensity,
  type Commons,
  type RunTime,
  regionIntensity,
  regionKey,
  zoneIntensity,
} from '@ml-emissions/data';
import type { Place } from '@ml-emissions/model';

/** The intensity of a resolved place; null where the edition has none for it. */
export function placeIntensity(
  commons: Commons,
  place: Place,
  time: RunTime,
): ChosenIntensity | null {
  if ('provider' in place) {
    const region = commons.regionByKey.get(regionKey(place.provider, place.region));
    return region ? regionIntensity(commons, region, time) : null;
  }
  const zone = commons.zoneById.get('zone' in place ? place.zone : place.country);
  return zone ? zoneIntensity(commons, zone, time) : null;
}
