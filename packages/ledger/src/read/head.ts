import { open } from 'node:fs/promises';

/** Enough for the first line of any log. */
const HEAD_BYTES = 100_000;

/**
 * How a file begins, as text: what its kind is told by.
 *
 * @param path of the file
 * @returns its first 100,000 bytes as UTF-8, without the mark that some tools write before a text
 */
export async function headOf(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.toString('utf8', 0, bytesRead).replace('\ufeff', '');
  } finally {
    await file.close();
  }
}

/** The first line of a text. */
export const firstLineOf = (text: string): string => text.split(/\r?\n/, 1)[0] ?? '';
