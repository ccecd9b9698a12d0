import { PROJECT_FIELDS, RUN_FIELDS } from '@ml-emissions/schema';

import { createGenerator } from 'ts-json-schema-generator';
import { version } from '../packages/cli/package.json';
import { DEFINITIONS, objectAt } from './written-schemas.ts';

/** Where the package keeps its schemas. */
export const SCHEMA_FOLDER = 'packages/cli/schema';

type Json = Readonly<Record<string, unknown>>;

const RUN = {
  description: 'One piece of computation as a user writes it. An empty value (null) says nothing.',
  ...objectAt(RUN_FIELDS, ''),
};

/** What users write, made from the table of fields. */
const WRITTEN = [
  { file: 'run.json', title: 'A run', schema: { ...RUN, definitions: DEFINITIONS } },
  {
    file: 'project.json',
    title: 'A project: several runs',
    schema: {
      description: 'Several runs that belong together.',
      ...objectAt(PROJECT_FIELDS, ''),
      definitions: { Run: RUN, ...DEFINITIONS },
    },
  },
] as const;

/** What we write: its file, the type that it describes, where that stands, and what it is. */
const ANSWERED = [
  {
    file: 'result.json',
    type: 'EstimateResult',
    path: 'packages/model/src/result.ts',
    title: 'What a run emits',
  },
  {
    file: 'project-result.json',
    type: 'ProjectResult',
    path: 'packages/model/src/project.ts',
    title: 'What a project emits',
  },
  {
    file: 'problem.json',
    type: 'Problem',
    path: 'packages/model/src/problem.ts',
    title: 'One thing wrong with one input',
  },
] as const;

/** A code with its parameters: which codes there are, and what each takes, is no part of the published shape. */
const SAID: Json = {
  type: 'object',
  properties: { code: { type: 'string' } },
  required: ['code'],
  additionalProperties: true,
  description:
    'Something to tell a person, as a code with plain parameters. What it says in English stands beside it.',
};

const isSaid = (name: string) => name === 'Said' || name.startsWith('SaidOf<');
const nameOf = (ref: string) => decodeURIComponent(ref.replace('#/definitions/', ''));

/** The many codes of the types as the one shape that they have in common; what only they were made of is left out. */
function withPlainCodes({ definitions = {}, ...root }: { readonly definitions?: Json }): Json {
  const used = new Set<string>();
  const plain = (value: unknown): unknown =>
    JSON.parse(JSON.stringify(value), (key, one) => {
      if (key !== '$ref') return one;
      const name = isSaid(nameOf(one)) ? 'Said' : nameOf(one);
      used.add(name);
      return name === 'Said' ? '#/definitions/Said' : one;
    });
  const whole = plain(root) as Json;
  const found: Record<string, unknown> = {};
  // What a definition refers to comes into the set while it is gone through.
  for (const name of used) found[name] = name === 'Said' ? SAID : plain(definitions[name]);
  const inOrder = Object.keys(definitions).filter((name) => name in found);
  return inOrder.length === 0
    ? whole
    : { ...whole, definitions: Object.fromEntries(inOrder.map((name) => [name, found[name]])) };
}

const generatorOf = (path: string) =>
  createGenerator({
    path,
    tsconfig: 'tsconfig.json',
    topRef: false,
    expose: 'all',
    jsDoc: 'extended',
    skipTypeCheck: true,
    additionalProperties: false,
  });

const schemaOf = (generator: ReturnType<typeof createGenerator>, type: string): Json =>
  withPlainCodes(generator.createSchema(type) as unknown as Json);

const ofType = (path: string, type: string): Json => schemaOf(generatorOf(path), type);

function whole(file: string, title: string, schema: Json): [string, string] {
  const { $schema: _, definitions, ...rest } = schema;
  const made = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: `ml-emissions/schema/${file}`,
    title,
    ...rest,
    ...(definitions === undefined ? {} : { definitions }),
  };
  return [file, `${JSON.stringify(made, null, 2)}\n`];
}

/** The routes of the server, which need the tables: a script loads them otherwise than a test. */
type Routes = typeof import('@ml-emissions/server/openapi');

/**
 * The JSON Schemas (draft-07) of what goes in, made from the table of fields, and of what comes out, made from the types;
 * and the OpenAPI document, which holds them all.
 *
 * @param routes that the document describes
 * @returns text by file name
 */
export function schemas(routes: Routes): Readonly<Record<string, string>> {
  return Object.fromEntries([
    ...WRITTEN.map(({ file, title, schema }) => whole(file, title, schema)),
    ...ANSWERED.map(({ file, title, path, type }) => whole(file, title, ofType(path, type))),
    ['openapi.json', `${JSON.stringify(openApiDocument(routes), null, 1)}\n`],
  ]);
}

/** What the OpenAPI document calls what users write. */
const WRITTEN_NAMES: Readonly<Record<string, string>> = {
  Run: 'RunInput',
  Project: 'ProjectInput',
};

/** The HTTP interface, with the schemas of all that goes in and comes out. */
function openApiDocument({ ANSWERS, openApi }: Routes): Json {
  const written = { Run: RUN, Project: objectAt(PROJECT_FIELDS, ''), ...DEFINITIONS };
  const found: Record<string, Json> = {};
  for (const [name, schema] of Object.entries(written)) {
    found[WRITTEN_NAMES[name] ?? name] = inComponents(schema, (one) => WRITTEN_NAMES[one] ?? one);
  }
  const generator = generatorOf(ANSWERS_FILE);
  for (const type of ANSWERS) {
    const { $schema: _, definitions = {}, ...schema } = schemaOf(generator, type);
    const parts = { ...(definitions as Json), [type]: schema } as Readonly<Record<string, Json>>;
    Object.assign(found, componentsOf(type, parts, found));
  }
  return openApi(found, version);
}

const ANSWERS_FILE = 'packages/server/src/openapi/answers.ts';

/** Names of components are of letters and digits. */
const plainName = (name: string) => name.replaceAll(/[^\w.-]+/g, '_').replaceAll(/^_+|_+$/g, '');

/** Parts of a schema under the names of components; a name that another part has already has the whole's before it. */
function componentsOf(
  whole: string,
  parts: Readonly<Record<string, Json>>,
  before: Readonly<Record<string, Json>>,
): Record<string, Json> {
  const isOther = (name: string) => {
    const there = before[plainName(name)];
    const part = parts[name];
    return there && part && JSON.stringify(there) !== JSON.stringify(inComponents(part, plainName));
  };
  const clashes = Object.keys(parts).filter(isOther);
  const named = (name: string) =>
    clashes.includes(name) ? `${whole}.${plainName(name)}` : plainName(name);
  return Object.fromEntries(
    Object.entries(parts).map(([name, part]) => [named(name), inComponents(part, named)]),
  );
}

function inComponents(schema: Json, named: (name: string) => string): Json {
  return JSON.parse(JSON.stringify(schema), (key, one) =>
    key === '$ref' ? `#/components/schemas/${named(nameOf(one))}` : one,
  );
}
