import { LISTS, type ListName, type ListRow } from '@ml-emissions/calculator';
import { Argument, Command } from 'commander';
import { stringify } from 'csv-stringify/sync';
import { list } from './calculator.ts';
import type { Io } from './io.ts';
import { printable } from './printable.ts';

/** What a person wants to see of each table at a glance. */
const COLUMNS: Readonly<Record<ListName, readonly string[]>> = {
  accelerators: ['id', 'name', 'tdpW', 'memoryGb', 'year', 'confidence'],
  cpus: ['id', 'name', 'cores', 'tdpW', 'year'],
  instances: ['provider', 'instance', 'acceleratorCount', 'acceleratorIds', 'vcpu', 'memoryGb'],
  slices: ['slice', 'acceleratorId', 'chips', 'cores', 'hosts'],
  providers: ['id', 'name', 'siteKind', 'url'],
  sites: ['id', 'name', 'operator', 'kind', 'country', 'zone', 'pue'],
  regions: ['provider', 'region', 'name', 'country', 'zone', 'status'],
  zones: ['id', 'name', 'kind', 'parent'],
  sources: ['id', 'title', 'publisher', 'year', 'licence'],
};

const WIDEST = 60;

interface Flags {
  readonly search?: string;
  readonly json?: boolean;
  readonly csv?: boolean;
}

/** `ml-emissions list`: a table of the commons, for people or for programs. */
export function listCommand(io: Io): Command {
  return new Command('list')
    .description('what the data knows')
    .addArgument(new Argument('<table>', 'which table').choices(LISTS))
    .option('--search <words>', 'rows whose names begin with these words, in any order')
    .option('--json', 'print whole rows as JSON')
    .option('--csv', 'print whole rows as CSV')
    .addHelpText(
      'after',
      '\nExamples:\n  $ ml-emissions list accelerators --search "a100 80gb"\n  $ ml-emissions list regions --csv > regions.csv\n',
    )
    .action((name: ListName, flags: Flags) => {
      const rows = list(name, flags.search ?? '');
      if (flags.json) io.stdout.write(`${JSON.stringify(rows, null, 2)}\n`);
      else if (flags.csv) io.stdout.write(csvText(rows));
      else io.stdout.write(printable(`${textTable(rows, COLUMNS[name])}\n`));
    });
}

function csvText(rows: readonly ListRow[]): string {
  const cells = rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([key, value]) => [key, cellText(value)])),
  );
  return stringify(cells, { header: true, escape_formulas: true });
}

/** A cell for people: unknown is empty, lists are separated by `;`. */
export function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  return Array.isArray(value) ? value.join(';') : String(value);
}

function textTable(rows: readonly ListRow[], columns: readonly string[]): string {
  if (rows.length === 0) return 'nothing found';
  const cells = rows.map((row) => columns.map((column) => cut(cellText(row[column]))));
  const widths = columns.map((column, index) =>
    Math.max(column.length, ...cells.map((row) => row[index]?.length ?? 0)),
  );
  const line = (row: readonly string[]) =>
    row
      .map((cell, index) => cell.padEnd(widths[index] ?? 0))
      .join('  ')
      .trimEnd();
  return [
    line(columns),
    ...cells.map(line),
    `${rows.length} ${rows.length === 1 ? 'row' : 'rows'}`,
  ].join('\n');
}

function cut(text: string): string {
  return text.length > WIDEST ? `${text.slice(0, WIDEST - 1)}…` : text;
}
