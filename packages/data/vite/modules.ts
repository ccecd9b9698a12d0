import { readFileSync } from 'node:fs';
import { basename, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findingLine } from '../src/check/finding.ts';
import { FACT_FILES, MACHINE_FILES } from '../src/editions/files.ts';
import { checkPublished } from './check-published.ts';
import { editionId } from './folder.ts';
import { editionHashes, publishedEditions, sha256 } from './published.ts';

const TABLE_TEXT = fileURLToPath(new URL('../src/table-text.ts', import.meta.url));
/** Read by code of its own (packages/data/src/editions/paper-2019.ts). */
const OTHER_SHAPE = new Set(['2019-paper']);

/** Modules that are written at build time, by their id; each takes the folder of the commons. */
export const VIRTUAL_MODULES: Readonly<Record<string, (data: string) => string>> = {
  'virtual:ml-emissions/editions': editionsModule,
  'virtual:ml-emissions/tables': tablesModule,
  'virtual:ml-emissions/core': coreModule,
};

/** Ids and hashes. Throws where a published edition moved: nothing is built that answers in its name. */
function editionsModule(data: string): string {
  const [moved] = checkPublished(data);
  if (moved) throw new Error(findingLine(moved));
  return `export const hashes = ${JSON.stringify([...editionHashes(data)])};\n`;
}

/** The tables of all editions: one that several have in common, byte by byte, is one module. */
function tablesModule(data: string): string {
  const imports = importer('table');
  const editions = editionsText(data, imports.nameOf);
  return `${imports.lines()}export const editions = ${editions};\n`;
}

/**
 * The same as a function of how a table's file is read, for who has them as files; each is read when it is first asked
 * for. Without files the tables are in the code, and nothing is read.
 */
export function asNeededModule(data: string, tableFiles: boolean): string {
  const imports = importer('table');
  if (!tableFiles) {
    const editions = editionsText(data, imports.nameOf);
    return `${imports.lines()}export const editions = () => ${editions};\n`;
  }
  const nameOf = (path: string | undefined) =>
    path === undefined
      ? 'noTable'
      : `table(read, ${JSON.stringify(basename(path, '.csv'))}, ${JSON.stringify(tableFileOf(path))})`;
  return `import { noTable, tableFrom } from ${importPath(TABLE_TEXT)};
const made = new Map();
const table = (read, name, file) => () => {
  if (!made.has(file)) made.set(file, tableFrom(name, read(file)));
  return made.get(file);
};
export const editions = (read) => ${editionsText(data, nameOf)};
`;
}

/** Whether a table goes into a file of its own: those that code of its own reads are small, and stay in it. */
export const isInFile = (path: string): boolean =>
  ![...OTHER_SHAPE].some((id) => path.split(sep).includes(id));

/** The file of a table, by its content: tables that editions have in common are one. Share-alike ones stay apart. */
export const tableFileOf = (path: string): string => {
  const folder = isShareAlike(path) ? 'tables/odbl' : 'tables';
  return `${folder}/${basename(path, '.csv')}-${sha256(readFileSync(path)).slice(0, 8)}.js`;
};

const isShareAlike = (path: string): boolean => path.split(sep).includes('odbl');

/** Tables of which a question needs a few rows, which stand together: those of an accelerator, a zone, a provider. */
const GROUPED = ['regions', 'region_energy', 'region_intensity', 'zone_intensity'];

/** Whether a table that is in a file is written there group by group. */
export const isGrouped = (path: string): boolean => GROUPED.includes(basename(path, '.csv'));

/** What goes along with the share-alike tables. */
export const SHARE_ALIKE_NOTICE = 'odbl/LICENCE.md';

function editionsText(data: string, nameOf: (path: string | undefined) => string): string {
  const current = { id: editionId(data), pathOf: (file: string) => join(data, file) };
  const older = publishedEditions(data)
    .map(({ manifest: { id }, paths, addedPaths }) => ({
      id,
      pathOf: (file: string) => paths.get(file) ?? addedPaths.get(file),
    }))
    .filter(({ id }) => id !== current.id && !OTHER_SHAPE.has(id));
  const editions = [current, ...older].map(
    ({ id, pathOf }) => `{
  id: ${JSON.stringify(id)},
  facts: ${tablesText(FACT_FILES, (file) => nameOf(pathOf(file)))},
  machines: ${tablesText(MACHINE_FILES, (file) => nameOf(pathOf(file)))},
}`,
  );
  return `[${editions.join(', ')}]`;
}

function coreModule(data: string): string {
  const imports = importer('core');
  const facts = tablesText(FACT_FILES, (file) => imports.nameOf(join(data, file)));
  return `${imports.lines()}export const facts = ${facts};\n`;
}

function tablesText(
  files: Readonly<Record<string, string | readonly string[]>>,
  nameOf: (file: string) => string,
): string {
  const fields = Object.entries(files).map(([name, file]) => {
    const table = typeof file === 'string' ? nameOf(file) : `[${file.map(nameOf).join(', ')}]`;
    return `${name}: ${table}`;
  });
  return `{ ${fields.join(', ')} }`;
}

/** Names for files in a module's text, with the imports that bring them in. */
function importer(query: 'table' | 'core') {
  const seen = new Map<string, { readonly name: string; readonly path: string }>();
  return {
    nameOf(path: string | undefined): string {
      // A table that came with a later edition.
      if (path === undefined) return 'noTable';
      const same = `${basename(path)} ${sha256(readFileSync(path))}`;
      const known = seen.get(same) ?? { name: `table${seen.size}`, path };
      seen.set(same, known);
      return known.name;
    },
    lines(): string {
      const lines = [...seen.values()].map(
        ({ name, path }) => `import ${name} from ${importPath(`${path}?${query}`)};\n`,
      );
      return `import { noTable } from ${importPath(TABLE_TEXT)};\n${lines.join('')}`;
    },
  };
}

const importPath = (path: string) => JSON.stringify(path.split(sep).join('/'));
