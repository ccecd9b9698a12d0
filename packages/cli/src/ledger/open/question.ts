import { problem } from '@ml-emissions/calculator';
import { isSummaryKey, SUMMARY_KEYS, type SummaryKey, type Where } from '@ml-emissions/ledger';
import { invalid, type Parameters } from '@ml-emissions/server';

type Query = Readonly<Record<string, unknown>>;

/** How rows can be sent. */
const ROW_FORMATS = ['json', 'csv', 'ndjson'] as const;
export type RowFormat = (typeof ROW_FORMATS)[number];

/** No name in a log is longer. */
const MOST_LETTERS = 1000;
const MOST_KEYS = 2;
/** A day with anything else has nearly as many groups as there are jobs. */
const ALONE: SummaryKey = 'day';

/** A filter is a key with the value that jobs have in common. */
const FILTERS: Parameters = Object.fromEntries(
  SUMMARY_KEYS.map((key) => [
    key,
    {
      about: `jobs whose ${key} is this; empty for those that tell none`,
      schema: { type: 'string', maxLength: MOST_LETTERS },
    },
  ]),
);

const FORMAT: Parameters = {
  format: {
    about: 'how rows are sent',
    schema: { type: 'string', enum: ROW_FORMATS, default: 'json' },
  },
};

/** Parameters of a summary. */
export const SUMMARY_QUERY: Parameters = {
  by: {
    about: `up to ${MOST_KEYS} of ${SUMMARY_KEYS.join(', ')}, with a comma between`,
    schema: { type: 'string', maxLength: 100 },
  },
  ...FORMAT,
  ...FILTERS,
};

/** Parameters of a list of jobs. */
export const JOBS_QUERY: Parameters = {
  limit: {
    about: 'how many jobs, the largest first',
    schema: { type: 'integer', minimum: 1, maximum: 1000 },
  },
  ...FORMAT,
  ...FILTERS,
};

/** Which jobs are asked for: what nobody tells is empty. */
export const whereOf = (query: Query): Where =>
  Object.fromEntries(
    SUMMARY_KEYS.flatMap((key) => {
      const value = query[key];
      return typeof value === 'string' ? [[key, [value === '' ? null : value]]] : [];
    }),
  );

export const formatOf = ({ format }: Query): RowFormat => (format as RowFormat) ?? 'json';

/**
 * What a summary is by.
 *
 * Errors: throws a problem of the query for what is no key, or too many of them.
 */
export function keysOf({ by }: Query): SummaryKey[] {
  if (typeof by !== 'string' || by === '') return [];
  const keys = by.split(',').map((one) => {
    if (isSummaryKey(one)) return one;
    throw refused(one, `there is no key '${one}'`, `one of ${SUMMARY_KEYS.join(', ')}`);
  });
  if (keys.length > MOST_KEYS || new Set(keys).size < keys.length)
    throw refused(by, `it has ${keys.length} keys`, `at most ${MOST_KEYS}, each once`);
  if (keys.length > 1 && keys.includes(ALONE))
    throw refused(by, `${ALONE} stands alone`, `${ALONE}, or other keys`);
  return keys;
}

const refused = (value: string, message: string, expected: string) =>
  invalid([{ ...problem('unknown-value', '/by', value, { message, expected }), in: 'query' }]);
