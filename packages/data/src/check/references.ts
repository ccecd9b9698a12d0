import type { FileText, Finding } from './finding.ts';
import { TABLE_FILES, type TableFile } from './tables.ts';

/** List columns whose items are ids of another table. */
const LISTS: Readonly<Record<string, string>> = {
  accelerator_ids: 'accelerators',
  cpu_ids: 'cpus',
  source_ids: 'sources',
  zone_candidates: 'zones',
};

/** The folder of an edition whose tables refer to each other only. */
const OWN = /^editions\/[^/]+\//;

/** Pairs of columns that together name a region. */
const REGION_FILES = new Set(['region_intensity.csv', 'region_energy.csv']);

/**
 * Every id that a cell names must be the key of a row.
 *
 * @param files all files of the commons, by path
 * @returns every reference that leads nowhere
 */
export function checkReferences(files: ReadonlyMap<string, FileText>): Finding[] {
  const ids = new Map<string, ReadonlySet<string>>();
  const idsOf = (path: string) => {
    let found = ids.get(path);
    if (!found) {
      found = keysOf(files, path);
      ids.set(path, found);
    }
    return found;
  };
  const findings: Finding[] = [];
  for (const text of files.values()) {
    const table = TABLE_FILES[text.file];
    if (table) findings.push(...fileReferences(text, table, idsOf));
  }
  return [...findings, ...regionReferences(files)];
}

function keysOf(files: ReadonlyMap<string, FileText>, path: string): ReadonlySet<string> {
  const text = files.get(path);
  return new Set(text?.rows.map(({ cells }) => cells[0] ?? ''));
}

function fileReferences(
  { file, columns, rows }: FileText,
  table: TableFile,
  idsOf: (path: string) => ReadonlySet<string>,
): Finding[] {
  const findings: Finding[] = [];
  for (const [index, name] of columns.entries()) {
    const target = table.columns[name]?.table ?? LISTS[name];
    if (target === undefined) continue;
    const path = `${OWN.exec(file)?.[0] ?? ''}${target}.csv`;
    const known = idsOf(path);
    for (const { line, cells } of rows) {
      for (const value of (cells[index] ?? '').split(';').filter(Boolean)) {
        if (known.has(value)) continue;
        findings.push({ file, line, column: name, value, expected: `an id in ${path}` });
      }
    }
  }
  return findings;
}

function regionReferences(files: ReadonlyMap<string, FileText>): Finding[] {
  const regions = new Set(
    files.get('regions.csv')?.rows.map(({ cells }) => `${cells[0]}/${cells[1]}`),
  );
  const findings: Finding[] = [];
  for (const file of REGION_FILES) {
    const text = files.get(file);
    const columns = text?.columns ?? [];
    const [provider, region, several] = ['provider', 'region', 'regions'].map((name) =>
      columns.indexOf(name),
    );
    for (const { line, cells } of text?.rows ?? []) {
      const named = [cells[region ?? -1] ?? '', ...(cells[several ?? -1] ?? '').split(';')];
      for (const value of named.filter(Boolean)) {
        if (regions.has(`${cells[provider ?? -1]}/${value}`)) continue;
        findings.push({ file, line, column: 'region', value, expected: 'a region in regions.csv' });
      }
    }
  }
  return findings;
}
