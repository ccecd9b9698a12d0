/** What jobs can be summed by, and where it stands: in the job itself, or in its shape. */
const KEYS = {
  user: 'priced.user_name',
  project: 'priced.project',
  partition: 'priced.partition_name',
  cluster: 'priced.cluster',
  source: 'priced.source',
  state: 'priced.state',
  month: 'substr(CAST(priced.started AS VARCHAR(30)), 1, 7)',
  year: 'substr(CAST(priced.started AS VARCHAR(30)), 1, 4)',
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
