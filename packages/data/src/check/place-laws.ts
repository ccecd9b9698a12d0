import type { FileText, Finding } from './finding.ts';
import { type NamedRow, namedRows } from './rows.ts';

/** Five equal years are no measurement: a stand-in for one. */
const EQUAL_YEARS = 5;
/** Two sources further apart than this cannot both be right. */
const FAR_APART = 2.5;
const INTENSITIES = ['zone_intensity.csv', 'odbl/zone_intensity.csv'];
const CHECKED = 'check or suspect';

/** Laws of places: what can be true of a year, of a region that was not open, of a figure beside others. */
export function checkPlaces(files: ReadonlyMap<string, FileText>): Finding[] {
  return [
    ...intensities(files),
    ...regionYears(files),
    ...candidates(files),
    ...closedEnergy(files),
    ...designs(files),
    ...yearlyClaims(files),
  ];
}

/** A row of a table with the file that it stands in. */
interface Located extends NamedRow {
  readonly file: string;
}

const value = ({ number }: NamedRow): number => number('carbon_intensity_g_per_kwh') ?? 0;

/** Lifecycle figures that cannot be taken as they are, whatever their source, say so. */
function intensities(files: ReadonlyMap<string, FileText>): Finding[] {
  const rows = INTENSITIES.flatMap((file): Located[] =>
    namedRows(files.get(file)).map((row) => ({ ...row, file })),
  ).filter(({ cell }) => cell('quality') !== 'suspect');
  const byYear = groupBy(rows, ({ cell }) => `${cell('zone')} ${cell('year')}`);
  const bySeries = groupBy(
    rows.filter(isLifecycle),
    ({ cell }) => `${cell('zone')} ${cell('source_id')} ${cell('basis')}`,
  );
  return [
    ...byYear.flatMap(besideOthers),
    ...bySeries.flatMap((series) =>
      flat(series).flatMap((row) => unless(row, 'equal in five years')),
    ),
  ];
}

const isLifecycle = ({ cell }: NamedRow): boolean => cell('scope') === 'lifecycle';

function besideOthers(same: readonly Located[]): Finding[] {
  return same.filter(isLifecycle).flatMap((row) => {
    const own = value(row);
    const isBelow = same.some((other) => !isLifecycle(other) && value(other) > own);
    if (isBelow) return unless(row, 'below a direct figure of the same year');
    const isFar = same.some((other) => {
      const ratio = isLifecycle(other) && own > 0 ? value(other) / own : 1;
      return ratio > FAR_APART || (ratio > 0 && ratio < 1 / FAR_APART);
    });
    return isFar ? unless(row, `more than ${FAR_APART} times apart from another source`) : [];
  });
}

function unless({ file, line, cell }: Located, why: string): Finding[] {
  if (cell('quality') === 'check') return [];
  const expected = `${CHECKED}: ${why}`;
  return [{ file, line, column: 'quality', value: cell('quality'), expected }];
}

/** The rows of a series that stand in five or more equal years one after the other. */
function flat(series: readonly Located[]): readonly Located[] {
  const sorted = series.toSorted((a, b) => Number(a.cell('year')) - Number(b.cell('year')));
  const found: Located[] = [];
  let run: Located[] = [];
  for (const row of sorted) {
    const last = run.at(-1);
    const goesOn =
      last !== undefined &&
      Number(row.cell('year')) === Number(last.cell('year')) + 1 &&
      value(row) === value(last);
    if (!goesOn) run = [];
    run.push(row);
    if (run.length === EQUAL_YEARS) found.push(...run);
    else if (run.length > EQUAL_YEARS) found.push(row);
  }
  return found;
}

