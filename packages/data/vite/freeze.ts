import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { editionId } from './folder.ts';
import {
  contentHash,
  currentTables,
  type Manifest,
  type PublishedEdition,
  publishedEditions,
  sha256,
  tablesOf,
} from './published.ts';

/**
 * Gives each published edition its own copy of every table that differs from the current one.
 *
 * @param data the folder of the commons, in a git repository
 * @returns the copies that were written, as paths in `data/`
 * Errors: throws where no commit and no other edition has the table as it was published.
 */
export function keepPublished(data: string): string[] {
  const editions = publishedEditions(data);
  const written: string[] = [];
  for (const edition of editions) {
    const { folder, manifest } = edition;
    for (const { table, path, sha } of tablesOf(edition)) {
      const own = `editions/${folder}/${table}`;
      // A copy of its own that is wrong is for a person to judge: the check names it.
      if (path === join(data, own) || (existsSync(path) && sha256(readFileSync(path)) === sha))
        continue;
      const bytes = keptText(editions, table, sha) ?? committedText(data, table, sha);
      if (!bytes) {
        throw new Error(`data/${table}: no commit has it as edition ${manifest.id} does (${sha})`);
      }
      mkdirSync(dirname(join(data, own)), { recursive: true });
      writeFileSync(join(data, own), bytes);
      written.push(own);
    }
  }
  return written;
}

function keptText(editions: readonly PublishedEdition[], table: string, sha: string) {
  const all = editions
    .flatMap(({ paths, addedPaths }) => paths.get(table) ?? addedPaths.get(table) ?? [])
    .filter(existsSync);
  return all.map((path) => readFileSync(path)).find((bytes) => sha256(bytes) === sha);
}

function committedText(data: string, table: string, sha: string): Buffer | undefined {
  const commits = git(data, 'log', '--format=%H', '--', table)?.toString() ?? '';
  for (const commit of commits.split('\n').filter(Boolean)) {
    const bytes = git(data, 'show', `${commit}:./${table}`);
    if (bytes && sha256(bytes) === sha) return bytes;
  }
  return undefined;
}

/** What git prints; undefined where it fails: no repository, or a commit that deleted the file. */
function git(data: string, ...args: string[]): Buffer | undefined {
  const { status, stdout } = spawnSync('git', args, { cwd: data, maxBuffer: 2 ** 28 });
  return status === 0 ? stdout : undefined;
}

/**
 * Publishes the current edition: writes the manifest that holds it to its tables for good.
 *
 * @param data the folder of the commons
 * @param date of the release, ISO 8601
 * Errors: throws where its id is published already.
 */
export function releaseCurrent(data: string, date: string): Manifest {
  const id = editionId(data);
  const folder = join(data, 'editions', id);
  if (existsSync(join(folder, 'edition.json'))) {
    throw new Error(`edition ${id} is published already: data/EDITION needs the next id`);
  }
  const tables = currentTables(data);
  const shas = [...tables].map(([table, path]) => [table, sha256(readFileSync(path))]);
  const manifest = { id, hash: contentHash(tables), date, files: Object.fromEntries(shas) };
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'edition.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}
