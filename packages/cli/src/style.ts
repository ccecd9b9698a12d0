/** Text styles for a terminal; none where colour is off. */
export interface Style {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
}

const sgr = (on: number, off: number) => (text: string) => `\u001b[${on}m${text}\u001b[${off}m`;
const plain = (text: string) => text;

export function style(color: boolean): Style {
  return color ? { bold: sgr(1, 22), dim: sgr(2, 22) } : { bold: plain, dim: plain };
}
