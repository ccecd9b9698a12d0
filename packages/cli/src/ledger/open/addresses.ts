import {
  jobRun,
  type Ledger,
  LOST_STATES,
  ledgerCounts,
  SUMMARY_KEYS,
  type SummaryKey,
  type SumRow,
  summarise,
  sumsOf,
  topJobs,
  type Where,
} from '@ml-emissions/ledger';
import {
  type Address,
  type Answer,
  type Asked,
  asJson,
  HttpProblem,
  invalid,
} from '@ml-emissions/server';
import { csvRow } from '../rows.ts';
import { formatOf, JOBS_QUERY, keysOf, SUMMARY_QUERY, whereOf } from './question.ts';
import { remembered } from './remembered.ts';
import { rowsAs } from './rows-as.ts';

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
        return groupsAs(query, by, all, (row) => csvRow(by, row));
      },
    },
    {
      method: 'GET',
      path: '/ledger/data/sums',
      query: SUMMARY_QUERY,
      async answer({ query }) {
        const by = keysOf(query);
        return groupsAs(query, by, await sums({ by, where: whereOf(query) }), flat);
      },
    },
    {
      method: 'GET',
      path: '/ledger/data/jobs',
      query: JOBS_QUERY,
      async answer({ query }) {
        const most = typeof query.limit === 'number' ? query.limit : JOBS;
        const rows = await jobs({ most, where: whereOf(query) });
        return rowsAs(formatOf(query), 'ledger-jobs', { json: { rows }, csv: rows, lines: rows });
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

type Group = Pick<SumRow, 'keys'>;

/** A group with its keys beside its figures. */
const flat = ({ keys, ...rest }: Group): object => ({ ...keys, ...rest });

function groupsAs<Row extends Group>(
  query: Asked['query'],
  by: readonly SummaryKey[],
  all: readonly Row[],
  asCells: (row: Row) => object,
): Answer {
  const rows = all.slice(0, MOST_GROUPS);
  return rowsAs(formatOf(query), ['ledger', ...by].join('-'), {
    json: { by, groups: all.length, rows },
    csv: rows.map(asCells),
    lines: rows.map(flat),
  });
}
