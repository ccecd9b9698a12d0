import type { Cell } from './append.ts';
import type { Columns } from './engine.ts';

const NAME = /^[a-z_][a-z0-9_-]{0,127}$/i;

/** Whether a text can be the name of a catalog, a schema or a table of ours. */
export const isName = (text: string): boolean => NAME.test(text);

/**
 * A name between the quotes that keep it one.
 *
 * Errors: throws for what is no name.
 */
export function quoted(name: string): string {
  if (!isName(name)) throw new Error(`quoted(): '${name}' is no name`);
  return `"${name}"`;
}

/** A text as Trino reads it: a quote in it is doubled, and nothing else has a meaning. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const typeOf = (type: string) => (type === 'TIMESTAMP_MS' ? 'TIMESTAMP(3)' : type);

/** Texts of Trino may have a million characters by default (`query.max-length`); quotes are doubled in them. */
const LONGEST = 800_000;

/**
 * Rows as queries that give them, each short enough to be asked. One text holds all cells: a `VALUES` of as many takes
 * the planner minutes, and JSON keeps each number and letter as it is.
 */
export function rowQueries(columns: Columns, rows: readonly (readonly Cell[])[]): string[] {
  const types = Object.entries(columns)
    .map(([name, type]) => `${name} ${typeOf(type)}`)
    .join(', ');
  const query = (parts: readonly string[]) =>
    `SELECT * FROM UNNEST(CAST(json_parse('[${parts.join(',')}]') AS ARRAY(ROW(${types}))))`;
  const queries: string[] = [];
  let [parts, length]: [string[], number] = [[], 0];
  for (const row of rows) {
    const part = JSON.stringify(row).replaceAll("'", "''");
    if (parts.length > 0 && length + part.length > LONGEST) {
      queries.push(query(parts));
      [parts, length] = [[], 0];
    }
    parts.push(part);
    length += part.length + 1;
  }
  return [...queries, query(parts)];
}
