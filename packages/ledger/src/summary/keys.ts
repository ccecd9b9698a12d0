/** What jobs can be told apart by, and where it stands: in the job itself, or in its shape. */
const KEYS = {
  user: 'priced.user_name',
  project: 'priced.project',
  partition: 'priced.partition_name',
  cluster: 'priced.cluster',
  source: 'priced.source',
  state: 'priced.state',
  day: 'substr(CAST(priced.started AS VARCHAR), 1, 10)',
  month: 'substr(CAST(priced.started AS VARCHAR), 1, 7)',
  year: 'substr(CAST(priced.started AS VARCHAR), 1, 4)',
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
