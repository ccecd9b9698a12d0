import type { FileText, Finding } from './finding.ts';
import { type NamedRow, namedRows } from './rows.ts';

const FILE = 'sites.csv';

/**
 * Laws of named sites: a name is one site's, a zone lies in the country that the row tells, and a PUE has a source and
 * says how sure it is.
 *
 * @param files all files of the commons, by path
 */
export function checkSites(files: ReadonlyMap<string, FileText>): Finding[] {
  const rows = namedRows(files.get(FILE));
  const zones = new Map(namedRows(files.get('zones.csv')).map((row) => [row.cell('id'), row]));
  return [...sharedNames(rows), ...rows.flatMap((row) => [...zoneAbroad(row, zones), ...pue(row)])];
}

function finding({ line, cell }: NamedRow, column: string, expected: string): Finding {
  return { file: FILE, line, column, value: cell(column), expected };
}

function sharedNames(rows: readonly NamedRow[]): Finding[] {
  const owners = new Map<string, string>();
  return rows.flatMap((row) => {
    const id = row.cell('id');
    const names = [id, row.cell('name'), ...row.cell('aliases').split(';')].filter(Boolean);
    return names.flatMap((name) => {
      const owner = owners.get(name.toLowerCase()) ?? id;
      owners.set(name.toLowerCase(), owner);
      return owner === id ? [] : [finding(row, 'aliases', `no ${name}: that is ${owner}`)];
    });
  });
}

function zoneAbroad(row: NamedRow, zones: ReadonlyMap<string, NamedRow>): Finding[] {
  const of = zones.get(row.cell('zone'))?.cell('country') ?? '';
  const country = row.cell('country');
  return of === country
    ? []
    : [finding(row, 'country', `${of || 'nothing'}, as its zone lies there`)];
}

function pue(row: NamedRow): Finding[] {
  if (row.cell('pue') === '') return [];
  return ['pue_source_id', 'pue_confidence']
    .filter((column) => row.cell(column) === '')
    .map((column) => finding(row, column, 'a value beside the PUE'));
}
