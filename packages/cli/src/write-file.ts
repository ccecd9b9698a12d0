import { randomUUID } from 'node:crypto';
import { chmod, lstat, readlink, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { ExitCode } from './io.ts';

/** What a path leads to, links followed. */
interface Target {
  readonly path: string;
  /** A device, a pipe: nothing that another file may take the place of. */
  readonly isSpecial: boolean;
  /** Of the file that is there; undefined where there is none. */
  readonly mode?: number;
}

/** As many links as Linux follows. */
const MOST_LINKS = 40;

/**
 * Writes a file whole or not at all: to a temporary file beside it, which then takes its place. Links are followed; what
 * is no regular file is written into.
 *
 * @param path where to
 * @param text what
 * Errors: throws what the file system says; the old file is then as it was.
 */
export async function writeWhole(path: string, text: string | Uint8Array): Promise<void> {
  const target = await targetOf(path);
  if (target.isSpecial) return writeFile(path, text);
  const temporary = join(dirname(target.path), `.${randomUUID()}.tmp`);
  try {
    await writeFile(temporary, text, { flag: 'wx' });
    if (target.mode !== undefined) await chmod(temporary, target.mode);
    await rename(temporary, target.path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
}

/** Whether something is there that is neither a file nor a folder. */
export const isSpecialFile = async (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => !found.isFile() && !found.isDirectory(),
    () => false,
  );

async function targetOf(path: string): Promise<Target> {
  // What a link to an open file says cannot be followed by name (/dev/fd/63), so that this is asked first.
  if (await isSpecialFile(path)) return { path, isSpecial: true };
  let at = path;
  for (let links = 0; links < MOST_LINKS; links += 1) {
    const found = await lstat(at).catch(ifMissing);
    if (!found) return { path: at, isSpecial: false };
    if (found.isDirectory()) throw fault('EISDIR');
    if (!found.isSymbolicLink()) return { path: at, isSpecial: false, mode: found.mode };
    at = resolve(dirname(at), await readlink(at));
  }
  throw fault('ELOOP');
}

function ifMissing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}

const fault = (code: string): NodeJS.ErrnoException => Object.assign(new Error(code), { code });

/** Why something could not be written, in words; and whether another path is what would mend it. */
export function writeFault(
  error: unknown,
  path: string,
): { readonly reason: string; readonly exit: ExitCode } {
  const { code = '', message } = error as NodeJS.ErrnoException;
  const parent = dirname(path);
  switch (code) {
    case 'ENOENT':
      return { reason: `there is no folder '${parent}'`, exit: 2 };
    case 'EISDIR':
      return { reason: 'it is a folder', exit: 2 };
    case 'ENOTDIR':
      return { reason: `'${parent}' is no folder`, exit: 2 };
    case 'ELOOP':
      return { reason: 'its links lead in a circle', exit: 2 };
    case 'ENAMETOOLONG':
      return { reason: 'its name is too long', exit: 2 };
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return { reason: 'it may not be written', exit: 1 };
    case 'ENOSPC':
    case 'EDQUOT':
      return { reason: 'there is no room left', exit: 1 };
    default:
      return { reason: message, exit: 1 };
  }
}
