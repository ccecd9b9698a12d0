import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the commons. */
export const DATA = fileURLToPath(new URL('../../../data', import.meta.url));

/** All CSV files below a folder, as paths relative to it with forward slashes, sorted. */
export function csvFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.csv'))
    .map((path) => path.split(sep).join('/'))
    .sort();
}

/** The id of the current edition. */
export function editionId(data: string = DATA): string {
  return readFileSync(join(data, 'EDITION'), 'utf8').trim();
}
