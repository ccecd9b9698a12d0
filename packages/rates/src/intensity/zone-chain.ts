import type { Edition, Region, ZoneRow } from '@ml-emissions/data';

/** The zones that a cloud region lies in, finest first. */
export const regionZones = (
  edition: Edition,
  { zone, egridSubregion, subdivision, country }: Region,
): ZoneRow[] => zoneChain(edition, [zone, egridSubregion, subdivision, country]);

/** The zones that cover a place, finest first, each with the larger ones it lies in. */
export function zoneChain(edition: Edition, ids: readonly (string | null)[]): ZoneRow[] {
  const chain: ZoneRow[] = [];
  for (const id of ids) {
    const zone = id ? edition.zoneById.get(id) : undefined;
    if (zone && !chain.includes(zone)) chain.push(zone);
  }
  let last = chain.at(-1);
  while (last?.parent) {
    last = edition.zoneById.get(last.parent);
    if (!last || chain.includes(last)) break;
    chain.push(last);
  }
  return chain;
}
