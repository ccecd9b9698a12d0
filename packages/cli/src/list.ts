import { LISTS, type ListName, type ListRow } from '@ml-emissions/calculator';
import { Argument, Command } from 'commander';
import { stringify } from 'csv-stringify/sync';
import stringWidth from 'fast-string-width';
import { list } from './calculator.ts';
import { cleaned } from './cleaned.ts';
import { type Io, say } from './io.ts';
import { style } from './style.ts';
import { padded } from './text/fit.ts';

/** What a person wants to see of each table at a glance. */
const COLUMNS: { readonly [Name in ListName]: readonly (keyof ListRow<Name> & string)[] } = {
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

type Row = Readonly<Record<string, unknown>>;

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
      const rows: readonly Row[] = list(name, flags.search ?? '');
      if (flags.json) io.stdout.write(`${JSON.stringify(rows, null, 2)}\n`);
      else if (flags.csv) io.stdout.write(csvText(rows));
      else say(io, textTable(cleaned(rows), COLUMNS[name], io));
    });
}

function csvText(rows: readonly Row[]): string {
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

function textTable(
  rows: readonly Row[],
  columns: readonly string[],
  { color, columns: { stdout: room } }: Io,
): string {
  if (rows.length === 0) return 'nothing found\n';
  const cells = rows.map((row) => columns.map((column) => cellText(row[column])));
  const widths = columns.map((_, index) =>
    Math.min(WIDEST, Math.max(...[columns, ...cells].map((row) => stringWidth(row[index] ?? '')))),
  );
  if (room !== null) narrow(widths, room);
  const line = (row: readonly string[]) =>
    row
      .map((cell, index) => padded(cut(cell, widths[index] ?? 0), widths[index] ?? 0))
      .join(GAP)
      .trimEnd();
  return [
    style(color).bold(line(columns)),
    ...cells.map(line),
    `${rows.length} ${rows.length === 1 ? 'row' : 'rows'}`,
    '',
  ].join('\n');
}

const GAP = '  ';
/** A column says little below this. */
const LEAST = 8;

/** Takes from the widest columns until a table fits; what is then still too wide goes on in a second line. */
function narrow(widths: number[], room: number): void {
  const over = () => widths.reduce((sum, one) => sum + one + GAP.length, -GAP.length) - room;
  for (let left = over(); left > 0; left = over()) {
    // The first column is what a row is called by: it stays whole.
    const widest = Math.max(...widths.slice(1));
    if (widest <= LEAST) return;
    widths[widths.indexOf(widest, 1)] = Math.max(LEAST, widest - left);
  }
}

function cut(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  let shown = '';
  for (const sign of text) {
    if (stringWidth(`${shown}${sign}…`) > width) break;
    shown += sign;
  }
  return `${shown}…`;
}
