import type { WriteStream } from 'node:tty';

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

const OFF = ['0', 'false'];

/**
 * Whether a stream takes colour: a terminal that is not dumb, unless NO_COLOR (https://no-color.org) or FORCE_COLOR
 * says otherwise.
 *
 * @param stream where the text goes
 * @param env the environment
 */
export function takesColor(
  stream: Pick<WriteStream, 'isTTY'>,
  { NO_COLOR, FORCE_COLOR, TERM }: NodeJS.ProcessEnv,
): boolean {
  if (NO_COLOR || OFF.includes(FORCE_COLOR ?? '')) return false;
  return FORCE_COLOR !== undefined || (stream.isTTY === true && TERM !== 'dumb');
}
