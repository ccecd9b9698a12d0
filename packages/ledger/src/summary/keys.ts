import { BUSY } from '../job.ts';

const MONTH = 'substr(CAST(priced.started AS VARCHAR(30)), 6, 2)';
const QUARTER_SQL = `substr(CAST(priced.started AS VARCHAR(30)), 1, 4) || CASE
  WHEN ${MONTH} <= '03' THEN '-Q1' WHEN ${MONTH} <= '06' THEN '-Q2' WHEN ${MONTH} <= '09' THEN '-Q3'
  WHEN ${MONTH} <= '12' THEN '-Q4' END`;

/** Days by which the months before it shift a month's weekdays. Source: Sakamoto 1992. */
const MONTHS = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];

/** The day of the week of a time, Monday first: '1' to '7', without an engine's own function. */
function weekdaySql(time: string): string {
  const [year, month, day] = ['YEAR', 'MONTH', 'DAY'].map(
    (part) => `EXTRACT(${part} FROM ${time})`,
  );
  // January and February count to the year before, so that a leap day is its last.
  const from = `(${year} - CASE WHEN ${month} < 3 THEN 1 ELSE 0 END)`;
  const leaps = [4, 100, 400].map((years) => `CAST(floor(${from} / ${years}e0) AS INTEGER)`);
  const before = `CASE ${MONTHS.map((days, at) => `WHEN ${month} = ${at + 1} THEN ${days} `).join('')}END`;
  const days = `${from} + ${leaps[0]} - ${leaps[1]} + ${leaps[2]} + ${before} + ${day}`;
  return `CAST(CAST((${days} + 6) % 7 AS INTEGER) + 1 AS VARCHAR)`;
}

/**
 * How much its chips had to do: by what they drew, against what the model knows of their kind at rest and of such work,
 * else by what their driver says; NULL where the log tells neither.
 */
const LOAD_SQL = `CASE
  WHEN priced.chip_w IS NOT NULL AND shape.rest_w IS NOT NULL THEN CASE
    WHEN priced.chip_w <= shape.rest_w THEN 'at rest' WHEN priced.chip_w < shape.low_w THEN 'low' ELSE 'usual' END
  WHEN priced.busy IS NOT NULL THEN CASE
    WHEN priced.busy <= ${BUSY.rest}e0 THEN 'at rest' WHEN priced.busy < ${BUSY.low}e0 THEN 'low' ELSE 'usual' END
  END`;

/** What jobs can be told apart by, and where it stands: in the job itself, or in its shape. */
const KEYS = {
  user: 'priced.user_name',
  project: 'priced.project',
  partition: 'priced.partition_name',
  cluster: 'priced.cluster',
  source: 'priced.source',
  state: 'priced.state',
  day: 'substr(CAST(priced.started AS VARCHAR(30)), 1, 10)',
  quarter: QUARTER_SQL,
  month: 'substr(CAST(priced.started AS VARCHAR(30)), 1, 7)',
  year: 'substr(CAST(priced.started AS VARCHAR(30)), 1, 4)',
  weekday: weekdaySql('priced.started'),
  hour: 'substr(CAST(priced.started AS VARCHAR(30)), 12, 2)',
  accelerator: 'shape.accelerator',
  zone: 'shape.zone',
  place: 'shape.place',
  phase: 'shape.phase',
  rung: 'shape.rung',
  load: LOAD_SQL,
} as const;
export type SummaryKey = keyof typeof KEYS;
export const SUMMARY_KEYS = Object.keys(KEYS) as readonly SummaryKey[];

/** The key as SQL: from this list alone, never from what somebody typed. */
export const keySql = (key: SummaryKey): string => KEYS[key];

/** Of these a cube knows nothing: they are of one job. */
const OF_JOB: readonly SummaryKey[] = ['day', 'weekday', 'hour', 'load'];

/** Whether the cube of a ledger tells jobs apart by all of these keys. */
export const isInCube = (keys: readonly SummaryKey[]): boolean =>
  !keys.some((key) => OF_JOB.includes(key));

/** Whether a text is one of the keys. */
export const isSummaryKey = (text: string): text is SummaryKey => Object.hasOwn(KEYS, text);

/** Which jobs: by key, one of these values; null is "not told". */
export type Where = Readonly<Partial<Record<SummaryKey, readonly (string | null)[]>>>;

/** Which jobs, as SQL with question marks, and what stands for these. */
export interface Condition {
  /** After WHERE. */
  readonly sql: string;
  readonly values: readonly string[];
}

/** The jobs that somebody asked for. */
export function conditionOf(where: Where): Condition {
  const values: string[] = [];
  const all = Object.entries(where) as [SummaryKey, readonly (string | null)[]][];
  const parts = all.map(([key, wanted]) => {
    const any = wanted.map((value) => {
      if (value === null) return `${keySql(key)} IS NULL`;
      values.push(value);
      return `${keySql(key)} = ?`;
    });
    return any.length === 0 ? '1 = 0' : `(${any.join(' OR ')})`;
  });
  return { sql: parts.length === 0 ? '1 = 1' : parts.join(' AND '), values };
}
