import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { ParsedProject, ParsedRun } from '../packages/cli/src/index.ts';

/** What of the package the validation uses: handed in, so that the command tests what users get and tests the sources. */
export interface Library
  extends Pick<typeof import('../packages/cli/src/index.ts'), 'estimate' | 'estimateProject'> {
  /** Of what stands in a table, which may be anything: the parser says what is wrong. */
  parseRun(input: object): ParsedRun;
  parseProject(input: object): ParsedProject;
}

/** One line of a table of cases; an empty cell is an empty text. */
export type Case = Readonly<Record<string, string>>;

const read = (path: string): Case[] =>
  parse(readFileSync(new URL(path, import.meta.url), 'utf8'), { columns: true });

/** The cases of a table in `validation/cases/`. */
export const readCases = (name: string) => read(`./cases/${name}.csv`);

/** The rows of a table in `data/`. */
export const readData = (name: string) => read(`../data/${name}.csv`);

/** A cell as a number; undefined where it is empty. */
export function numberIn(row: Case, column: string): number | undefined {
  const cell = row[column];
  return cell === undefined || cell === '' ? undefined : Number(cell);
}

/** Only what is there. */
export function said(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
