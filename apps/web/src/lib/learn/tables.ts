import { type TableName, writtenTable } from '@ml-emissions/calculator/tables';

/** A row by column name; every cell is text, '' is "not known". */
export type Row = Readonly<Record<string, string>>;

const known = new Map<TableName, Promise<readonly Row[]>>();

async function read(name: TableName): Promise<readonly Row[]> {
  const { columns, rows } = await writtenTable(name);
  return rows.map((cells) =>
    Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ''])),
  );
}

/**
 * The rows of a table, fetched once a visit.
 *
 * @param name its file in `data/`, without `.csv`
 */
export function rowsOf(name: TableName): Promise<readonly Row[]> {
  const found = known.get(name) ?? read(name);
  known.set(name, found);
  // A failed fetch may be tried again.
  found.catch(() => known.delete(name));
  return found;
}

/** The cell as a number; null where it is empty. */
export const numberIn = (row: Row, column: string): number | null => {
  const text = row[column] ?? '';
  return text === '' ? null : Number(text);
};

/** The figure of a yearly intensity row. */
export const intensityIn = (row: Row): number => numberIn(row, 'carbon_intensity_g_per_kwh') ?? 0;

/** Where all of these come from, so that places and years compare. */
export const ONE_SOURCE = 'owid-ember-2026';

/** Yearly lifecycle intensities as generated, by country: one source, so that places and years compare. */
export async function lifecycleByCountry(): Promise<readonly Row[]> {
  const [rows, zones] = await Promise.all([rowsOf('zone_intensity'), rowsOf('zones')]);
  const countries = new Set(
    zones.flatMap(({ id, kind }) => (kind === 'country' && id ? [id] : [])),
  );
  return rows.filter(
    ({ zone, source_id, quality }) =>
      source_id === ONE_SOURCE && quality === 'ok' && countries.has(zone ?? ''),
  );
}
