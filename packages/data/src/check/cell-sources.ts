import type { FileText, Finding } from './finding.ts';
import { type NamedRow, namedRows } from './rows.ts';
import { TABLE_FILES, type TableFile } from './tables.ts';

const ACCELERATORS = 'accelerators.csv';
const IDLE = { value: 'idle_w', source: 'idle_source_id' } as const;

/** A source of single cells stands only beside such a cell, and says what the cell says. */
export function checkCellSources(files: ReadonlyMap<string, FileText>): Finding[] {
  const beside = Object.entries(TABLE_FILES).flatMap(([file, table]) => {
    const rows = namedRows(files.get(file));
    return [...cellsBySource(table)].flatMap(([source, cells]) =>
      rows.flatMap((row) => sourceOfNothing(file, row, source, cells)),
    );
  });
  return [...beside, ...idlePower(files)];
}

/** The columns that name a source of single cells, each with the columns of those cells. */
function cellsBySource({ columns }: TableFile): ReadonlyMap<string, readonly string[]> {
  const cells = new Map<string, string[]>();
  for (const [name, { source }] of Object.entries(columns)) {
    if (source !== undefined) cells.set(source, [...(cells.get(source) ?? []), name]);
  }
  return cells;
}

function sourceOfNothing(
  file: string,
  { line, cell }: NamedRow,
  source: string,
  cells: readonly string[],
): Finding[] {
  const value = cell(source);
  if (value === '' || cells.some((name) => cell(name) !== '')) return [];
  return [{ file, line, column: source, value, expected: `a value in ${cells.join(' or ')}` }];
}

/** Whoever is named for an accelerator's idle power gives that number in `idle_power.csv`. */
function idlePower(files: ReadonlyMap<string, FileText>): Finding[] {
  const evidence = namedRows(files.get('idle_power.csv'));
  return namedRows(files.get(ACCELERATORS)).flatMap(({ line, cell, number }) => {
    const value = cell(IDLE.source);
    const isThere = evidence.some(
      (row) =>
        row.cell('accelerator_id') === cell('id') &&
        row.cell('source_id') === value &&
        row.number('idle_w') === number(IDLE.value),
    );
    if (value === '' || isThere) return [];
    const expected = `a source whose row in idle_power.csv says ${cell(IDLE.value)} W of ${cell('id')}`;
    return [{ file: ACCELERATORS, line, column: IDLE.source, value, expected }];
  });
}
