import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestServer, testServer } from './testing.ts';

const isDeep = process.env.TEST_DEPTH === 'deep';
const MALFORMED = isDeep ? 10_000 : 300;
const PER_ROUTE = isDeep ? 300 : 15;

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly schema: { readonly enum?: readonly unknown[]; readonly type?: string };
  readonly example?: unknown;
}
interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly example?: unknown }>>;
  };
  readonly responses: Readonly<
    Record<string, { readonly content: Readonly<Record<string, { readonly schema: object }>> }>
  >;
}

const document = JSON.parse(readFileSync('packages/cli/schema/openapi.json', 'utf8'));
const ROUTES = Object.entries<Record<string, Operation>>(document.paths).flatMap(
  ([path, methods]) =>
    Object.entries(methods).map(
      ([method, operation]) => [`${method.toUpperCase()} ${path}`, path, operation] as const,
    ),
);

let server: TestServer;
beforeAll(async () => {
  server = await testServer({ limits: { bodyMs: 2000 } });
});
afterAll(() => server.close({ isHurried: true }));

const ajv = new Ajv2020({ strict: false, validateFormats: false });
ajv.addSchema(document, 'api');
const escaped = (part: string) => part.replaceAll('~', '~0').replaceAll('/', '~1');

/** Whether an answer is one that the document tells of, body and all. */
async function held(answer: Response, method: string, path: string): Promise<void> {
  const { status } = answer;
  const type = (answer.headers.get('content-type') ?? '').split(';')[0] ?? '';
  const text = await answer.text();
  const told = document.paths[path][method].responses[status];
  expect(told, `${status} of ${path}: ${text.slice(0, 300)}`).toBeDefined();
  expect(Object.keys(told.content)).toContain(type);
  if (!type.endsWith('json')) return;
  const at = ['paths', path, method, 'responses', String(status), 'content', type, 'schema'];
  const check = ajv.getSchema(`api#/${at.map(escaped).map(encodeURIComponent).join('/')}`);
  if (!check) throw new Error(`no schema at ${at.join(' ')}`);
  expect(check(JSON.parse(text)), `${path}: ${JSON.stringify(check.errors?.slice(0, 3))}`).toBe(
    true,
  );
}

/** An address with its example, or what is given in its place. */
const filled = (path: string, { parameters = [] }: Operation, by?: string) =>
  path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(by ?? String(parameters.find((one) => one.name === name)?.example)),
  );

const BADGE = '?accelerator=T4&hours=3&country=FR';

describe('each address answers as the document says', () => {
  test.each(ROUTES)('%s', async (name, path, operation) => {
    const method = name.startsWith('GET') ? 'get' : 'post';
    const address = filled(path, operation) + (path === '/badge.svg' ? BADGE : '');
    const json = operation.requestBody?.content['application/json'];
    const example = json?.example ?? (path === '/v1/verifications' ? 'no report' : undefined);
    const answer =
      method === 'get'
        ? await fetch(`${server.origin}${address}`)
        : await server.post(address, example ?? {});
    expect(answer.status).toBe(path === '/v1/verifications' ? 422 : 200);
    await held(answer, method, path);
  });
});

/** Anything that JSON can say, with names that mean something here or in JavaScript. */
const NAMES = [
  'run',
  'project',
  'runs',
  'hardware',
  'accelerator',
  'count',
  'hours',
  'place',
  'country',
  'claim',
  'regions',
  'energyKwh',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  '',
];
const VALUES = ['T4', 'FR', '8', '-1', 'gcp', 'NaN', '1e400', '\u0000', '😀', '__proto__'];
const anything = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    fc.constantFrom(null, true, false, 0, -1, 1e308, 5e-324, 3.5),
    fc.constantFrom(...VALUES),
    fc.array(tie('value'), { maxLength: 4 }),
    fc
      .array(fc.tuple(fc.constantFrom(...NAMES), tie('value')), { maxLength: 5 })
      // As text, so that `__proto__` is a name as any other.
      .map((fields) => ({
        toJSON: () =>
          JSON.parse(
            `{${fields.map(([name, one]) => `${JSON.stringify(name)}:${JSON.stringify(one ?? null)}`).join(',')}}`,
          ),
      })),
  ),
})).value;

describe('nothing that is sent makes the server fail', () => {
  const posts = ROUTES.filter(([name]) => name.startsWith('POST'));

  test.each(posts)('%s, any JSON', async (_, path, operation) => {
    await fc.assert(
      fc.asyncProperty(anything, async (body) => {
        const answer = await server.post(filled(path, operation), JSON.stringify(body) ?? 'null');
        expect(answer.status).toBeLessThan(500);
        await held(answer, 'post', path);
      }),
      { numRuns: PER_ROUTE, seed: 19 },
    );
  });

  test('bodies that are broken anywhere', async () => {
    const sound = JSON.stringify(
      document.paths['/v1/comparisons'].post.requestBody.content['application/json'].example,
    );
    const broken = fc
      .tuple(fc.nat(sound.length), fc.nat(8), fc.string({ unit: 'binary', maxLength: 4 }))
      .map(([at, many, text]) => sound.slice(0, at) + text + sound.slice(at + many));
    await fc.assert(
      fc.asyncProperty(broken, fc.constantFrom(...posts), async (body, [, path, operation]) => {
        const answer = await server.post(filled(path, operation), body);
        expect(answer.status).toBeLessThan(500);
        await held(answer, 'post', path);
      }),
      { numRuns: MALFORMED, seed: 7 },
    );
  });

  test.each(ROUTES)('%s, any parameters', async (name, path, operation) => {
    const names = (operation.parameters ?? [])
      .filter((one) => one.in === 'query')
      .map((one) => one.name);
    const parameter = fc.tuple(
      fc.constantFrom(...names, 'limit', '__proto__', 'constructor'),
      fc.constantFrom(
        ...VALUES,
        '',
        '0',
        '99999999999',
        'true',
        '2019-paper',
        '%',
        'a'.repeat(300),
      ),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(parameter, { maxLength: 4 }),
        fc.constantFrom(undefined, ...VALUES),
        async (pairs, id) => {
          const query = new URLSearchParams(pairs).toString();
          const address = `${filled(path, operation, id)}?${query}`;
          const answer = name.startsWith('GET')
            ? await fetch(`${server.origin}${address}`)
            : await server.post(address, {});
          expect(answer.status, address).toBeLessThan(500);
          await held(answer, name.startsWith('GET') ? 'get' : 'post', path);
        },
      ),
      { numRuns: PER_ROUTE, seed: 3 },
    );
  });

  test('no body changes what all objects have', async () => {
    for (const body of [
      '{"__proto__":{"polluted":1},"hours":1}',
      '{"constructor":{"prototype":{"polluted":1}}}',
      '{"runs":[{"__proto__":{"polluted":1}}],"defaults":{"__proto__":{"polluted":1}}}',
      '[{"__proto__":{"polluted":1}}]',
    ]) {
      for (const [, path, operation] of posts) await server.post(filled(path, operation), body);
      const lines = { 'content-type': 'application/x-ndjson' };
      await (await server.post('/v1/estimates', `${body}\n`, lines)).text();
    }
    await fetch(`${server.origin}/badge.svg?__proto__[polluted]=1&__proto__=1`);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    expect(Object.keys(Object.prototype)).toEqual([]);
    const refused = await server.post(
      '/v1/estimates',
      '{"__proto__":{"hours":1},"energyKwh":1,"place":{"country":"FR"}}',
    );
    expect((await refused.json()).problems).toMatchObject([
      { code: 'unknown-field', field: '/__proto__' },
    ]);
  });
});
