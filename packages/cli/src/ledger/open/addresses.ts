import {
  jobRun,
  type Ledger,
  LOST_STATES,
  ledgerCounts,
  SUMMARY_KEYS,
  type SummaryKey,
  type SummaryRow,
  type SumRow,
  summarise,
  sumsOf,
  type TopJob,
  topJobs,
  type Where,
} from '@ml-emissions/ledger';
import {
  type Address,
  type Answer,
  asJson,
  HttpProblem,
  invalid,
  LINES_TYPE,
} from '@ml-emissions/server';
import { csvOf } from '../ledger-text.ts';
import {
  formatOf,
  JOBS_QUERY,
  keysOf,
  type RowFormat,
  SUMMARY_QUERY,
  whereOf,
} from './question.ts';
import { remembered } from './remembered.ts';

/** Groups that are sent; the largest. */
const MOST_GROUPS = 5000;
const JOBS = 50;

/**
 * The addresses that the page of a ledger asks. None of them changes anything.
 *
 * @param ledger that is open
 * @param name of its file
 */
export function addressesOf({ engine }: Ledger, name: string): readonly Address[] {
  const counts = remembered(() => ledgerCounts(engine));
  const groups = remembered(({ by, where }: { by: readonly SummaryKey[]; where: Where }) =>
    summarise(engine, by, where),
  );
  const sums = remembered(({ by, where }: { by: readonly SummaryKey[]; where: Where }) =>
    sumsOf(engine, by, where),
  );
  const jobs = remembered(({ most, where }: { most: number; where: Where }) =>
    topJobs(engine, most, where),
  );
  return [
    {
      method: 'GET',
      path: '/ledger/data',
      query: {},
      async answer(_, { calculator }) {
        const [counted, chips] = await Promise.all([
          counts(null),
          sums({ by: ['accelerator'], where: {} }),
        ]);
        const { accelerators } = calculator.catalogue(counted.edition);
        const names = new Map<string, string>(accelerators.map((row) => [row.id, row.name]));
        const told = chips.flatMap(({ keys: { accelerator: ids } }) =>
          ids
            ? [
                [
                  ids,
                  ids
                    .split(' + ')
                    .map((id) => names.get(id) ?? id)
                    .join(' + '),
                ],
              ]
            : [],
        );
        return asJson({
          name,
          ...counted,
          keys: SUMMARY_KEYS,
          lostStates: LOST_STATES,
          accelerators: Object.fromEntries(told),
        });
      },
    },
    {
      method: 'GET',
      path: '/ledger/data/summary',
      query: SUMMARY_QUERY,
      async answer({ query }) {
        const by = keysOf(query);
        const all = await groups({ by, where: whereOf(query) });
        return groupsAs(formatOf(query), by, all, csvOf);
      },
    },
    {
      method: 'GET',
      path: '/ledger/data/sums',
      query: SUMMARY_QUERY,
      async answer({ query }) {
        const by = keysOf(query);
        return groupsAs(formatOf(query), by, await sums({ by, where: whereOf(query) }), csvOfSums);
      },
    },
    {
      method: 'GET',
      path: '/ledger/data/jobs',
      query: JOBS_QUERY,
      async answer({ query }) {
        const most = typeof query.limit === 'number' ? query.limit : JOBS;
        return jobsAs(formatOf(query), await jobs({ most, where: whereOf(query) }));
      },
    },
    {
      method: 'GET',
      path: '/ledger/data/jobs/{key}',
      params: {
        key: { about: 'of the job, as the list of jobs tells it', schema: { type: 'string' } },
      },
      query: {},
      async answer({ params: { key = '' } }, { calculator }) {
        const found = await jobRun(engine, key);
        if (!found) throw new HttpProblem('not-found', 'the ledger has no priced job of this key');
        const parsed = calculator.parseRun(found.run);
        if (!parsed.ok) throw invalid(parsed.problems);
        return asJson({
          ...found,
          result: calculator.estimate(parsed.run, { alternatives: false }),
        });
      },
    },
  ];
}

const file = (name: string) => ({ 'content-disposition': `attachment; filename="${name}"` });
const lines = (rows: readonly object[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('');

type Group = { readonly keys: SummaryRow['keys'] };

function groupsAs<Row extends Group>(
  format: RowFormat,
  by: readonly SummaryKey[],
  all: readonly Row[],
  csv: (by: readonly SummaryKey[], rows: readonly Row[]) => string,
): Answer {
  const rows = all.slice(0, MOST_GROUPS);
  const name = ['ledger', ...by].join('-');
  if (format === 'csv')
    return { mediaType: CSV_TYPE, body: csv(by, rows), headers: file(`${name}.csv`) };
  if (format === 'ndjson')
    return { mediaType: LINES_TYPE, body: lines(rows.map(flat)), headers: file(`${name}.ndjson`) };
  return asJson({ by, groups: all.length, rows });
}

const flat = ({ keys, ...rest }: Group): object => ({ ...keys, ...rest });
const csvOfSums = (_: readonly SummaryKey[], rows: readonly SumRow[]) =>
  csvOf([], [], rows.map(flat));

function jobsAs(format: RowFormat, rows: readonly TopJob[]): Answer {
  if (format === 'csv')
    return { mediaType: CSV_TYPE, body: csvOf([], [], rows), headers: file('ledger-jobs.csv') };
  if (format === 'ndjson')
    return { mediaType: LINES_TYPE, body: lines(rows), headers: file('ledger-jobs.ndjson') };
  return asJson({ rows });
}

const CSV_TYPE = 'text/csv; charset=utf-8';
