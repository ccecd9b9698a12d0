/** What a chart draws, as a table: its columns, and a cell a column in each row; null is "not known". */
export interface Drawn {
  readonly columns: readonly { readonly label: string; readonly isYear?: boolean }[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** Where figures come from, as a file says it. */
interface Origin {
  readonly publisher: string;
  readonly title: string;
  readonly licence: string;
}

/**
 * The cells of a chart's CSV: what is drawn, at full precision, each row with its sources and their licences, so that
 * who takes one row away takes these along.
 *
 * @param origins of the whole chart
 * @param names of the two columns that are added
 */
export function csvCells(
  { columns, rows }: Drawn,
  origins: readonly Origin[],
  names: { readonly source: string; readonly licence: string },
): string[][] {
  const source = origins.map(({ publisher, title }) => `${publisher}: ${title}`).join('; ');
  const licence = [...new Set(origins.map((one) => one.licence))].join('; ');
  return [
    [...columns.map(({ label }) => label), names.source, names.licence],
    ...rows.map((row) => [
      ...row.map((cell) => (cell === null ? '' : String(cell))),
      source,
      licence,
    ]),
  ];
}
