import {
  isAmount,
  itemOf,
  partsOf,
  type Row,
  type Rows,
  RUN_FIELD_NAMES,
} from '@ml-emissions/schema';

type Json = Readonly<Record<string, unknown>>;

const number: Json = { type: 'number' };
const string: Json = { type: 'string' };
const nothing: Json = { type: 'null' };
const to = (definition: string): Json => ({ $ref: `#/definitions/${definition}` });

/** What several fields refer to. */
export const DEFINITIONS = {
  Written: {
    anyOf: [
      number,
      {
        type: 'string',
        pattern: '^(?!.*\\d,\\d).*(\\d|\\b[aA]n? |\\b[oO]ne |\\b[uU]ne? |\\b[hH]alf )',
      },
    ],
    description:
      'A number, or a text that says one with its unit: `0.3 kW`, `4.58 MJ`, `50%`, `2d4h`.',
  },
  WrittenAmount: {
    anyOf: [to('Written'), to('WrittenRange')],
    description:
      'The same, exact or with the 90 % range that the user knows; `250..320..410` as a text.',
  },
  WrittenRange: {
    type: 'object',
    additionalProperties: false,
    properties: { value: to('Written'), low: to('Written'), high: to('Written') },
    required: ['value', 'low', 'high'],
  },
} as const satisfies Json;

/** What a field may hold. Bounds are a matter of the parser, which says what would be right. */
function valueAt(rows: Rows, path: string, row: Row): Json {
  if (isAmount(row)) return to('WrittenAmount');
  switch (row.kind) {
    case 'choice':
      return { type: 'string', enum: row.choices };
    case 'field-name':
      return { type: 'string', enum: RUN_FIELD_NAMES };
    case 'text':
    case 'id':
    case 'instant':
      return string;
    case 'version':
      return { type: 'number', const: 1 };
    case 'boolean':
      return { type: 'boolean' };
    case 'run':
      return to('Run');
    case 'object':
      return objectAt(rows, path);
    case 'id-or-object':
      return { anyOf: [string, objectAt(rows, path)] };
    case 'list':
      return { type: 'array', items: fieldAt(rows, `${path}/*`, itemOf(rows, path)) };
    default:
      return to('Written');
  }
}

/** The same with what it means, and what counts where it is not there. */
function fieldAt(rows: Rows, path: string, row: Row): Json {
  const about = `${row.about.charAt(0).toUpperCase()}${row.about.slice(1)}`;
  return {
    ...valueAt(rows, path, row),
    description: 'unit' in row ? `${about} (${row.unit})` : about,
    ...('default' in row ? { default: row.default } : {}),
  };
}

/**
 * The JSON Schema (draft-07) of the object at a path, made from the rows below it.
 * What may be left out may also be null: an empty value says nothing.
 *
 * @param rows of all fields, by path
 * @param at the path; '' for the whole
 * @returns the schema; it refers to `DEFINITIONS`
 */
export function objectAt(rows: Rows, at: string): Json {
  const parts = partsOf(rows, at);
  const properties = parts.map(({ name, path, row }) => {
    const value = fieldAt(rows, path, row);
    return [name, row.isRequired ? value : { anyOf: [value, nothing] }];
  });
  const required = parts.flatMap(({ name, row }) => (row.isRequired ? [name] : []));
  return {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(properties),
    ...(required.length > 0 ? { required } : {}),
  };
}
