import type { FileText, Finding } from './finding.ts';
import { namedRows } from './rows.ts';

const FILE = 'instance_families.csv';
const SIZE = /^[^:;]+:\d+(?:\.\d+)?:\d+(?:\.\d+)?$/;

/** Laws of cloud machines by family: sizes that can be read, and no machine twice. */
export function checkInstances(files: ReadonlyMap<string, FileText>): Finding[] {
  const named = new Set(
    namedRows(files.get('instances.csv')).map((row) =>
      `${row.cell('provider')}/${row.cell('instance')}`.toLowerCase(),
    ),
  );
  const findings: Finding[] = [];
  for (const row of namedRows(files.get(FILE))) {
    const wrong = (column: string, value: string, expected: string) =>
      findings.push({ file: FILE, line: row.line, column, value, expected });
    const name = row.cell('name');
    if (name.split('*').length !== 2) wrong('name', name, 'one * where the size stands');
    const sizes = row.cell('sizes').split(';').filter(Boolean);
    if (sizes.length === 0 && row.number('custom_max_vcpu') === null)
      wrong('sizes', '', 'sizes, or custom_max_vcpu');
    for (const size of sizes) {
      if (!SIZE.test(size)) {
        wrong('sizes', size, 'size:vCPU:GB such as large:2:8');
        continue;
      }
      const id = `${row.cell('provider')}/${name.replace('*', size.split(':')[0] ?? '')}`;
      if (named.has(id.toLowerCase())) wrong('sizes', size, 'a machine that no other row is');
      named.add(id.toLowerCase());
      const [vcpu, host] = [Number(size.split(':')[1]), row.number('host_vcpu')];
      if (host !== null && vcpu > host) wrong('sizes', size, `at most the host’s ${host} vCPU`);
    }
  }
  return findings;
}
