import { createGenerator } from 'ts-json-schema-generator';

/** Where the package keeps its schemas. */
export const SCHEMA_FOLDER = 'packages/cli/schema';

/** One schema: its file, the type that it describes, where that stands, and what it is. */
const SCHEMAS = [
  { file: 'run.json', type: 'RunInput', path: 'packages/schema/src/run-input.ts', title: 'A run' },
  {
    file: 'project.json',
    type: 'ProjectInput',
    path: 'packages/schema/src/run-input.ts',
    title: 'A project: several runs',
  },
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

/** What users write may hold an empty value for "not said"; what we write is exact. */
const WRITTEN_BY_USERS = new Set(['run.json', 'project.json']);

/**
 * The JSON Schemas (draft-07) of what goes in and comes out, made from the types.
 *
 * @returns text by file name
 */
export function schemas(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    SCHEMAS.map(({ file, type, path, title }) => {
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
      const made = generator.createSchema(type) as unknown as Record<string, unknown>;
      const { $schema, definitions, ...rest } = made;
      const schema = {
        $schema,
        $id: `ml-emissions/schema/${file}`,
        title,
        ...rest,
        ...(definitions === undefined ? {} : { definitions }),
      };
      const whole = WRITTEN_BY_USERS.has(file) ? withNulls(schema) : schema;
      return [file, `${JSON.stringify(whole, null, 2)}\n`];
    }),
  );
}

/** Every property that may be left out may also be null. */
function withNulls(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withNulls);
  if (typeof node !== 'object' || node === null) return node;
  const {
    properties,
    required = [],
    ...rest
  } = node as {
    readonly properties?: Readonly<Record<string, unknown>>;
    readonly required?: readonly string[];
  };
  const others = Object.fromEntries(
    Object.entries(rest).map(([key, value]) => [key, withNulls(value)]),
  );
  if (!properties) return { ...others, ...(required.length > 0 ? { required } : {}) };
  const orNull = Object.entries(properties).map(([key, value]) => {
    const own = withNulls(value);
    return [key, required.includes(key) ? own : { anyOf: [own, { type: 'null' }] }];
  });
  return {
    ...others,
    properties: Object.fromEntries(orNull),
    ...(required.length > 0 ? { required } : {}),
  };
}
