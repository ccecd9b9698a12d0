import { NEAR_LOG } from '@ml-emissions/model';
import { productSql } from './quantities.ts';

/** What is known of the shapes of jobs that stand as `priced`. */
export const WITH_SHAPE =
  'JOIN shape ON priced.template = shape.template AND priced.kind = shape.kind';

/** The jobs of a ledger as `priced`, with what is known of their shapes as `shape`: after FROM. */
export const PRICED = `priced ${WITH_SHAPE}`;

/** The table of the cube; the word itself is SQL's own on some engines. */
export const MONTHLY = 'monthly';

/** Sums of them as `priced`, which what asks by month or less can read in place of the jobs. */
export const CUBE = `${MONTHLY} AS priced ${WITH_SHAPE}`;

/** What jobs are told apart by in the cube, beside their shapes. */
const KEYS = [
  'user_name',
  'project',
  'partition_name',
  'cluster',
  'source',
  'state',
  'started',
] as const;

/** A grid's deviation to the step that a project takes for one (`nearlyMerged`). */
const binOf = (column: string) =>
  `CAST(floor(${column} / ${NEAR_LOG.toExponential()} + 5e-1) AS INTEGER)`;

/** Jobs with these in common are alike for ranges. */
const ALIKE = ['template', 'kind', 'down_bin', 'up_bin'];

interface Jobs {
  /** After FROM: jobs as `priced`, with their shapes as `shape`. */
  readonly relation: string;
  /** What is summed, beside hours and energy. */
  readonly products: readonly string[];
}

/** What to sum by, and the name that it gets. */
interface Key {
  readonly sql: string;
  readonly name: string;
}

/**
 * Sums over jobs of one shape whose grids are nearly as unsure.
 *
 * @param keys what else they have in common
 * @param condition after WHERE
 */
export function sumsSql(
  { relation, products }: Jobs,
  keys: readonly Key[],
  condition: string,
): string {
  const names = [...keys.map(({ name }) => name), ...ALIKE].join(', ');
  const sums = ofProducts(products).map(({ sql, name }) => `sum(${sql}) AS ${name}`);
  return `
SELECT ${names}, count(*) AS jobs, count(grid_down) AS known, sum(device_hours) AS device_hours,
  sum(energy_kwh) AS energy_kwh, ${sums.join(', ')}
FROM (
  SELECT ${keys.map(({ sql, name }) => `${sql} AS ${name}, `).join('')}priced.template, priced.kind,
    ${binOf('grid_down')} AS down_bin, ${binOf('grid_up')} AS up_bin, grid_down, grid_up,
    COALESCE(hours * chips, 0e0) AS device_hours, energy_kwh,
    ${products.map((product, at) => `${productSql(product)} AS p${at}`).join(', ')}
  FROM ${relation}
  WHERE ${condition}
) AS part
GROUP BY ${names}`;
}

/** By product, what ranges of groups are made of: its sum, those with the grid's deviation, and squares. */
const ofProducts = (products: readonly string[]): readonly Key[] =>
  products.flatMap((_, at) => [
    { sql: `p${at}`, name: `sum_${at}` },
    { sql: `p${at} * grid_down`, name: `down_${at}` },
    { sql: `p${at} * grid_up`, name: `up_${at}` },
    ...products.slice(at).map((__, more) => ({
      sql: `p${at} * p${at + more}`,
      name: `square_${at}_${at + more}`,
    })),
  ]);

/**
 * The cube of a ledger: sums of its jobs by all that people ask for, month by month. It has no more rows than there are
 * jobs, and far fewer where these are many: docs/decisions/0020.
 */
export const cubeSql = (products: readonly string[]): string =>
  sumsSql(
    { relation: PRICED, products },
    KEYS.map((name) => ({
      sql: name === 'started' ? "date_trunc('month', priced.started)" : `priced.${name}`,
      name,
    })),
    '1 = 1',
  );

/** The same sums as `sumsSql` has of all jobs, from the cube: for keys that it has. */
export function cubeSumsSql(
  products: readonly string[],
  keys: readonly Key[],
  condition: string,
): string {
  const names = [...keys.map(({ name }) => name), ...ALIKE];
  const sums = ['jobs', 'known', 'device_hours', 'energy_kwh'].concat(
    ofProducts(products).map(({ name }) => name),
  );
  const told = [...ALIKE, ...sums].map((name) => `priced.${name} AS ${name}`);
  return `
SELECT ${names.join(', ')}, ${sums.map((name) => `sum(${name}) AS ${name}`).join(', ')}
FROM (
  SELECT ${[...keys.map(({ sql, name }) => `${sql} AS ${name}`), ...told].join(', ')}
  FROM ${CUBE}
  WHERE ${condition}
) AS part
GROUP BY ${names.join(', ')}`;
}
