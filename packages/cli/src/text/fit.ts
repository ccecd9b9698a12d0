import stringWidth from 'fast-string-width';
import { wrapAnsi } from 'fast-wrap-ansi';

/** How much further in a line goes on. */
const HANG = 2;
// biome-ignore lint/suspicious/noControlCharactersInRegex: styles that begin before the indent
const INDENT = /^((?:\u001b\[\d+m)*)( *)/;

/**
 * Text whose lines are no wider than a terminal: longer ones go on below, further in.
 *
 * @param text lines, styled or not
 * @param columns display columns of the terminal; null where there is none, and the text stays as it is
 */
export function fit(text: string, columns: number | null): string {
  if (columns === null) return text;
  return text
    .split('\n')
    .map((line) => (stringWidth(line) > columns ? wrapped(line, columns) : line))
    .join('\n');
}

function wrapped(line: string, columns: number): string {
  const [lead = '', styles = '', spaces = ''] = INDENT.exec(line) ?? [];
  const indent = Math.min(spaces.length, Math.floor(columns / 2));
  const hang = Math.min(indent + HANG, Math.floor(columns / 2));
  const rows = wrapAnsi(styles + line.slice(lead.length), columns - hang, { hard: true });
  return rows
    .split('\n')
    .map((row, index) => ' '.repeat(index === 0 ? indent : hang) + row)
    .join('\n');
}

/** Text filled up to so many display columns. */
export function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - stringWidth(text)));
}
