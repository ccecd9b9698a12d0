import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { csvFiles, editionId } from './folder.ts';

/** What `edition.json` says of a published edition. */
export interface Manifest {
  readonly id: string;
  /** As `contentHash` gives it for the files below. */
  readonly hash: string;
  /** When it was published, ISO 8601. */
  readonly date: string;
  /** What else to know. */
  readonly note?: string;
  /** The SHA-256 of each of its tables, by path. */
  readonly files: Readonly<Record<string, string>>;
  /** The same for tables that it needs now and that were no tables then: they are outside its hash. */
  readonly added?: Readonly<Record<string, string>>;
}

/** A published edition: its manifest and where each of its tables lies now. */
export interface PublishedEdition {
  /** Its folder's name in `data/editions/`. */
  readonly folder: string;
  readonly manifest: Manifest;
  /** Table to file: the edition's own copy, or the current table where there is none. */
  readonly paths: ReadonlyMap<string, string>;
  /** The same for the tables that were added to it. */
  readonly addedPaths: ReadonlyMap<string, string>;
}

/** The SHA-256 of some bytes, in hexadecimal. */
export function sha256(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * A hash that changes when a byte, a path or the number of an edition's tables does.
 *
 * @param paths table to file; hashed in the order of the tables' names
 */
export function contentHash(paths: ReadonlyMap<string, string>): string {
  const hash = createHash('sha256');
  for (const table of [...paths.keys()].sort()) {
    hash.update(`${table}\n`).update(readFileSync(paths.get(table) ?? ''));
  }
  return `sha256-${hash.digest('hex')}`;
}

/** The tables of the current edition: all CSV files of `data/` but those of `editions/`. */
export function currentTables(data: string): ReadonlyMap<string, string> {
  const tables = csvFiles(data).filter((file) => !file.startsWith('editions/'));
  return new Map(tables.map((table) => [table, join(data, table)]));
}

/**
 * The published editions, newest first.
 *
 * @param data the folder of the commons
 * Errors: throws where a folder has no manifest, or one that is none.
 */
export function publishedEditions(data: string): PublishedEdition[] {
  const folders = readdirSync(join(data, 'editions'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  // 2026.10 is newer than 2026.9.
  folders.sort((a, b) => b.localeCompare(a, 'en', { numeric: true }));
  return folders.map((folder) => {
    const manifest = readManifest(data, folder);
    const pathsOf = (files: Manifest['files']) =>
      new Map(
        Object.keys(files).map((table) => {
          const own = join(data, 'editions', folder, table);
          return [table, existsSync(own) ? own : join(data, table)];
        }),
      );
    const { files, added = {} } = manifest;
    return { folder, manifest, paths: pathsOf(files), addedPaths: pathsOf(added) };
  });
}

/** Every table of an edition with where it lies and the SHA-256 that it must have. */
export function tablesOf({ manifest, paths, addedPaths }: PublishedEdition) {
  return [...paths, ...addedPaths].map(([table, path]) => ({
    table,
    path,
    sha: manifest.files[table] ?? manifest.added?.[table] ?? '',
  }));
}

function readManifest(data: string, folder: string): Manifest {
  const file = join(data, 'editions', folder, 'edition.json');
  const manifest: Partial<Manifest> = JSON.parse(readFileSync(file, 'utf8'));
  const { id, hash, date, files } = manifest;
  const isWhole = [id, hash, date].every((text) => typeof text === 'string');
  if (!isWhole || typeof files !== 'object') {
    throw new Error(`data/editions/${folder}/edition.json: expected id, hash, date and files`);
  }
  return manifest as Manifest;
}

/** All editions by id with their hashes: the current one, then the others, newest first. */
export function editionHashes(data: string): ReadonlyMap<string, string> {
  const hashes = new Map([[editionId(data), contentHash(currentTables(data))]]);
  for (const { manifest, paths } of publishedEditions(data)) {
    if (!hashes.has(manifest.id)) hashes.set(manifest.id, contentHash(paths));
  }
  return hashes;
}
