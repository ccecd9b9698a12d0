import type { Column } from '../column.ts';
import { TABLE_FILES, type TableFile } from './tables.ts';

const FREE = {
  name: 'CC-BY-4.0',
  title: 'Creative Commons Attribution 4.0',
  path: 'https://creativecommons.org/licenses/by/4.0/',
};
const SHARE_ALIKE = {
  name: 'ODbL-1.0',
  title: 'Open Data Commons Open Database License 1.0',
  path: 'https://opendatacommons.org/licenses/odbl/1-0/',
};
const TYPES = { number: 'number', integer: 'integer' } as const;

/** JSON that describes the commons to programs that do not have our code. */
export type DataPackage = Readonly<Record<string, unknown>>;

/** Share-alike tables are a package of their own, so that the rest stays free. */
const APART = 'odbl/';

/** The packages of the commons, by the folder in `data/` that each describes. */
export const PACKAGE_FOLDERS = ['', APART] as const;

/**
 * The description of a folder's tables as a Frictionless Data Package (https://specs.frictionlessdata.io).
 *
 * @param edition the edition's id
 * @param folder one of `PACKAGE_FOLDERS`
 * @returns what the `datapackage.json` of that folder holds
 */
export function dataPackage(
  edition: string,
  folder: (typeof PACKAGE_FOLDERS)[number],
): DataPackage {
  const isApart = folder === APART;
  const tables = Object.entries(TABLE_FILES).filter(([path]) => path.startsWith(APART) === isApart);
  return {
    profile: 'tabular-data-package',
    name: isApart ? 'ml-emissions-commons-odbl' : 'ml-emissions-commons',
    title: 'Hardware, grids and clouds for estimating emissions of machine learning',
    version: edition,
    licenses: [isApart ? SHARE_ALIKE : FREE],
    resources: tables.map(([path, table]) => resource(path.slice(folder.length), table, isApart)),
  };
}

function resource(path: string, table: TableFile, isApart: boolean): DataPackage {
  return {
    profile: 'tabular-data-resource',
    name: resourceName(path),
    path,
    description: table.about,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    schema: {
      fields: Object.entries(table.columns).map(([name, column]) => field(name, column)),
      missingValues: [''],
      primaryKey: table.key,
      foreignKeys: Object.entries(table.columns).flatMap(([name, column]) =>
        foreignKey(path, name, column, isApart),
      ),
    },
  };
}

const resourceName = (path: string) => path.replace(/\.csv$/, '').replace(/[^a-z0-9]+/g, '-');

function field(name: string, column: Column<unknown>): DataPackage {
  const { kind, about, optional, min, max, choices } = column;
  const constraints = {
    ...(optional ? {} : { required: true }),
    ...(min === undefined || kind === 'numbers' ? {} : { minimum: min }),
    ...(max === undefined || kind === 'numbers' ? {} : { maximum: max }),
    ...(choices ? { enum: choices } : {}),
  };
  return {
    name,
    type: kind in TYPES ? TYPES[kind as keyof typeof TYPES] : 'string',
    description: kind === 'list' || kind === 'numbers' ? `${about}; separated by ;` : about,
    ...(Object.keys(constraints).length > 0 ? { constraints } : {}),
  };
}

function foreignKey(
  path: string,
  name: string,
  { table }: Column<unknown>,
  isApart: boolean,
): DataPackage[] {
  // A package cannot point into another one: references of share-alike tables are checked by us only.
  if (table === undefined || isApart) return [];
  // Tables of an edition of another shape refer to each other.
  const target = `${path.slice(0, path.lastIndexOf('/') + 1)}${table}.csv`;
  const [key = 'id'] = TABLE_FILES[target]?.key ?? [];
  return [{ fields: name, reference: { resource: resourceName(target), fields: key } }];
}
