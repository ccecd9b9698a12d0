import { Buffer, isUtf8 } from 'node:buffer';

/** A line of a text, sound UTF-8: where it stands in some bytes; or why nobody can tell what it says. */
export type Line = Part | { readonly fault: 'too-long' | 'not-utf8'; readonly size: number };

/** A line that can be read. */
export interface Part {
  readonly bytes: Buffer;
  readonly from: number;
  readonly to: number;
}

/** What a line says. */
/** The text of a part of some bytes. */
export const partOf = (bytes: Uint8Array, from: number, to: number): string =>
  (bytes as Buffer).toString('utf8', from, to);

export const textOf = ({ bytes, from, to }: Part): string => bytes.toString('utf8', from, to);

const NEWLINE = 10;

/**
 * The lines of a text as it comes in, many at a time, each without its line break.
 *
 * @param chunks of UTF-8
 * @param most bytes of a line; of one that is longer nothing is kept, and the next one is read as ever
 * @returns one list for each chunk that ends a line, and one for what comes after the last line break
 */
export async function* linesOf(
  chunks: AsyncIterable<Buffer | string>,
  most: number,
): AsyncGenerator<readonly Line[]> {
  let open: Buffer[] = [];
  let bytes = 0;
  const keep = (part: Buffer) => {
    bytes += part.length;
    if (bytes > most) open = [];
    else open.push(part);
  };
  const closed = (): Line => {
    const line = bytes > most ? tooLong(bytes) : checked(Buffer.concat(open), most);
    open = [];
    bytes = 0;
    return line;
  };
  for await (const chunk of chunks) {
    const part = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    const first = part.indexOf(NEWLINE);
    if (first < 0) {
      keep(part);
      continue;
    }
    const last = part.lastIndexOf(NEWLINE);
    keep(part.subarray(0, first));
    const lines = [closed()];
    if (last > first) lines.push(...linesIn(part.subarray(first + 1, last), most));
    keep(part.subarray(last + 1));
    yield lines;
  }
  if (bytes > 0) yield [closed()];
}

/** All lines of a part, which are nearly always sound: then they are checked in one go. */
function linesIn(part: Buffer, most: number): Line[] {
  const isSound = isUtf8(part);
  const lines: Line[] = [];
  let from = 0;
  while (from <= part.length) {
    const next = part.indexOf(NEWLINE, from);
    const to = next < 0 ? part.length : next;
    if (!isSound) lines.push(checked(part.subarray(from, to), most));
    else lines.push(to - from > most ? tooLong(to - from) : { bytes: part, from, to });
    from = to + 1;
  }
  return lines;
}

const tooLong = (size: number): Line => ({ fault: 'too-long', size });

function checked(line: Buffer, most: number): Line {
  if (line.length > most) return tooLong(line.length);
  if (!isUtf8(line)) return { fault: 'not-utf8', size: line.length };
  return { bytes: line, from: 0, to: line.length };
}
