import { TABLE_FILES } from '../packages/data/src/check/tables.ts';

const COLUMNS = ['<!-- columns -->', '<!-- /columns -->'] as const;

/** Every column of every table: what it means and what may stand in it. */
function columnsText(): string {
  return Object.entries(TABLE_FILES)
    .map(([file, { about, columns, key }]) => {
      const lines = Object.entries(columns).map(([name, column]) => {
        const { choices, table, optional, source } = column;
        const more = [
          choices ? `one of ${choices.join(', ')}` : '',
          table ? `id in ${table}.csv` : '',
          column.kind === 'list' || column.kind === 'numbers' ? 'separated by ;' : '',
          source ? `source in \`${source}\`` : '',
          optional ? '' : 'required',
        ].filter(Boolean);
        return `| \`${name}\` | ${column.about} | ${more.join('; ')} |`;
      });
      return `### \`${file}\`\n\n${about}. Key: ${key.join(' + ')}.\n\n| column | what | may hold |\n|---|---|---|\n${lines.join('\n')}`;
    })
    .join('\n\n');
}

/** What stands between two markers of a text, replaced. */
export function between(
  text: string,
  [start, end]: readonly [string, string],
  inside: string,
): string {
  const [before = '', rest = ''] = text.split(start);
  const [, after = ''] = rest.split(end);
  return `${before}${start}\n${inside}\n${end}${after}`;
}

/** The README of the commons with its description of all columns up to date. */
export function withColumns(readme: string): string {
  return between(readme, COLUMNS, columnsText());
}
