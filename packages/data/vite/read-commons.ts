import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { FileText } from '../src/check/finding.ts';
import { csvFiles, DATA } from './folder.ts';

interface Parsed {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

/**
 * One file of the commons with the line of each row.
 *
 * @param file its path in `data/`
 * Errors: throws with file and line where the text is no CSV or a row has too few or too many cells.
 */
function readTable(file: string): FileText {
  const text = readFileSync(join(DATA, file), 'utf8');
  const records = parseWithLines(text, file);
  const [header, ...rows] = records;
  return {
    file,
    columns: header?.record ?? [],
    rows: rows.map(({ record, info }) => ({ line: info.lines, cells: record })),
  };
}

function parseWithLines(text: string, file: string): Parsed[] {
  try {
    return parse(text, { info: true }) as unknown as Parsed[];
  } catch (error) {
    throw new Error(`data/${file}: ${(error as Error).message}`);
  }
}

/** All files of the commons. */
export function readCommons(): FileText[] {
  return csvFiles(DATA).map(readTable);
}
