/** What became of the lines that were read. */
export interface Tally {
  lines: number;
  answered: number;
  refused: number;
  blank: number;
}

const number = (count: number) => count.toLocaleString('en');

/** What became of all lines, in one line. */
export function tallyText({ lines, answered, refused, blank }: Tally, seconds: number): string {
  const parts = [
    `${number(answered)} answered`,
    ...(refused > 0 ? [`${number(refused)} with problems`] : []),
    ...(blank > 0 ? [`${number(blank)} blank`] : []),
  ];
  return `${number(lines)} ${lines === 1 ? 'line' : 'lines'}: ${parts.join(', ')}; ${seconds.toFixed(1)} s`;
}

/** How far it has come, over what stood there before. */
export const progressText = ({ lines }: Tally): string => `\r${number(lines)} lines`;

/** Nothing over what `progressText` wrote. */
export const progressEnd = (tally: Tally): string =>
  `\r${' '.repeat(progressText(tally).length - 1)}\r`;
