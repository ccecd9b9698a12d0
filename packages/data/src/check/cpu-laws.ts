import type { FileText, Finding } from './finding.ts';
import { type NamedRow, namedRows } from './rows.ts';

const FILE = 'cpus.csv';
const TURBO = 'max_turbo_power_w';

/**
 * The package limit of AMD's desktop sockets of the Zen era over the rated power.
 *
 * Source: AMD, May 2022, `amd-ppt-2022` in `data/sources.csv`.
 */
const AMD_PACKAGE = 1.35;
/** The limits that AMD prints are whole watts. */
const ROUNDED = 0.5;

/**
 * Laws of processors' powers: a turbo limit is no lower than the rated power and has its source, and AMD's desktop
 * parts have that of their socket. What a server's rated power can be configured to is no turbo limit: it stays in the
 * note, since a server runs at its rated power unless told otherwise.
 *
 * @param files all files of the commons, by path
 * @returns every processor that breaks one
 */
export function checkCpus(files: ReadonlyMap<string, FileText>): Finding[] {
  return namedRows(files.get(FILE)).flatMap((row) => {
    const [tdp = null, turbo = null] = ['tdp_w', TURBO].map(row.number);
    if (turbo === null) return [];
    const source = 'turbo_source_id';
    if (row.cell(source) === '') return [finding(row, source, `the source of the ${turbo} W`)];
    if (tdp === null) return [];
    if (turbo < tdp) return [finding(row, TURBO, `at least tdp_w ${tdp}`)];
    if (row.cell('vendor') !== 'AMD') return [];
    if (row.cell('segment') !== 'desktop')
      return [finding(row, TURBO, 'empty: AMD publishes one for desktop sockets only')];
    return Math.abs(turbo - AMD_PACKAGE * tdp) <= ROUNDED
      ? []
      : [finding(row, TURBO, `${AMD_PACKAGE} x tdp_w ${tdp}`)];
  });
}

function finding(row: NamedRow, column: string, expected: string): Finding {
  return { file: FILE, line: row.line, column, value: row.cell(column), expected };
}
