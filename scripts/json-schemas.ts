import { PROJECT_FIELDS, RUN_FIELDS } from '@ml-emissions/schema';
import { createGenerator } from 'ts-json-schema-generator';
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

function ofType(path: string, type: string): Json {
  const generator = createGenerator({
    path,
    type,
    tsconfig: 'tsconfig.json',
    topRef: false,
    expose: 'all',
    jsDoc: 'extended',
    skipTypeCheck: true,
    additionalProperties: false,
  });
  return withPlainCodes(generator.createSchema(type) as unknown as Json);
}

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

/**
 * The JSON Schemas (draft-07) of what goes in, made from the table of fields, and of what comes out, made from the types.
 *
 * @returns text by file name
 */
export function schemas(): Readonly<Record<string, string>> {
  return Object.fromEntries([
    ...WRITTEN.map(({ file, title, schema }) => whole(file, title, schema)),
    ...ANSWERED.map(({ file, title, path, type }) => whole(file, title, ofType(path, type))),
  ]);
}
