/** One thing wrong with one cell of the commons. */
export interface Finding {
  readonly file: string;
  /** In the file, the header being line 1. */
  readonly line: number;
  readonly column: string;
  readonly value: string;
  /** What would be right. */
  readonly expected: string;
}

/** A file of the commons as read: cells as text, each row with its line. */
export interface FileText {
  readonly file: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
}

/** `data/zones.csv:12 kind: 'land'; expected one of country, …` */
export function findingLine({ file, line, column, value, expected }: Finding): string {
  return `data/${file}:${line} ${column}: '${value}'; expected ${expected}`;
}
