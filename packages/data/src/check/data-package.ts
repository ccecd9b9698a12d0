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

/**
 * The description of all tables as a Frictionless Data Package (https://specs.frictionlessdata.io).
 *
 * @param edition the edition's id
 * @returns what `data/datapackage.json` holds
 */
export function dataPackage(edition: string): DataPackage {
  return {
    profile: 'tabular-data-package',
    name: 'ml-emissions-commons',
    title: 'Hardware, grids and clouds for estimating emissions of machine learning',
    version: edition,
    licenses: [FREE, SHARE_ALIKE],
    resources: Object.entries(TABLE_FILES).map(([path, table]) => resource(path, table)),
  };
}

function resource(path: string, table: TableFile): DataPackage {
  return {
    profile: 'tabular-data-resource',
    name: path.replace(/\.csv$/, '').replace(/[^a-z0-9]+/g, '-'),
    path,
    description: table.about,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    licenses: [path.startsWith('odbl/') ? SHARE_ALIKE : FREE],
    schema: {
      fields: Object.entries(table.columns).map(([name, column]) => field(name, column)),
      missingValues: [''],
      primaryKey: table.key,
      foreignKeys: Object.entries(table.columns).flatMap(([name, column]) =>
        foreignKey(name, column),
      ),
    },
  };
}

function field(name: string, column: Column<unknown>): DataPackage {
  const { kind, about, optional, min, max, choices } = column;
  const constraints = {
    ...(optional ? {} : { required: true }),
    ...(min === undefined ? {} : { minimum: min }),
    ...(max === undefined ? {} : { maximum: max }),
    ...(choices ? { enum: choices } : {}),
  };
  return {
    name,
    type: kind in TYPES ? TYPES[kind as keyof typeof TYPES] : 'string',
    description: kind === 'list' ? `${about}; separated by ;` : about,
    ...(Object.keys(constraints).length > 0 ? { constraints } : {}),
  };
}

function foreignKey(name: string, { table }: Column<unknown>): DataPackage[] {
  if (table === undefined) return [];
  const [key = 'id'] = TABLE_FILES[`${table}.csv`]?.key ?? [];
  return [{ fields: name, reference: { resource: table.replaceAll('_', '-'), fields: key } }];
}
