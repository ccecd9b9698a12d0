import type { JobState } from '@ml-emissions/logs';

/** Where jobs come from: each has an importer of that name. */
export const SOURCES = [
  'sacct',
  'sacct-json',
  'codecarbon',
  'carbontracker',
  'eco2ai',
  'zeus',
  'mlflow',
  'wandb',
  'nextflow',
  'gpu-log',
  'focus',
  'aws-cur',
  'gcp-billing',
  'azure-cost',
  'table',
] as const;
export type Source = (typeof SOURCES)[number];

/** How jobs end whose work is lost. */
export const LOST_STATES: readonly JobState[] = [
  'failed',
  'out-of-memory',
  'node-failed',
  'timeout',
  'cancelled',
  'preempted',
];

/** What of a job is still to come: figures of it will change. */
export const OPEN_STATES: readonly JobState[] = ['running', 'suspended'];

/** A chip that had work to do for no more of its time than this did nothing; for less than the other, little. */
export const BUSY = { rest: 0.05, low: 0.3 } as const;
