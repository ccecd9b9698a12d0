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
  Amount: {
    anyOf: [number, to('Ranged')],
    description: "A number of the user's, exact or with its range.",
  },
  Ranged: {
    type: 'object',
    additionalProperties: false,
    description: 'A number whose 90 % range the user knows.',
    properties: { value: number, low: number, high: number },
    required: ['value', 'low', 'high'],
  },
  Duration: {
    anyOf: [
      to('Amount'),
      {
        type: 'string',
        description: '`2d4h`, `90m`, `1:30:00`',
        pattern:
          '^\\s*(\\d+(\\.\\d+)?|(\\d+(\\.\\d+)?[dD])?\\s*(\\d+(\\.\\d+)?[hH])?\\s*(\\d+(\\.\\d+)?[mM](in)?)?\\s*(\\d+(\\.\\d+)?[sS])?|\\d+:\\d\\d(:\\d\\d(\\.\\d+)?)?)\\s*$',
      },
    ],
    description: 'Hours as a number, or as text.',
  },
} as const satisfies Json;

/** What a field may hold. Bounds are a matter of the parser, which says what would be right. */
function valueAt(rows: Rows, path: string, row: Row): Json {
  if (row.kind === 'duration') return to('Duration');
  if (isAmount(row)) return to('Amount');
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
      return number;
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
