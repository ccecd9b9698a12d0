import type { FileText, Finding } from './finding.ts';
import { type NamedRow, namedRows } from './rows.ts';
import { TABLE_FILES, type TableFile } from './tables.ts';

const ACCELERATORS = 'accelerators.csv';

/** Figures of accelerators with a source of their own, and the table whose row of that source says the same. */
const EVIDENCED = [
  {
    value: 'idle_w',
    source: 'idle_source_id',
    file: 'idle_power.csv',
    of: 'accelerator_id',
    said: 'idle_w',
    unit: 'W',
    // Evidence may be of a whole machine.
    isDue: false,
  },
  {
    value: 'embodied_kg_co2e',
    source: 'embodied_source_id',
    file: 'embodied.csv',
    of: 'subject',
    said: 'kg_co2e',
    unit: 'kg CO2e',
    isDue: true,
  },
] as const;
type Evidenced = (typeof EVIDENCED)[number];

const SCOPE = 'embodied_scope';
/** How a boundary in `embodied.csv` says that the host is in it. */
const WITH_HOST = /with host/;

/** A source of single cells stands only beside such a cell, and says what the cell says. */
export function checkCellSources(files: ReadonlyMap<string, FileText>): Finding[] {
  const beside = Object.entries(TABLE_FILES).flatMap(([file, table]) => {
    const rows = namedRows(files.get(file));
    return [...cellsBySource(table)].flatMap(([source, cells]) =>
      rows.flatMap((row) => sourceOfNothing(file, row, source, cells)),
    );
  });
  return [
    ...beside,
    ...EVIDENCED.flatMap((one) => evidenced(files, one)),
    ...ratesOfNobody(files),
    ...embodiedScopes(files),
  ];
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

/**
 * Whoever is named for an accelerator's idle power or manufacture gives that number in the table of evidence, and no
 * such figure is without one: the data sheet that a row is of rarely holds it. Manufacture that the evidence knows is due.
 */
function evidenced(files: ReadonlyMap<string, FileText>, one: Evidenced): Finding[] {
  const { value, source, file, of, said, unit, isDue } = one;
  const evidence = namedRows(files.get(file));
  return namedRows(files.get(ACCELERATORS)).flatMap(({ line, cell, number }) => {
    const found = (column: string, expected: string) => [
      { file: ACCELERATORS, line, column, value: cell(column), expected },
    ];
    const own = evidence.filter((row) => row.cell(of) === cell('id'));
    const named = own.find(
      (row) => row.cell('source_id') === cell(source) && row.number(said) === number(value),
    );
    if (cell(source) !== '') {
      if (named) return [];
      return found(
        source,
        `a source whose row in ${file} says ${cell(value)} ${unit} of ${cell('id')}`,
      );
    }
    if (cell(value) !== '') return found(source, `the source of the ${cell(value)} ${unit}`);
    if (!isDue || own.length === 0) return [];
    return found(value, `one of the figures of ${cell('id')} in ${file}`);
  });
}

const RATE_SOURCES = ['fp32_source_id', 'rates_source_id'] as const;

/** The rates of a chip name where they come from in their columns; a note says only that they are remembered. */
function ratesOfNobody(files: ReadonlyMap<string, FileText>): Finding[] {
  const table = TABLE_FILES[ACCELERATORS];
  const cells = table ? cellsBySource(table) : new Map<string, readonly string[]>();
  return namedRows(files.get(ACCELERATORS)).flatMap(({ line, cell }) => {
    const found = (column: string, expected: string) => [
      { file: ACCELERATORS, line, column, value: cell(column), expected },
    ];
    if (/(FP\d+|rates) from [A-Z]/.test(cell('note')))
      return found('note', `that source in ${RATE_SOURCES.join(' or ')}`);
    if (/from memory/.test(cell('note'))) return [];
    return RATE_SOURCES.filter(
      (source) => cell(source) === '' && cells.get(source)?.some((name) => cell(name) !== ''),
    ).flatMap((source) => found(source, 'the source of the rates, or a note "from memory"'));
  });
}

/** What a figure of manufacture holds is said beside it, as its evidence has it; a whole system's desk is no server. */
function embodiedScopes(files: ReadonlyMap<string, FileText>): Finding[] {
  const evidence = namedRows(files.get('embodied.csv'));
  return namedRows(files.get(ACCELERATORS)).flatMap(({ line, cell }) => {
    const found = (expected: string) => [
      { file: ACCELERATORS, line, column: SCOPE, value: cell(SCOPE), expected },
    ];
    const isSystem = cell('tdp_scope') === 'system' && cell('segment') === 'datacenter';
    const isKnown = cell('embodied_kg_co2e') !== '';
    if (!isKnown) {
      const expected = isSystem ? 'not-known' : '';
      return cell(SCOPE) === expected ? [] : found(expected || 'empty where no figure stands');
    }
    const boundary =
      evidence
        .find(
          (row) =>
            row.cell('subject') === cell('id') &&
            row.cell('source_id') === cell('embodied_source_id'),
        )
        ?.cell('boundary') ?? '';
    const expected = WITH_HOST.test(boundary) ? 'with-host' : 'chip';
    return cell(SCOPE) === expected ? [] : found(`${expected}, as its row in embodied.csv`);
  });
}
