import { keySql, type SummaryKey } from './keys.ts';

/** Which jobs count: those that have all of these in common; null = not told. */
export type Where = Readonly<Partial<Record<SummaryKey, string | null>>>;

/** A condition in SQL, with the values of its question marks in order. */
interface Condition {
  readonly sql: string;
  readonly values: readonly string[];
}

/** What somebody typed is bound, never written into the text; a key stands there from the list of them. */
export function whereSql(where: Where): Condition {
  const told = Object.entries(where) as [SummaryKey, string | null][];
  if (told.length === 0) return { sql: '', values: [] };
  const parts = told.map(([key, value]) => `${keySql(key)} ${value === null ? 'IS NULL' : '= ?'}`);
  return {
    sql: `WHERE ${parts.join(' AND ')}`,
    values: told.flatMap(([, value]) => value ?? []),
  };
}
