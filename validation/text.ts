/** A number to four digits. */
export const digits = (value: number) => String(Number(value.toPrecision(4)));

/** A share in percent, to a tenth. */
export const percent = (share: number) => `${(100 * share).toFixed(1)} %`;

/** A table in Markdown. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '/')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
