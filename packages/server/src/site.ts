import type { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliDecompress, gzip } from 'node:zlib';
import type { Coding } from './http/compress.ts';

/** A file of the site, ready to be sent. */
export interface SiteFile {
  readonly mediaType: string;
  /** Of what is in it. */
  readonly tag: () => Promise<string>;
  /** Whether its name changes with what is in it. */
  readonly isForever: boolean;
  readonly body: (coding: Coding) => Promise<Buffer>;
}

/** The files of the site by their addresses. Nothing else can be asked for, whatever an address says. */
export interface Site {
  readonly file: (path: string) => SiteFile | undefined;
  /** Whether a page lies at the address with a slash after it. */
  readonly isFolder: (path: string) => boolean;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
};

const COMPRESSED = '.br';
const INDEX = 'index.html';
const FOREVER = '/_app/immutable/';
const unzipped = promisify(brotliDecompress);
const zipped = promisify(gzip);

/**
 * A site whose files lie compressed in a folder.
 *
 * @param from a folder; each of its files ends in `.br`
 * @returns what serves them; those that were asked for stay in memory
 * Errors: throws where the folder cannot be read.
 */
export function siteIn(from: string | URL): Site {
  const folder = from instanceof URL ? fileURLToPath(from) : from;
  const files = new Map<string, SiteFile>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith(COMPRESSED)) continue;
    const path = join(entry.parentPath, entry.name);
    const name = `/${relative(folder, path).split(sep).join('/').slice(0, -COMPRESSED.length)}`;
    const address = name.endsWith(`/${INDEX}`) ? name.slice(0, -INDEX.length) : name;
    files.set(address, fileAt(path, name));
  }
  return { file: (path) => files.get(path), isFolder: (path) => files.has(`${path}/`) };
}

function fileAt(path: string, name: string): SiteFile {
  const kept: { [Name in Coding]?: Promise<Buffer> } = {};
  const make = async (coding: Coding): Promise<Buffer> => {
    if (coding === 'br') return readFile(path);
    const plain = await unzipped(await body('br'));
    return coding === 'gzip' ? zipped(plain) : plain;
  };
  const body = (coding: Coding): Promise<Buffer> => {
    kept[coding] ??= make(coding);
    return kept[coding];
  };
  let tag: Promise<string> | undefined;
  return {
    mediaType: TYPES[extname(name)] ?? 'application/octet-stream',
    tag: () => {
      tag ??= body('br').then((bytes) => createHash('sha256').update(bytes).digest('base64url'));
      return tag;
    },
    isForever: name.startsWith(FOREVER),
    body,
  };
}
