import type { Said, Shown } from '@ml-emissions/calculator';
import { english, words } from '@ml-emissions/words';
import { Command } from 'commander';
import { nearestNames, show } from './calculator.ts';
import { cleaned } from './cleaned.ts';
import { type ExitCode, type Io, say, tell } from './io.ts';
import { cellText } from './list.ts';
import { type Style, style } from './style.ts';

/** Rows of a related table that a person wants to see; `--json` has all. */
const MOST = 12;
const NEAREST = 5;

/** `ml-emissions show`: everything known of a chip, machine, site, region or zone, with sources. */
export function showCommand(io: Io, finish: (exit: ExitCode) => void): Command {
  return new Command('show')
    .description('everything known of a chip, processor, cloud machine, site, region or zone')
    .argument('<name...>', 'any name: h100, p4d.24xlarge, v3-8, jean-zay, "us east virginia"')
    .option('--json', 'print as JSON')
    .action((names: readonly string[], flags: { readonly json?: boolean }) => {
      const text = names.join(' ');
      const found = show(text);
      if (found.length === 0) {
        const near = nearestNames(text, NEAREST);
        const hint = near.length > 0 ? `; did you mean ${near.join(', ')}?` : '';
        tell(io, `${cleaned(`nothing is called '${text}'${hint}`)}\n`);
        return finish(2);
      }
      if (flags.json) io.stdout.write(`${JSON.stringify(found, null, 2)}\n`);
      else say(io, `${shownText(cleaned(text), cleaned(found), style(io.color))}\n`);
    });
}

function shownText(text: string, found: readonly Shown[], styles: Style): string {
  const many = found.length > 1 ? [`'${text}' names ${found.length} things.`, ''] : [];
  return [...many, ...found.map((one) => oneText(one, styles))].join('\n');
}

type Row = Readonly<Record<string, unknown>>;

function oneText({ kind, row, related, sources }: Shown, styles: Style): string {
  const { name, id, instance, region }: Row = { ...row };
  const lines = [styles.bold(`${kind} ${cellText(name ?? id ?? instance ?? region)}`)];
  for (const [key, value] of Object.entries(row)) {
    const cell = cellText(value);
    if (cell !== '') lines.push(`  ${key.padEnd(22)} ${cell}`);
  }
  for (const [name, rows] of Object.entries(related)) {
    if (rows.length === 0) continue;
    lines.push(styles.bold(`  ${name} (${rows.length})`));
    // The newest rows stand last in the tables.
    for (const each of rows.slice(-MOST)) lines.push(`    ${brief(each)}`);
  }
  lines.push(styles.bold('  sources'));
  for (const { id, title, publisher, year, licence, url } of sources) {
    lines.push(`    ${id}: ${[title, publisher, year, licence, url].filter(Boolean).join('. ')}`);
  }
  return `${lines.join('\n')}\n`;
}

const LEFT_OUT = ['note', 'aliases', 'lat', 'lon', 'beside'];

function brief(row: Row): string {
  return Object.entries(row)
    .map(([key, value]) => [key, briefText(value)] as const)
    .filter(([key, text]) => text !== '' && !LEFT_OUT.includes(key))
    .map(([key, text]) => `${key} ${text}`)
    .join(', ');
}

/** What is said stands as a code; a doubt by what it says. */
function briefText(value: unknown): string {
  if (Array.isArray(value)) return value.map(briefText).join('; ');
  if (typeof value !== 'object' || value === null) return cellText(value);
  if ('code' in value) return words(value as Said, english);
  return 'said' in value ? briefText(value.said) : '';
}
