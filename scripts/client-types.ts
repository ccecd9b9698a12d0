/** Where the client's types stand. */
export const CLIENT_TYPES = 'packages/server/src/client/operations.ts';

type Json = Readonly<Record<string, unknown>>;

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly description: string;
    readonly schema: Json;
  }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Json }>> };
  readonly responses: Readonly<
    Record<string, { readonly content: Readonly<Record<string, { readonly schema: Json }>> }>
  >;
}

const JSON_TYPE = 'application/json';

/**
 * The operations of an OpenAPI document as TypeScript: what each takes and answers, and how it is asked.
 *
 * @param document as JSON
 * @returns the text of a module
 */
export function clientTypes(document: string): string {
  const { paths } = JSON.parse(document) as { paths: Record<string, Record<string, Operation>> };
  const all = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  const types = all.map(({ operation }) => operationType(operation)).join('');
  const routes = all.map(
    ({ path, method, operation: { operationId, requestBody } }) =>
      `  '${operationId}': { method: '${method.toUpperCase()}', path: '${path}', isText: ${requestBody !== undefined && !requestBody.content[JSON_TYPE]} },\n`,
  );
  const names = [...types.matchAll(/^ +readonly (?:'\w+'\??|body|answer|params|query)\??: (.*)$/gm)]
    .flatMap(([, type = '']) => type.match(/\b[A-Z][A-Za-z]+\b/g) ?? [])
    .filter((name) => document.includes(`"#/components/schemas/${name}"`));
  const isInput = (name: string) => name.endsWith('Input');
  const named = [...new Set(names.filter(isInput))].sort();
  const answers = [...new Set(names.filter((name) => !isInput(name)))].sort();
  return `// Written by \`npm run schemas\` from the OpenAPI document.
import type { ${named.join(', ')} } from '@ml-emissions/calculator';
import type { ${answers.join(', ')} } from '../openapi/answers.ts';

/** What each operation takes and answers. */
export interface Operations {
${types}}

/** How each is asked. */
export const OPERATIONS = {
${routes.join('')}} as const;
`;
}

function operationType({
  operationId,
  summary,
  parameters = [],
  requestBody,
  responses,
}: Operation): string {
  const fields = (where: string) =>
    parameters
      .filter((one) => one.in === where)
      .map(
        ({ name, description, schema }) =>
          `      /** ${description} */\n      readonly '${name}'${where === 'path' ? '' : '?'}: ${typeOf(schema)};\n`,
      )
      .join('');
  const params = fields('path');
  const query = fields('query');
  const body = requestBody && (requestBody.content[JSON_TYPE]?.schema ?? { type: 'string' });
  const answer = responses['200']?.content[JSON_TYPE]?.schema ?? { type: 'string' };
  return `  /** ${summary}. */
  readonly '${operationId}': {
${params && `    readonly params: {\n${params}    };\n`}${query && `    readonly query?: {\n${query}    };\n`}${body ? `    readonly body: ${typeOf(body)};\n` : ''}    readonly answer: ${typeOf(answer)};
  };
`;
}

/** A JSON Schema as a type. */
function typeOf(schema: Json): string {
  const { $ref, type, enum: choices, items, properties, required = [] } = schema;
  const either = (schema.oneOf ?? schema.anyOf) as readonly Json[] | undefined;
  if (typeof $ref === 'string') return $ref.slice($ref.lastIndexOf('/') + 1);
  if (either) return either.map(typeOf).join(' | ');
  if (Array.isArray(choices)) return choices.map((one) => JSON.stringify(one)).join(' | ');
  if (type === 'array') return `readonly (${typeOf(items as Json)})[]`;
  if (type === 'integer') return 'number';
  if (type === 'object' && properties) {
    const parts = Object.entries(properties as Readonly<Record<string, Json>>).map(
      ([name, part]) =>
        `readonly '${name}'${(required as readonly string[]).includes(name) ? '' : '?'}: ${typeOf(part)}`,
    );
    return `{ ${parts.join('; ')} }`;
  }
  if (type === 'object') return 'Readonly<Record<string, unknown>>';
  return typeof type === 'string' ? type : 'unknown';
}
