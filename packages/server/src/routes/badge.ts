import { problem } from '@ml-emissions/calculator';
import { FORMATS, reportOf } from '@ml-emissions/report';
import { unpacked } from '@ml-emissions/report/packed';
import { readRun } from '../asked-run.ts';
import { editionAsked } from '../edition.ts';
import { invalid } from '../http/http-problem.ts';
import type { Asked, Route } from '../route.ts';
import { nameInQuery, RUN_IN_QUERY, runInQuery } from '../run-in-query.ts';
import { writtenReport } from '../written-report.ts';

/** Links of the page begin so. */
const VERSION = '1.';
/** Reports carry their day; a badge is drawn anew each time. */
const today = () => new Date().toISOString().slice(0, 10);

/** A badge for a README, drawn anew from its run. */
export const badge: Route = {
  method: 'GET',
  path: '/badge.svg',
  id: 'badge',
  group: 'Answers',
  summary: 'A badge for a README: the location-based figure of a run',
  query: {
    run: {
      about: 'a run or project as links of the page hold it: what stands after their #',
      schema: { type: 'string', maxLength: 8000 },
    },
    ...RUN_IN_QUERY,
  },
  sends: [{ mediaType: 'image/svg+xml', about: 'The badge', schema: { type: 'string' } }],
  example: { accelerator: 'T4', hours: '3', country: 'FR' },
  answer({ query }, service) {
    const { calculator, version } = service;
    const read = readRun(calculator, writtenIn(query));
    if ('problems' in read) {
      throw invalid(
        read.problems.map((one) => ({ ...one, field: nameInQuery(one.field), in: 'query' })),
      );
    }
    const result =
      read.kind === 'run'
        ? calculator.estimate(read.run, { alternatives: false })
        : calculator.estimateProject(read.project, { alternatives: false });
    const { mediaType } = FORMATS.badge;
    const date = today();
    const { freshness } = editionAsked(query.edition, service);
    return {
      mediaType,
      body: writtenReport(reportOf(result, { date, version }), 'badge'),
      // It carries the day on which it was drawn.
      freshness: { ...freshness(`${date}.${JSON.stringify(query)}`), isForever: false },
    };
  },
};

function writtenIn(query: Asked['query']): unknown {
  const { run, ...fields } = query;
  if (run === undefined) return runInQuery(fields);
  const link = String(run);
  const written = link.startsWith(VERSION) ? unpacked(link.slice(VERSION.length)) : null;
  if (written !== null && Object.keys(fields).length === 0) return written;
  const message =
    written === null
      ? 'it is no link that can be read'
      : 'it holds the whole run: no other field goes with it';
  const told = problem(written === null ? 'malformed' : 'conflict', '/run', link, {
    message,
    expected: 'what stands after # in a link of the page, alone',
  });
  throw invalid([{ ...told, in: 'query' }]);
}
