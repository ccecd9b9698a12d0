import type { Edition, ZoneRow } from '@ml-emissions/data';
import { type GridScope, hypot, ln, Z_90 } from '@ml-emissions/model';
import { defaultGsd } from '../default.ts';
import { ownFigure } from './best.ts';
import { directOverLifecycle } from './scope.ts';
import { isJoined } from './short-run.ts';

/** How the areas of a country lie around its figure, as logs of geometric standard deviations. */
export interface AreaSpread {
  /** Of the areas around the figure. */
  readonly log: number;
  /**
   * With these the 90 % range ends at the cleanest and at the dirtiest area; below 0 where that lies beyond the figure,
   * null where no area has a figure above 0.
   */
  readonly down: number | null;
  readonly up: number | null;
}

/** Whether an edition tells how the areas of places lie around them. */
export const tellsAreas = (edition: Edition): boolean =>
  edition.once('tells areas', () => {
    const { length, peek } = edition.rows.zones;
    for (let index = 0; index < length; index += 1)
      if ((peek(index).areaGsd ?? null) !== null) return true;
    return false;
  });

/**
 * How unsure the figure of a country is because its grid has several areas, or that of more than a country because it
 * has several countries.
 *
 * @param edition the edition
 * @param zone the country, continent or world
 * @param value its figure, g CO2e/kWh
 * @param year the run's year; null = now
 * @param scope that of the figure
 * @returns null where the place has no areas, or the edition does not tell how they lie
 * Source: `area_gsd` of `data/zones.csv`, `intensity.coarse-place` of `data/defaults.csv` for more than a country;
 * docs/method.md, section 3.
 */
export function areaSpread(
  edition: Edition,
  zone: ZoneRow,
  value: number,
  year: number | null,
  scope: GridScope,
): AreaSpread | null {
  const isMany = zone.kind === 'aggregate' && tellsAreas(edition);
  const gsd = isMany ? defaultGsd(edition, 'intensity.coarse-place') : zone.areaGsd;
  if (gsd === null || !(value > 0)) return null;
  const { least, most } = areaEnds(edition, zone, year, scope);
  const to = (end: number | null, way: 1 | -1) =>
    end === null || end <= 0 ? null : (way * ln(end / value)) / Z_90;
  const times =
    scope === 'direct' ? directOverLifecycle(edition, { gPerKwh: value, zone: zone.id, year }) : 1;
  return { log: ln(gsd) * times, down: to(least, -1), up: to(most, 1) };
}

/**
 * A deviation together with that of the areas, which may not carry the 90 % range beyond the cleanest and the dirtiest
 * one: what is unsure of a single area stays as it is.
 *
 *     down = max(others, min(sqrt(others^2 + areas^2), down of the areas)); up alike
 *
 * @param others log of the geometric standard deviation for all other reasons
 * @param areas how the areas lie
 * @returns logs of the whole deviation below and above the figure
 * @example withinAreas(0.1, { log: 0.42, down: 1, up: 0.3 }) // [0.43, 0.3]
 */
export function withinAreas(
  others: number,
  areas: AreaSpread,
): readonly [down: number, up: number] {
  const both = hypot(others, areas.log);
  const side = (end: number | null) => Math.max(others, end === null ? both : Math.min(both, end));
  return [side(areas.down), side(areas.up)];
}

/**
 * The least and the greatest figure of a place's areas: of those with lifecycle figures, or where none has one, of all.
 * What is listed in no place of its own, as the members of the European Union, lies in the place around it.
 */
function areaEnds(edition: Edition, whole: ZoneRow, year: number | null, scope: GridScope): Ends {
  return edition.once(`areas of ${whole.id} ${year} ${scope}`, () => {
    const inside = edition.zones.filter(
      (zone) =>
        zone.kind !== 'egrid-subregion' &&
        zone.kind !== 'aggregate' &&
        zone !== whole &&
        liesIn(edition, zone, whole),
    );
    const around = whole.parent === null ? undefined : edition.zoneById.get(whole.parent);
    if (inside.length === 0 && around) return areaEnds(edition, around, year, scope);
    const hasLifecycle = ({ id }: ZoneRow) =>
      edition.intensityByZone.get(id)?.some((row) => row.scope === 'lifecycle') ?? false;
    const known = inside.filter(hasLifecycle);
    const figures = (known.length > 0 ? known : inside).flatMap(
      (zone) => ownFigure(edition, zone, year, scope) ?? [],
    );
    // What stands in for a measurement, or is too high for its plants, is no end of anything.
    const sound = isJoined(edition) ? figures.filter(({ quality }) => quality === 'ok') : figures;
    const values = (sound.length > 0 ? sound : figures).map(({ gPerKwh }) => gPerKwh);
    if (values.length === 0) return { least: null, most: null };
    return { least: Math.min(...values), most: Math.max(...values) };
  });
}

interface Ends {
  readonly least: number | null;
  readonly most: number | null;
}

function liesIn(edition: Edition, zone: ZoneRow, whole: ZoneRow): boolean {
  let at: ZoneRow | undefined = zone;
  while (at?.parent) {
    if (at.parent === whole.id) return true;
    at = edition.zoneById.get(at.parent);
  }
  return false;
}
