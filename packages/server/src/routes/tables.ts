import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import { LISTS, type ListName, problem } from '@ml-emissions/calculator';
import { EDITION, editionAsked } from '../edition.ts';
import { HttpProblem, invalid } from '../http/http-problem.ts';
import { type Asked, asJson, type Route, type Service } from '../route.ts';

const USUAL = 100;
const MOST = 1000;
const NEAREST = 5;

type Row = Readonly<Record<string, unknown>>;

const ROW = { type: 'object', additionalProperties: true };
const EDITION_OF = {
  type: 'object',
  required: ['id', 'hash'],
  properties: { id: { type: 'string' }, hash: { type: 'string' } },
};
const short = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 16);

/** The rows of each table, a page at a time. */
const lists: readonly Route[] = LISTS.map((table) => ({
  method: 'GET',
  path: `/v1/${table}`,
  id: `list-${table}`,
  group: 'Data',
  summary: `The ${table} of the data`,
  query: {
    search: {
      about: "words that a row's names begin with, in any order; best match first",
      schema: { type: 'string', maxLength: 200 },
    },
    limit: {
      about: `rows in one answer (default: ${USUAL})`,
      schema: { type: 'integer', minimum: 1, maximum: MOST },
    },
    cursor: {
      about: '`next` of the answer before',
      schema: { type: 'string', maxLength: 100 },
    },
    edition: EDITION,
  },
  sends: [
    {
      mediaType: 'application/json',
      about: 'Rows; `next` is null at the end',
      schema: {
        type: 'object',
        required: ['edition', 'total', 'rows', 'next'],
        properties: {
          edition: EDITION_OF,
          total: { type: 'integer' },
          rows: { type: 'array', items: ROW },
          next: { anyOf: [{ type: 'string' }, { type: 'null' }] },
        },
      },
    },
  ],
  answer: (asked, service) => page(table, asked, service),
}));

function page(table: ListName, { query }: Asked, service: Service) {
  const { calculator, edition, freshness } = editionAsked(query.edition, service);
  const search = typeof query.search === 'string' ? query.search : '';
  const limit = typeof query.limit === 'number' ? query.limit : USUAL;
  const scope = short(`${edition.hash} ${table} ${search}`);
  const from = placeOf(query.cursor, scope);
  const rows: readonly Row[] = calculator.list(table, search);
  const end = from + limit;
  return asJson(
    {
      edition,
      total: rows.length,
      rows: rows.slice(from, end),
      next: end < rows.length ? cursorOf(end, scope) : null,
    },
    freshness(short(`${table} ${search} ${from} ${limit}`)),
  );
}

/** A cursor holds for one table, search and edition: elsewhere it would leave out rows without a word. */
const cursorOf = (place: number, scope: string) =>
  Buffer.from(`${scope}.${place}`).toString('base64url');

function placeOf(cursor: unknown, scope: string): number {
  if (cursor === undefined) return 0;
  const [of, place] = Buffer.from(String(cursor), 'base64url').toString('utf8').split('.');
  if (of === scope && /^\d{1,7}$/.test(place ?? '')) return Number(place);
  const said = problem('malformed', '/cursor', cursor, {
    message: 'the cursor is of another table, search or edition, or none',
    expected: '`next` of the answer before, with the same search and edition',
  });
  throw invalid([{ ...said, in: 'query' }]);
}

/** Which fields name a row; one that stands under several providers has theirs before it. */
const KEYS: { readonly [Name in ListName]: readonly string[] } = {
  accelerators: ['id'],
  cpus: ['id'],
  instances: ['provider', 'instance'],
  slices: ['slice'],
  providers: ['id'],
  sites: ['id'],
  regions: ['provider', 'region'],
  zones: ['id'],
  sources: ['id'],
};

const EXAMPLES: { readonly [Name in ListName]: string } = {
  accelerators: 'nvidia-h100-sxm5-80gb',
  cpus: 'amd-epyc-7742',
  instances: 'aws:p4d.24xlarge',
  slices: 'v3-8',
  providers: 'gcp',
  sites: 'jean-zay',
  regions: 'gcp:us-central1',
  zones: 'FR',
  sources: 'boavizta-api',
};

/** One row of each table, with what belongs to it. */
const rows: readonly Route[] = LISTS.map((table) => ({
  method: 'GET',
  path: `/v1/${table}/{id}`,
  id: `get-${table}`,
  group: 'Data',
  summary: `One of the ${table}, with what belongs to it and its sources`,
  params: {
    id: {
      about: `${KEYS[table].join(':')}, as in the list`,
      schema: { type: 'string', maxLength: 200 },
      example: EXAMPLES[table],
    },
  },
  query: { edition: EDITION },
  sends: [
    {
      mediaType: 'application/json',
      about: 'The row',
      schema: {
        type: 'object',
        required: ['edition', 'row', 'related', 'sources'],
        properties: {
          edition: EDITION_OF,
          row: ROW,
          related: { type: 'object', additionalProperties: { type: 'array', items: ROW } },
          sources: { type: 'array', items: ROW },
        },
      },
    },
  ],
  answer: (asked, service) => one(table, asked, service),
}));

function one(table: ListName, { params, query }: Asked, service: Service) {
  const { calculator, edition, freshness } = editionAsked(query.edition, service);
  const { id = '' } = params;
  const keys = KEYS[table];
  const keyOf = (row: Row) => keys.map((key) => row[key]).join(':');
  const all: readonly Row[] = calculator.list(table);
  const row = all.find((each) => keyOf(each) === id);
  if (!row) throw missing(id, table, calculator.nearestNames(id, NEAREST));
  const name = String(row[keys.at(-1) ?? 'id']);
  const shown = calculator
    .show(name)
    .find((each) => `${each.kind}s` === table && keyOf({ ...each.row }) === id);
  const { related = {}, sources = sourcesOf(row, calculator.list('sources')) } = shown ?? {};
  return asJson({ edition, row, related, sources }, freshness(short(`${table}/${id}`)));
}

const sourcesOf = (row: Row, sources: readonly { readonly id: string }[]) =>
  sources.filter(({ id }) => row.sourceId === id || row.id === id);

function missing(id: string, table: string, suggestions: readonly string[]): HttpProblem {
  const hint = suggestions.length > 0 ? `; did you mean ${suggestions.join(', ')}?` : '';
  const message = `no ${table.replace(/s$/, '')} has the id '${id}'${hint}`;
  const said = problem('unknown-value', '/id', id, {
    message,
    expected: `an id of /v1/${table}`,
    suggestions: [...suggestions],
  });
  return new HttpProblem('not-found', message, { problems: [{ ...said, in: 'path' }] });
}

export const tables: readonly Route[] = [...lists, ...rows];
