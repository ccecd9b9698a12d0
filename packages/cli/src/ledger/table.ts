import stringWidth from 'fast-string-width';
import { padded } from '../text/fit.ts';

const GAP = '  ';

/**
 * Columns as wide as their widest cell; where a terminal is too narrow for them, each row as what its cells are.
 *
 * @param rows cells, those of the heading first
 * @param columns of the terminal; null where there is none
 * @param keys so many cells say which row it is
 */
export function table(
  rows: readonly (readonly string[])[],
  columns: number | null,
  keys: number,
): string {
  const widths = (rows[0] ?? []).map((_, at) =>
    Math.max(...rows.map((row) => stringWidth(row[at] ?? ''))),
  );
  const width = widths.reduce((sum, one) => sum + one + GAP.length, -GAP.length);
  if (columns !== null && width > columns) return records(rows, columns, keys);
  return rows
    .map(
      (row) =>
        `${row
          .map((cell, at) => padded(cell, widths[at] ?? 0))
          .join(GAP)
          .trimEnd()}\n`,
    )
    .join('');
}

/** A row's keys on a line, and below them its cells with what they are; none is broken where a line can hold it. */
function records(
  [names = [], ...rows]: readonly (readonly string[])[],
  columns: number,
  keys: number,
): string {
  return rows
    .map((row) => {
      const told = row
        .slice(keys)
        .map((cell, at) => [names[keys + at] ?? '', cell].join(' ').trim());
      const lines: string[] = [];
      for (const [at, one] of told.filter((_, index) => row[keys + index] !== '').entries()) {
        const last = lines.at(-1);
        const joined = `${last},${GAP}${one}`;
        if (at > 0 && stringWidth(GAP + joined) <= columns) lines[lines.length - 1] = joined;
        else lines.push(one);
      }
      const title = row.slice(0, keys).filter((cell) => cell !== '');
      return [
        ...(title.length > 0 ? [title.join(', ')] : []),
        ...lines.map((line) => (title.length > 0 ? GAP : '') + line),
        '',
      ].join('\n');
    })
    .join('');
}