/** A region that is open has not closed; one whose end is known is closed. */
function regionYears(files: ReadonlyMap<string, FileText>): Finding[] {
  const file = 'regions.csv';
  return namedRows(files.get(file)).flatMap(({ line, cell }) => {
    const status = cell('status');
    if (cell('closed_year') !== '' && status !== 'closed') {
      return [{ file, line, column: 'status', value: status, expected: 'closed' }];
    }
    // A doubt in prose about whether a region is still there is a status that nobody looked up.
    if (status === 'open' && /\bclos(ed|ure|ing)\b/i.test(cell('note'))) {
      const expected = 'nothing about a closure of a region that is open';
      return [{ file, line, column: 'note', value: cell('note'), expected }];
    }
    return [];
  });
}

/** Other grid areas that a region may draw from stand in their column, and are other than its own. */
function candidates(files: ReadonlyMap<string, FileText>): Finding[] {
  const file = 'regions.csv';
  return namedRows(files.get(file)).flatMap(({ line, cell }) => {
    const several = cell('zone_candidates').split(';').filter(Boolean);
    if (several.includes(cell('zone'))) {
      const expected = 'other zones than its own';
      return [{ file, line, column: 'zone_candidates', value: several.join(';'), expected }];
    }
    if (/zone candidate/i.test(cell('note'))) {
      const expected = 'candidates in zone_candidates';
      return [{ file, line, column: 'note', value: cell('note'), expected }];
    }
    return [];
  });
}

const regionKey = ({ cell }: NamedRow): string => `${cell('provider')}/${cell('region')}`;

/** Columns of what a region's machines used or bought; the carbon-free share is its grid's, open or not. */
const OF_MACHINES = ['pue', 'wue_l_per_kwh', 'renewable_percent'];

/** What a region used in a year when it was not open is no measurement. */
function closedEnergy(files: ReadonlyMap<string, FileText>): Finding[] {
  const file = 'region_energy.csv';
  const regions = new Map(namedRows(files.get('regions.csv')).map((row) => [regionKey(row), row]));
  return namedRows(files.get(file)).flatMap((row) => {
    const { line, cell, number } = row;
    const region = regions.get(regionKey(row));
    const year = number('year') ?? 0;
    if (!region || OF_MACHINES.every((column) => cell(column) === '')) return [];
    if (cell('quality') === 'suspect' || cell('period') === 'design') return [];
    const isAhead = region.cell('status') === 'announced' || region.cell('status') === 'preview';
    const opened = region.number('launched_year');
    const closed = region.number('closed_year');
    const isOpen =
      !isAhead && (opened === null || year >= opened) && (closed === null || year <= closed);
    if (isOpen) return [];
    const expected = 'design, or quality suspect: the region was not open in that year';
    return [{ file, line, column: 'period', value: cell('period'), expected }];
  });
}

/** What a building was designed for is never taken without a word. */
function designs(files: ReadonlyMap<string, FileText>): Finding[] {
  const file = 'region_energy.csv';
  return namedRows(files.get(file)).flatMap(({ line, cell }) => {
    const isDesign = cell('period') === 'design';
    if (isDesign && cell('quality') === 'ok') {
      return [{ file, line, column: 'quality', value: 'ok', expected: CHECKED }];
    }
    if (!isDesign && /^design figure/i.test(cell('note'))) {
      return [{ file, line, column: 'period', value: cell('period'), expected: 'design' }];
    }
    return [];
  });
}

/** `Sixth year in a row`: the years of a claim that counts them follow each other. */
function yearlyClaims(files: ReadonlyMap<string, FileText>): Finding[] {
  const file = 'provider_claims.csv';
  const inRow = namedRows(files.get(file)).filter(({ cell }) => /year in a row/.test(cell('note')));
  const series = groupBy(inRow, ({ cell }) => `${cell('provider')} ${cell('claim')}`);
  return series.flatMap((rows) =>
    rows.flatMap(({ line, number, cell }, index) => {
      const before = rows[index - 1]?.number('year') ?? null;
      if (before === null || number('year') === before + 1) return [];
      return [{ file, line, column: 'year', value: cell('year'), expected: String(before + 1) }];
    }),
  );
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups.values()];
}
