import type { FileText, Finding } from './finding.ts';
import { namedRows } from './rows.ts';

const FILES = ['accelerators.csv', 'cpus.csv'] as const;
const DECLARED = 'ambiguous_aliases.csv';

/**
 * A name that stands on several rows must be declared as ambiguous, and what is declared must be so:
 * then nobody makes a name ambiguous by accident.
 */
export function checkAliases(files: ReadonlyMap<string, FileText>): Finding[] {
  const declared = namedRows(files.get(DECLARED));
  const allowed = new Set(declared.map((row) => row.cell('alias').toLowerCase()));
  const findings: Finding[] = [];
  const ambiguous = new Set<string>();
  for (const file of FILES) {
    const owner = new Map<string, string>();
    for (const row of namedRows(files.get(file))) {
      const id = row.cell('id');
      const names = [row.cell('name'), ...row.cell('aliases').split(';')].filter(Boolean);
      for (const value of names) {
        const name = value.toLowerCase();
        const other = owner.get(name);
        if (other === undefined || other === id) owner.set(name, id);
        else {
          ambiguous.add(name);
          if (allowed.has(name)) continue;
          const expected = `a name that ${other} does not have, or a row in ${DECLARED}`;
          findings.push({ file, line: row.line, column: 'aliases', value, expected });
        }
      }
    }
  }
  for (const { line, cell } of declared) {
    const value = cell('alias');
    if (ambiguous.has(value.toLowerCase())) continue;
    const expected = 'a name that stands on several rows';
    findings.push({ file: DECLARED, line, column: 'alias', value, expected });
  }
  return findings;
}
