import { rename, rm, stat } from 'node:fs/promises';
import { LedgerFault } from '../engine/duckdb.ts';

/** Where a file is written before it is whole. */
export const partOf = (path: string): string => `${path}.part`;

/**
 * Writes a file that is whole or not there: what stops on the way is no file that looks like one.
 *
 * @param write to the path that it is given
 * Errors: throws `LedgerFault` where it cannot be written.
 */
export async function wholeFile<Of>(
  path: string,
  write: (part: string) => Promise<Of>,
): Promise<Of> {
  const found = await stat(path).catch(() => null);
  // A pipe or a device is written to, never replaced.
  if (found && !found.isFile()) return writing(path, write(path));
  const part = partOf(path);
  try {
    const done = await writing(path, write(part));
    await rename(part, path);
    return done;
  } finally {
    await rm(part, { force: true });
  }
}

/** Why a file cannot be written is the user's to mend. */
export async function writing<Of>(path: string, done: Promise<Of>): Promise<Of> {
  try {
    return await done;
  } catch (error) {
    if (!(error instanceof Error) || !error.message.startsWith('IO Error')) throw error;
    throw new LedgerFault(`'${path}' cannot be written`, 'another path, in a folder that is there');
  }
}
