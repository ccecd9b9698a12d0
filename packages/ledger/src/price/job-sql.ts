import { JOB_COLUMN_NAMES } from '../store/tables.ts';
import { CLOCK_SQL, PIECE_SQL } from './pieces.ts';
import { productSql } from './quantities.ts';
import { pricedSql } from './rate-table.ts';

/**
 * Jobs whose nodes ran another job at the same time: their meters saw both. One reading a node is all that there is, so
 * that a job beside another one is priced by its hardware.
 */
export const SHARED_SQL = `
WITH metered AS (SELECT DISTINCT cluster FROM job WHERE template_unmetered IS NOT NULL),
on_node AS (
  SELECT key, COALESCE(job.cluster, '') || ' ' || unnest(string_split(nodes, ',')) AS node, started,
    COALESCE(ended, TIMESTAMP '9999-01-01 00:00:00') AS ended
  FROM job JOIN metered ON job.cluster IS NOT DISTINCT FROM metered.cluster
  WHERE nodes IS NOT NULL AND started IS NOT NULL
),
beside AS (
  SELECT key,
    max(ended) OVER (PARTITION BY node ORDER BY started, key ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) > started
    OR lead(started) OVER (PARTITION BY node ORDER BY started, key) < ended AS is_beside
  FROM on_node
)
SELECT DISTINCT key FROM beside WHERE is_beside`;

const PLAIN = JOB_COLUMN_NAMES.filter(
  (name) =>
    !['template', 'template_unmetered', 'metered_kwh', 'energy_from', 'notes'].includes(name),
);

/** Jobs as they are priced: the energy of those that shared a node is left out. */
export const USED = `(
SELECT job.key, ${PLAIN.map((name) => `job.${name}`).join(', ')},
  CASE WHEN shared.key IS NULL THEN template ELSE template_unmetered END AS template,
  CASE WHEN shared.key IS NULL THEN metered_kwh ELSE NULL END AS metered_kwh,
  CASE WHEN shared.key IS NULL THEN energy_from ELSE NULL END AS energy_from,
  CASE WHEN shared.key IS NULL THEN notes ELSE concat_ws(' ', notes, 'energy-of-node') END AS notes
FROM job LEFT JOIN shared ON job.key = shared.key AND job.template_unmetered IS NOT NULL) AS used`;

/** Columns of a job that has its price, beside its figures. */
export const JOB = ['key', ...PLAIN, 'template', 'metered_kwh', 'energy_from', 'notes'];

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
  SELECT timed.*, (clock - middle) * scale AS t, rate.*
  FROM (
    SELECT clocked.*, ${PIECE_SQL} AS piece
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
