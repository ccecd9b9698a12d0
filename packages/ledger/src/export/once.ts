import type { Columns } from '../engine/engine.ts';
import { JOB_COLUMN_NAMES, JOB_COLUMNS } from '../store/tables.ts';

/** Columns of a job for a cluster: its key as text, since Parquet has no whole number that long; templates by what they are. */
export const EXPORTED_JOB = {
  key: 'VARCHAR',
  ...JOB_COLUMNS,
  template: 'BIGINT',
  template_unmetered: 'BIGINT',
  /** When it was exported, and a part by chance: the same in all rows of an export, later ones are greater. */
  exported: 'VARCHAR',
} as const satisfies Columns;

/** Runs that jobs refer to; the same id in all exports, so that these can lie side by side. */
export const EXPORTED_TEMPLATE = {
  id: 'BIGINT',
  run: 'VARCHAR',
  accelerator: 'VARCHAR',
} as const satisfies Columns;

/**
 * Jobs of several exports, each once: what has ended goes before what had not, a run of W&B with its power before one
 * without, and then what was exported last.
 */
export const ONCE_SQL = `
SELECT key, ${JOB_COLUMN_NAMES.join(', ')}
FROM (
  SELECT job.*, row_number() OVER (PARTITION BY key ORDER BY CASE WHEN is_final THEN 0 ELSE 1 END,
    CASE WHEN source = 'wandb' AND power_w IS NULL THEN 1 ELSE 0 END, exported DESC) AS nth
  FROM job
) AS told
WHERE nth = 1`;
