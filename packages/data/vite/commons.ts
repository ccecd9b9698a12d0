import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import type { Plugin } from 'vite';
import { coreOf } from './core.ts';
import { csvFiles, DATA, editionId } from './folder.ts';

const TABLE = /\.csv\?(table|core)$/;
const DECODE = fileURLToPath(new URL('../src/from-columns.ts', import.meta.url));
const EDITIONS = 'virtual:ml-emissions/editions';

/** A hash that changes when a byte of any of these files does. */
function contentHash(folder: string, files: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of files) hash.update(`${file}\n`).update(readFileSync(join(folder, file)));
  return `sha256-${hash.digest('hex')}`;
}

/** Every edition in `data/`: the current one and the frozen ones under `editions/`, with their hashes. */
function editions(): { current: string; hashes: Record<string, string> } {
  const current = editionId();
  const frozen = readdirSync(join(DATA, 'editions'));
  const own = csvFiles(DATA).filter((file) => !file.startsWith('editions/'));
  const hashes: Record<string, string> = { [current]: contentHash(DATA, own) };
  for (const id of frozen) {
    const folder = join(DATA, 'editions', id);
    hashes[id] = contentHash(folder, csvFiles(folder));
  }
  return { current, hashes };
}

/**
 * Lets code import the commons: `import table from '…/zones.csv?table'` gives a function that returns the
 * table's columns and cells, parsed strictly at build time and decoded on first use; `?core` gives the part of it
 * that a page needs at first (core.ts); and
 * `virtual:ml-emissions/editions` gives the editions with their content hashes.
 */
export function commons(): Plugin {
  return {
    name: 'ml-emissions-commons',
    enforce: 'pre',
    resolveId(id) {
      return id === EDITIONS ? `\0${EDITIONS}` : undefined;
    },
    load(id) {
      if (id === `\0${EDITIONS}`) {
        const { current, hashes } = editions();
        return `export const current = ${JSON.stringify(current)};\nexport const hashes = ${JSON.stringify(hashes)};\n`;
      }
      const [query, part] = TABLE.exec(id) ?? [];
      if (query === undefined) return undefined;
      const file = id.slice(0, id.lastIndexOf('?'));
      this.addWatchFile(file);
      return tableModule(file, part === 'core');
    },
  };
}

function tableModule(path: string, isCore: boolean): string {
  const file = relative(DATA, path).split(sep).join('/');
  const records: string[][] = parse(readFileSync(path, 'utf8'), { bom: true });
  const [columns, ...rows] = records;
  if (!columns) throw new Error(`${file}: no header row`);
  const table = isCore ? coreOf(file, columns, rows) : { columns, rows };
  // Column by column: like stands beside like, and the file is a tenth smaller once compressed.
  const cells = table.columns.map((_, index) => table.rows.map((row) => row[index] ?? ''));
  const text = JSON.stringify(JSON.stringify({ columns: table.columns, cells }));
  return `import { fromColumns } from ${JSON.stringify(DECODE)};
const text = ${text};
let table;
export default () => (table ??= fromColumns(${JSON.stringify(basename(file, '.csv'))}, JSON.parse(text)));
`;
}
