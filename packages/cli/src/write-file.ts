import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import {
  access,
  chmod,
  chown,
  lstat,
  readlink,
  rename,
  rm,
  stat,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import type { ExitCode } from './io.ts';

/** What a path leads to, links followed. */
interface Target {
  readonly path: string;
  /** A device, a pipe: nothing that another file may take the place of. */
  readonly isSpecial: boolean;
  /** The file that is there; undefined where there is none. */
  readonly found?: { readonly mode: number; readonly uid: number; readonly gid: number };
}

/** As many links as Linux follows. */
const MOST_LINKS = 40;

/** Where nothing may be put beside a file that may be written itself, or nothing take its place. */
const NO_PLACE_BESIDE = ['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'EBUSY', 'EXDEV'];

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? '';

/**
 * Writes a file whole or not at all: to a temporary file beside it, which then takes its place, its mode and its owner.
 * Links are followed; what is no regular file is written into, and so is a file that nothing can take the place of.
 *
 * @param path where to
 * @param text what
 * Errors: throws what the file system says; the old file is then as it was.
 */
export async function writeWhole(path: string, text: string | Uint8Array): Promise<void> {
  const target = await targetOf(path);
  try {
    if (target.isSpecial) return await writeFile(target.path, text);
    // A folder may let anybody replace what is in it; the file's own permission is what its owner says of it.
    if (target.found) await access(target.path, constants.W_OK);
    await replace(target, text);
  } catch (error) {
    throw Object.assign(error as Error, { at: target.path });
  }
}

async function replace({ path, found }: Target, text: string | Uint8Array): Promise<void> {
  const temporary = join(dirname(path), `.${randomUUID()}.tmp`);
  try {
    await writeFile(temporary, text, { flag: 'wx' });
    if (found) {
      await keepOwner(temporary, found);
      await chmod(temporary, found.mode);
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    if (!found || !NO_PLACE_BESIDE.includes(codeOf(error))) throw error;
    await writeFile(path, text, { flag: 'r+' });
    await truncate(path, Buffer.byteLength(text));
  }
}

async function keepOwner(path: string, { uid, gid }: NonNullable<Target['found']>): Promise<void> {
  const own = await stat(path);
  if (own.uid !== uid || own.gid !== gid) await chown(path, uid, gid);
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
  try {
    if (path === '') throw fault('EINVAL');
    for (let links = 0; links < MOST_LINKS; links += 1) {
      const found = await lstat(at).catch(ifMissing);
      if (!found && endsAsFolder(at)) throw fault('ENOENT');
      if (!found) return { path: at, isSpecial: false };
      if (found.isDirectory()) throw fault('EISDIR');
      if (!found.isSymbolicLink()) return { path: at, isSpecial: false, found };
      at = resolve(dirname(at), await readlink(at));
    }
    throw fault('ELOOP');
  } catch (error) {
    throw Object.assign(error as Error, { at });
  }
}

function ifMissing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}

const fault = (code: string): NodeJS.ErrnoException => Object.assign(new Error(code), { code });

const endsAsFolder = (path: string): boolean => path.endsWith('/') || path.endsWith(sep);

/** The folder that a path wants, its own name where it ends as one. */
const folderOf = (path: string): string => (endsAsFolder(path) ? path : dirname(path));

/** Why something could not be written, in words, of where its links led; and whether another path is what would mend it. */
export function writeFault(
  error: unknown,
  path: string,
): { readonly reason: string; readonly exit: ExitCode } {
  const { code = '', message, at = path } = error as NodeJS.ErrnoException & { at?: string };
  const parent = folderOf(at);
  switch (code) {
    case 'ENOENT':
      return { reason: `there is no folder '${parent}'`, exit: 2 };
    case 'EINVAL':
      return {
        reason: path === '' ? 'that is no name of a file' : message,
        exit: path === '' ? 2 : 1,
      };
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
    case 'EIO':
      return { reason: 'it may not be written', exit: 1 };
    case 'ENOSPC':
    case 'EDQUOT':
      return { reason: 'there is no room left', exit: 1 };
    default:
      return { reason: message, exit: 1 };
  }
}
