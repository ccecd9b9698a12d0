import { TROUBLES } from '../http/http-problem.ts';
import type { Parameters, Route, Schema } from '../route.ts';

/** Troubles that any request can meet. */
const ANY = ['invalid-input', 'too-many-requests', 'failed', 'unavailable'] as const;
/** Those of a body. */
const OF_BODIES = ['malformed', 'too-slow', 'too-large', 'unsupported-media-type'] as const;

const PROBLEM = 'application/problem+json';

/**
 * The OpenAPI document of some routes.
 *
 * @param routes those that it describes
 * @param schemas that they refer to, by name
 * @param version of the package
 */
export function openApiOf(
  routes: readonly Route[],
  schemas: Readonly<Record<string, Schema>>,
  version: string,
): Schema {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) {
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operationOf(route) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'ML Emissions Calculator',
      version,
      description:
        'How much CO2e a machine-learning run emits, how that figure comes about, and what would lower it. Quantities carry their unit in their name and their 90 % range; a problem names its field by a JSON Pointer.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    jsonSchemaDialect: 'http://json-schema.org/draft-07/schema#',
    servers: [{ url: '/' }],
    tags: [...new Set(routes.map(({ group }) => group))].map((name) => ({ name })),
    paths,
    components: { schemas: { ...schemas, ProblemDetails: DETAILS } },
  };
}

const DETAILS: Schema = {
  type: 'object',
  description: 'Why a request was not answered (RFC 9457), with every problem of its fields.',
  required: ['type', 'title', 'status', 'detail', 'problems'],
  properties: {
    type: { type: 'string', description: 'Where the kind of trouble is explained.' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    problems: {
      type: 'array',
      items: { $ref: '#/components/schemas/FieldProblem' },
    },
  },
};

function operationOf(route: Route): Schema {
  const { id, summary, group, params = {}, query = {}, takes, sends } = route;
  const parameters = [...parametersIn('path', params), ...parametersIn('query', query)];
  return {
    operationId: id,
    summary,
    tags: [group],
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(takes ? { requestBody: { required: true, content: contentOf(route) } } : {}),
    responses: {
      200: {
        description: sends[0]?.about ?? '',
        content: Object.fromEntries(sends.map(({ mediaType, schema }) => [mediaType, { schema }])),
      },
      ...refusals(route),
    },
  };
}

const parametersIn = (where: 'path' | 'query', parameters: Parameters) =>
  Object.entries(parameters).map(([name, { about, schema, example }]) => ({
    name,
    in: where,
    description: about,
    ...(where === 'path' ? { required: true } : {}),
    schema,
    ...(example === undefined ? {} : { example }),
  }));

const MEDIA = { json: 'application/json', lines: 'application/x-ndjson', text: '*/*' } as const;

function contentOf({ takes = {}, example }: Route): Schema {
  return Object.fromEntries(
    Object.entries(takes).map(([kind, schema]) => [
      MEDIA[kind as keyof typeof MEDIA],
      { schema, ...(kind === 'json' && example !== undefined ? { example } : {}) },
    ]),
  );
}

function refusals({ takes, params }: Route): Schema {
  const can = [...(takes ? OF_BODIES : []), ...(params ? (['not-found'] as const) : []), ...ANY];
  return Object.fromEntries(
    can.map((trouble) => {
      const { status, title } = TROUBLES[trouble];
      const schema = { $ref: '#/components/schemas/ProblemDetails' };
      return [status, { description: title, content: { [PROBLEM]: { schema } } }];
    }),
  );
}
