/** Days by which the months before it shift a month's weekdays. Source: Sakamoto 1992. */
const MONTHS = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];

/** The day of the week of a time, Monday first: '1' to '7', without an engine's own function. */
const weekdaySql = (time: string): string => {
  const [year, month, day] = ['YEAR', 'MONTH', 'DAY'].map(
    (part) => `EXTRACT(${part} FROM ${time})`,
  );
  // January and February count to the year before, so that a leap day is its last.
  const from = `(${year} - CASE WHEN ${month} < 3 THEN 1 ELSE 0 END)`;
  const leaps = [4, 100, 400].map((years) => `CAST(floor(${from} / ${years}e0) AS INTEGER)`);
  const before = `CASE ${MONTHS.map((days, at) => `WHEN ${month} = ${at + 1} THEN ${days} `).join('')}END`;
  const days = `${from} + ${leaps[0]} - ${leaps[1]} + ${leaps[2]} + ${before} + ${day}`;
  return `CAST(CAST((${days} + 6) % 7 AS INTEGER) + 1 AS VARCHAR)`;
};
/** What jobs can be summed by, and where it stands: in the job itself, or in its shape. */
const KEYS = {
  user: 'priced.user_name',
  project: 'priced.project',
  partition: 'priced.partition_name',
  cluster: 'priced.cluster',
  source: 'priced.source',
  state: 'priced.state',
  month: "strftime(priced.started, '%Y-%m')",
  year: "strftime(priced.started, '%Y')",
  day: "strftime(priced.started, '%Y-%m-%d')",
  weekday: weekdaySql('priced.started'),
  hour: "strftime(priced.started, '%H')",
  accelerator: 'shape.accelerator',
  zone: 'shape.zone',
  place: 'shape.place',
  phase: 'shape.phase',
  rung: 'shape.rung',
} as const;
export type SummaryKey = keyof typeof KEYS;
export const SUMMARY_KEYS = Object.keys(KEYS) as readonly SummaryKey[];

/** The key as SQL: from this list alone, never from what somebody typed. */
export const keySql = (key: SummaryKey): string => KEYS[key];

/** Whether a text is one of the keys. */
export const isSummaryKey = (text: string): text is SummaryKey => Object.hasOwn(KEYS, text);
