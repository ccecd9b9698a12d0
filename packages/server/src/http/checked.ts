import { type ProblemCode, problem } from '@ml-emissions/calculator';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import type { Parameters, Schema } from '../route.ts';
import { type FieldProblem, invalid } from './http-problem.ts';

const CODES: Readonly<Record<string, ProblemCode>> = {
  additionalProperties: 'unknown-field',
  required: 'missing',
  type: 'wrong-type',
  enum: 'unknown-value',
  const: 'unknown-value',
  pattern: 'malformed',
  maxItems: 'too-long',
  maxLength: 'too-long',
};

/** A reader of a part of a request: what it holds, or a thrown `HttpProblem` with every problem. */
export type Check = (value: unknown) => Record<string, unknown>;

/**
 * What reads a query or a path.
 *
 * @param where which of the two
 * @param parameters those that are taken; all others are refused by name
 */
export function parametersCheck(where: 'query' | 'path', parameters: Parameters): Check {
  const properties = Object.fromEntries(
    Object.entries(parameters).map(([name, { schema }]) => [name, schema]),
  );
  return checkOf({ type: 'object', properties, additionalProperties: false }, true, where);
}

/** What reads an object around a run: the run itself is read by the parser of runs. */
export const bodyCheck = (schema: Schema): Check => checkOf(schema, false);

// The schemas are our own, and a test checks them: that would take most of the time until the server listens.
const HOW = { allErrors: true, verbose: true, strict: false, validateSchema: false, meta: false };
const texts = new Ajv({ ...HOW, coerceTypes: true });
const values = new Ajv(HOW);

function checkOf(schema: Schema, isText: boolean, where?: 'query' | 'path'): Check {
  // Made when it is first needed: those of all routes took as long as all else until the server listens.
  let made: ValidateFunction | undefined;
  return (value) => {
    made ??= (isText ? texts : values).compile(schema);
    const validate = made;
    const copy = isText ? { ...(value as object) } : value;
    if (validate(copy)) return copy as Record<string, unknown>;
    throw invalid((validate.errors ?? []).filter(isTold).map((one) => problemOf(one, where)));
  };
}

/** Of a choice between shapes, what is wrong with each is told; that none fits says no more. */
const isTold = ({ keyword }: ErrorObject) => keyword !== 'anyOf';

function problemOf(error: ErrorObject, where?: 'query' | 'path'): FieldProblem {
  const { keyword, instancePath, params, parentSchema, data } = error;
  const name: string | undefined = params.additionalProperty ?? params.missingProperty;
  const field = name === undefined ? instancePath : `${instancePath}/${escaped(name)}`;
  const value = keyword === 'additionalProperties' ? (data as never)[name ?? ''] : data;
  const said = problem(CODES[keyword] ?? 'out-of-range', field, shown(keyword, value), {
    message: messageOf(error, name),
    expected: expectedOf(error, parentSchema ?? {}),
    suggestions: [],
  });
  return where === undefined ? said : { ...said, in: where };
}

const shown = (keyword: string, value: unknown) => (keyword === 'required' ? null : value);
const escaped = (name: string) => name.replaceAll('~', '~0').replaceAll('/', '~1');

function messageOf({ keyword, message, params }: ErrorObject, name: string | undefined): string {
  if (keyword === 'additionalProperties') return `there is no '${name}' here`;
  if (keyword === 'required') return `'${name}' is not there`;
  if (keyword === 'enum') return `it is none of ${list(params.allowedValues)}`;
  return `it ${message ?? 'does not fit'}`;
}

function expectedOf({ keyword, params, message }: ErrorObject, schema: Schema): string {
  if (keyword === 'enum') return list(params.allowedValues);
  if (keyword === 'additionalProperties') {
    const known = Object.keys((schema.properties ?? {}) as object);
    return known.length > 0 ? `one of ${list(known)}` : 'nothing';
  }
  if (typeof schema.description === 'string') return schema.description;
  return keyword === 'required' ? 'the field' : (message ?? 'another value');
}

const list = (names: readonly unknown[]) => names.join(', ');
