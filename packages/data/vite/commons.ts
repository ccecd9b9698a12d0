import { readFileSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import type { Plugin } from 'vite';
import { groupedText, tableText } from '../src/table-text.ts';
import { coreOf } from './core.ts';
import { DATA } from './folder.ts';
import {
  asNeededModule,
  isGrouped,
  isInFile,
  SHARE_ALIKE_NOTICE,
  tableFileOf,
  VIRTUAL_MODULES,
} from './modules.ts';

const TABLE = /\.csv\?(table|core)$/;
const DECODE = fileURLToPath(new URL('../src/table-text.ts', import.meta.url));

/** How the tables go into a build. */
export interface CommonsOptions {
  /** In a file each below `tables/`, beside the code: whoever imports one loads it, whoever reads them does when needed. */
  readonly tableFiles?: boolean;
}

const AS_NEEDED = 'virtual:ml-emissions/tables-as-needed';

/**
 * Lets code import the commons: `import table from '…/zones.csv?table'` gives a function that returns the
 * table's columns and cells, parsed strictly at build time and decoded on first use; `?core` gives the part of it
 * that a page needs at first (core.ts). The editions and their tables are modules that are written at build time
 * from what lies in `data/` (modules.ts).
 */
export function commons({ tableFiles = false }: CommonsOptions = {}): Plugin {
  return {
    name: 'ml-emissions-commons',
    enforce: 'pre',
    resolveId(id) {
      if (tableFiles && id.startsWith('./tables/')) return { id, external: true };
      if (id === AS_NEEDED) return `\0${id}`;
      return Object.hasOwn(VIRTUAL_MODULES, id) ? `\0${id}` : undefined;
    },
    buildStart() {
      if (!tableFiles) return;
      const source = readFileSync(join(DATA, SHARE_ALIKE_NOTICE));
      this.emitFile({ type: 'asset', fileName: `tables/${SHARE_ALIKE_NOTICE}`, source });
    },
    load(id) {
      for (const [name, write] of Object.entries(VIRTUAL_MODULES)) {
        if (id === `\0${name}`) return write(DATA);
      }
      if (id === `\0${AS_NEEDED}`) return asNeededModule(DATA, tableFiles);
      const [query, part] = TABLE.exec(id) ?? [];
      if (query === undefined) return undefined;
      const file = id.slice(0, id.lastIndexOf('?'));
      this.addWatchFile(file);
      const { name, table } = readTable(file, part === 'core');
      if (!tableFiles || !isInFile(file))
        return tableModule(name, `const text = ${JSON.stringify(tableText(table))};`);
      const fileName = tableFileOf(file);
      // In a page a table is smaller once compressed with all that is alike together; a file is read for few rows of it.
      const text = isGrouped(file) ? groupedText(table) : tableText(table);
      this.emitFile({ type: 'asset', fileName, source: `export default ${quoted(text)}` });
      return tableModule(name, `import text from ${JSON.stringify(`./${fileName}`)};`);
    },
  };
}

function readTable(path: string, isCore: boolean) {
  const file = relative(DATA, path).split(sep).join('/');
  const records: string[][] = parse(readFileSync(path, 'utf8'), { bom: true });
  const [columns, ...rows] = records;
  if (!columns) throw new Error(`${file}: no header row`);
  const table = isCore ? coreOf(file, columns, rows) : { columns, rows };
  // Column by column: like stands beside like, and the file is a tenth smaller once compressed.
  const cells = table.columns.map((_, index) => table.rows.map((row) => row[index] ?? ''));
  return { name: basename(file, '.csv'), table: { columns: table.columns, cells } };
}

/** As code has it: in single quotes, since quotes in notes are mostly double. */
const quoted = (text: string) => `'${text.replaceAll(/[\\']/g, '\\$&')}'`;

function tableModule(name: string, textLine: string): string {
  return `import { tableFrom } from ${JSON.stringify(DECODE)};
${textLine}
let table;
export default () => (table ??= tableFrom(${JSON.stringify(name)}, text));
`;
}
