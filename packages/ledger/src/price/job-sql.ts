import { JOB_COLUMN_NAMES, type JobColumn } from '../store/tables.ts';
import { ALONG_SQL, CLOCK_SQL, PIECE_SQL } from './pieces.ts';
import { productSql } from './quantities.ts';
import { pricedSql } from './rate-table.ts';

/** 0 to 9,999, of which no engine needs to be told: nodes of a job are written out up to 256. */
const NUMBERS = `
digit AS (SELECT n FROM (VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)) AS digits (n)),
number AS (
  SELECT ones.n + 10 * tens.n + 100 * hundreds.n + 1000 * thousands.n + 1 AS n
  FROM digit AS ones CROSS JOIN digit AS tens CROSS JOIN digit AS hundreds CROSS JOIN digit AS thousands
)`;

/**
 * Jobs whose nodes ran another job at the same time: their meters saw both. One reading a node is all that there is, so
 * that a job beside another one is priced by its hardware.
 *
 * The list of nodes is taken apart by a join with how many there are, since each engine has its own way to unnest.
 *
 * @param jobs table that they stand in
 */
export const sharedSql = (jobs: string): string => `
WITH ${NUMBERS},
metered AS (SELECT DISTINCT COALESCE(cluster, '') AS cluster FROM ${jobs} WHERE template_unmetered IS NOT NULL),
timed AS (
  SELECT key, metered.cluster AS cluster, nodes, length(nodes) - length(replace(nodes, ',', '')) + 1 AS many, started,
    COALESCE(ended, TIMESTAMP '9999-01-01 00:00:00') AS ended
  FROM ${jobs} AS job JOIN metered ON COALESCE(job.cluster, '') = metered.cluster
  WHERE nodes IS NOT NULL AND started IS NOT NULL
),
nth AS (
  SELECT sizes.many AS many, number.n AS n
  FROM (SELECT DISTINCT many FROM timed) AS sizes JOIN number ON number.n <= sizes.many
),
on_node AS (
  SELECT key, cluster || ' ' || split_part(nodes, ',', n) AS node, started, ended
  FROM timed JOIN nth ON timed.many = nth.many
),
beside AS (
  SELECT key,
    max(ended) OVER (PARTITION BY node ORDER BY started, key ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) > started
    OR lead(started) OVER (PARTITION BY node ORDER BY started, key) < ended AS is_beside
  FROM on_node
)
SELECT DISTINCT key FROM beside WHERE is_beside`;

/** What of a job nobody asks once it is priced: to write it twice costs as much as to price it. */
const NOT_ASKED: readonly JobColumn[] = ['name', 'nodes', 'is_final', 'cores', 'energy_from'];
const WORKED_OUT: readonly JobColumn[] = ['template', 'template_unmetered', 'metered_kwh', 'notes'];
const PLAIN = JOB_COLUMN_NAMES.filter((name) => ![...NOT_ASKED, ...WORKED_OUT].includes(name));

/** Jobs as they are priced: the energy of those that shared a node is left out. */
export const usedSql = (jobs: string): string => `(
SELECT job.key, ${PLAIN.map((name) => `job.${name}`).join(', ')},
  CASE WHEN shared.key IS NULL THEN template ELSE template_unmetered END AS template,
  CASE WHEN shared.key IS NULL THEN metered_kwh ELSE NULL END AS metered_kwh,
  CASE WHEN shared.key IS NULL THEN notes ELSE concat_ws(' ', notes, 'energy-of-node') END AS notes
FROM ${jobs} AS job LEFT JOIN shared ON job.key = shared.key AND job.template_unmetered IS NOT NULL) AS used`;

/** Columns of a job that has its price, beside its figures. */
export const JOB = ['key', ...PLAIN, 'template', 'metered_kwh', 'notes'];

/** Which of its template's shapes a job has. */
const KIND_SQL =
  'CASE WHEN has_own_counts THEN COALESCE(chips, 0e0) WHEN chips > most THEN most + 1e0 WHEN has_own_few AND chips > 1e0 THEN chips ELSE 1e0 END';

/**
 * The shapes that jobs have, with the stretches of hours.
 *
 * @param used the jobs: after FROM, with the alias `used`
 */
export const kindsSql = (used: string): string => `
SELECT DISTINCT template, kind, ${PIECE_SQL} AS piece
FROM (
  SELECT used.template AS template, ${KIND_SQL} AS kind, ${CLOCK_SQL} AS clock
  FROM ${used} JOIN frame ON used.template = frame.template
) AS clocked
ORDER BY template, kind, piece`;

/**
 * Jobs with their figures: a join and sums of products, which DuckDB, Trino and Spark read alike.
 *
 * @param used the jobs: after FROM, with the alias `used`
 * @param products that figures are in proportion to, in the order of the columns of `rate`
 * @param isClosed jobs whose ranges follow so too; else those whose ranges the model gives, without figures
 */
export function jobSql(used: string, products: readonly string[], isClosed: boolean): string {
  const columns = JOB.map((name) => `placed.${name}`).join(', ');
  const figures = isClosed ? `, ${pricedSql(products).join(', ')}` : ', placed.clock';
  return `
SELECT ${columns}, placed.kind${figures}
FROM (
  SELECT timed.*, (along - middle) * scale AS t, rate.*
  FROM (
    SELECT clocked.*, ${PIECE_SQL} AS piece, ${ALONG_SQL} AS along
    FROM (
      SELECT used.*, ${KIND_SQL} AS kind, ${CLOCK_SQL} AS clock${products
        .map((product, at) => `, ${productSql(product)} AS p${at}`)
        .join('')}
      FROM ${used} JOIN frame ON used.template = frame.template
    ) AS clocked
  ) AS timed
  JOIN rate ON timed.template = rate.rate_template AND timed.kind = rate.rate_kind AND timed.piece = rate.rate_piece
  WHERE ${isClosed ? '' : 'NOT '}rate.is_closed
) AS placed`;
}
