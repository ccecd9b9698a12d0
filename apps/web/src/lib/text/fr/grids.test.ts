import { writtenTable } from '@ml-emissions/calculator/tables';
import { expect, test } from 'vitest';
import { grids } from './grids.ts';

/** Words that say where a grid lies: a name that holds one is no name of a company. */
const ENGLISH =
  /\b(?:north\w*|south\w*|east\w*|west\w*|central|middle|islands?|isla|europe\w*|asia|africa|america|oceania|union|world|inner|national|new|columbia|territory|peninsular|borneo|sicily|sardinia|corsica|california|florida|hawaii|louisiana|pennsylvania|virginia|carolina|dakota)\b/i;

const zones = await writtenTable('zones').then(({ columns, rows }) => {
  const at = (name: string) => columns.indexOf(name);
  return rows.map((row) => ({
    id: row[at('id')] ?? '',
    name: row[at('name')] ?? '',
    kind: row[at('kind')] ?? '',
  }));
});
// Grids of the United States are companies, which keep their names.
const isCompany = ({ id, kind }: (typeof zones)[number]) =>
  kind === 'egrid-subregion' || (kind === 'grid-area' && id.startsWith('US-'));

test('no grid is listed by an English name on a French page', () => {
  const places = zones.filter((zone) => zone.kind !== 'country' && !isCompany(zone));
  expect(places.length).toBeGreaterThan(150);
  // French has no other name of these.
  const kept = new Set(['US-NH', 'US-NJ', 'US-RI']);
  expect(
    places.filter(({ id, name }) => ENGLISH.test(name) && !(id in grids) && !kept.has(id)),
  ).toEqual([]);
});

test('each French name is of a grid that there is', () => {
  const ids = new Set(zones.map(({ id }) => id));
  expect(Object.keys(grids).filter((id) => !ids.has(id))).toEqual([]);
});
