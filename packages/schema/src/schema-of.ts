import * as v from 'valibot';
import { expectedOf, itemOf, type ListRow, partsOf, type Row, type Rows } from './fields/row.ts';
import { RUN_FIELD_NAMES } from './fields/run.ts';
import * as leaf from './leaf-schemas.ts';
import { once } from './once.ts';

/** The schema of what stands at a path, default and absence apart. */
function valueAt(rows: Rows, path: string, row: Row): v.GenericSchema {
  switch (row.kind) {
    case 'amount':
    case 'share':
    case 'duration':
      return leaf.amount(row);
    case 'number':
    case 'fraction':
      return leaf.plain(row);
    case 'integer':
      return leaf.integer(row);
    case 'text':
      return leaf.text(row.expected);
    case 'id':
      return leaf.id(row.expected);
    case 'instant':
      return leaf.instant(row.expected);
    case 'choice':
      return v.picklist(row.choices, expectedOf(row));
    case 'field-name':
      return v.picklist(RUN_FIELD_NAMES, row.expected);
    case 'version':
      return v.literal(1, row.expected);
    case 'boolean':
      return v.boolean(row.expected);
    case 'run':
      return v.record(v.string(), v.unknown(), row.expected);
    case 'object':
      return objectAt(rows, path, row.expected);
    case 'id-or-object':
      return leaf.idOr(row.expected, objectAt(rows, path));
    case 'list':
      return listAt(rows, path, row);
  }
}

function listAt(rows: Rows, path: string, row: ListRow): v.GenericSchema {
  const list = v.array(valueAt(rows, `${path}/*`, itemOf(rows, path)), row.expected);
  const most = v.maxLength<unknown[], number, string>(
    row.most,
    row.atMost.replace('{most}', String(row.most)),
  );
  return row.notEmpty === undefined
    ? v.pipe(list, most)
    : v.pipe(list, v.minLength(1, row.notEmpty), most);
}

const defaultOf = (row: Row) => ('default' in row ? row.default : undefined);

/** The schema of a field, which may be absent unless its row says otherwise; made when a run first has the field. */
function fieldAt(rows: Rows, path: string, row: Row): v.GenericSchema {
  const value = v.lazy(once(() => valueAt(rows, path, row)));
  if (row.isRequired) return value;
  const usual = defaultOf(row);
  return usual === undefined ? v.optional(value) : v.optional(value, usual);
}

/**
 * The schema of the object at a path, made from the rows below it.
 *
 * @param rows of all fields, by path
 * @param at the path; '' for the whole
 * @param expected what a problem says where no object stands there
 */
export function objectAt(rows: Rows, at: string, expected?: string): v.GenericSchema {
  const fields = partsOf(rows, at).map(({ name, path, row }) => [name, fieldAt(rows, path, row)]);
  return v.object(Object.fromEntries(fields), expected);
}

/**
 * The same for an object that is wrong somewhere: what is wrong is left out, nothing is refused.
 * A place in a list without what it must have is a hole (null).
 */
export function readableAt(rows: Rows, at: string): v.GenericSchema {
  const fields = partsOf(rows, at).map(({ name, path, row }) => {
    if (row.isRequired) return [name, fieldAt(rows, path, row)];
    const value = readableValue(rows, path, row);
    const usual = defaultOf(row);
    return [
      name,
      usual === undefined ? v.fallback(v.optional(value), usual) : v.fallback(value, usual),
    ];
  });
  return v.object(Object.fromEntries(fields));
}

function readableValue(rows: Rows, path: string, row: Row): v.GenericSchema {
  if (row.kind === 'object' && row.isReadInParts) return readableAt(rows, path);
  const item = row.kind === 'list' ? itemOf(rows, path) : null;
  if (item?.kind !== 'object' || !item.isReadInParts) return valueAt(rows, path, row);
  return v.array(v.fallback(v.nullable(readableAt(rows, `${path}/*`)), null));
}
