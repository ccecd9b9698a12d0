import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../src/check/finding.ts';
import { csvFiles, editionId } from './folder.ts';
import {
  contentHash,
  currentTables,
  type PublishedEdition,
  publishedEditions,
  sha256,
  tablesOf,
} from './published.ts';

const ID = /^\d{4}\.\d+$/;
const FREEZE = 'npm run data:freeze';

/**
 * Whether every published edition still is what it was.
 *
 * @param data the folder of the commons
 * @returns every table that moved, every hash that moved, and every id that names two things
 * Errors: throws where a manifest cannot be read.
 */
export function checkPublished(data: string): Finding[] {
  const editions = publishedEditions(data);
  return [...editions.flatMap((one) => checkOne(data, one)), ...checkIds(data, editions)];
}

const fault = (file: string, column: string, value: string, expected: string): Finding => ({
  file,
  line: 0,
  column,
  value,
  expected,
});

function checkOne(data: string, edition: PublishedEdition): Finding[] {
  const { folder, manifest, paths } = edition;
  const own = `editions/${folder}`;
  const file = `${own}/edition.json`;
  const findings: Finding[] = [];
  const tables = tablesOf(edition);
  for (const { table, path, sha: then } of tables) {
    const now = existsSync(path) ? sha256(readFileSync(path)) : '';
    if (now === then) continue;
    const isOwn = path === join(data, own, table);
    const remedy = isOwn ? 'a published table never changes' : `run ${FREEZE}`;
    const expected = `${then}, as edition ${manifest.id} was published with: ${remedy}`;
    findings.push(fault(isOwn ? `${own}/${table}` : table, 'sha256', now, expected));
  }
  for (const table of csvFiles(join(data, own))) {
    if (!tables.some((one) => one.table === table))
      findings.push(fault(`${own}/${table}`, '', '', `to stand in ${file}`));
  }
  if (findings.length > 0) return findings;
  const hash = contentHash(paths);
  return hash === manifest.hash ? [] : [fault(file, 'hash', manifest.hash, `the tables’ ${hash}`)];
}

function checkIds(data: string, editions: readonly PublishedEdition[]): Finding[] {
  const findings: Finding[] = [];
  const seen = new Set<string>();
  for (const { folder, manifest } of editions) {
    const { id } = manifest;
    const file = `editions/${folder}/edition.json`;
    if (seen.has(id)) findings.push(fault(file, 'id', id, 'an id that no other edition has'));
    else if (id !== folder) findings.push(fault(file, 'id', id, `its folder’s name, ${folder}`));
    seen.add(id);
  }
  const current = editionId(data);
  if (!ID.test(current)) findings.push(fault('EDITION', '', current, 'year and number: 2026.1'));
  const same = editions.find(({ manifest }) => manifest.id === current);
  if (same && same.manifest.hash !== contentHash(currentTables(data))) {
    const expected = `the next id: ${current} is published, and tables have changed since`;
    findings.push(fault('EDITION', '', current, expected));
  }
  return findings;
}
