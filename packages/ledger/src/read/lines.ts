import { Buffer, isUtf8 } from 'node:buffer';

/** A line of a text: what it says, or why nobody can tell. */
export type Line = string | { readonly fault: 'too-long' | 'not-utf8'; readonly bytes: number };

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
    const line = bytes > most ? tooLong(bytes) : textOf(Buffer.concat(open), most);
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

/** All lines of a part, which are nearly always sound: then they are read in one go. */
function linesIn(part: Buffer, most: number): Line[] {
  if (!isUtf8(part)) return eachOf(part).map((line) => textOf(line, most));
  return part
    .toString('utf8')
    .split('\n')
    .map((line) => (line.length > most ? tooLong(Buffer.byteLength(line)) : line));
}

function eachOf(part: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  let from = 0;
  for (let at = part.indexOf(NEWLINE); at >= 0; at = part.indexOf(NEWLINE, from)) {
    lines.push(part.subarray(from, at));
    from = at + 1;
  }
  return [...lines, part.subarray(from)];
}

const tooLong = (bytes: number): Line => ({ fault: 'too-long', bytes });

function textOf(line: Buffer, most: number): Line {
  if (line.length > most) return tooLong(line.length);
  return isUtf8(line) ? line.toString('utf8') : { fault: 'not-utf8', bytes: line.length };
}
