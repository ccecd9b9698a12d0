import type { ColumnType } from '../engine/append.ts';

/** Goes up when a ledger of before cannot be read as it is. */
export const FORMAT = 2;

/** Columns of a job as it is kept, between its hashes and the file that it came from. */
export const JOB_COLUMNS = {
  source: 'VARCHAR',
  job_id: 'VARCHAR',
  cluster: 'VARCHAR',
  user_name: 'VARCHAR',
  project: 'VARCHAR',
  partition_name: 'VARCHAR',
  name: 'VARCHAR',
  nodes: 'VARCHAR',
  state: 'VARCHAR',
  is_final: 'BOOLEAN',
  started: 'TIMESTAMP_MS',
  ended: 'TIMESTAMP_MS',
  template: 'INTEGER',
  template_unmetered: 'INTEGER',
  hours: 'DOUBLE',
  chips: 'DOUBLE',
  cores: 'DOUBLE',
  metered_kwh: 'DOUBLE',
  power_w: 'DOUBLE',
  chip_w: 'DOUBLE',
  busy: 'DOUBLE',
  energy_from: 'VARCHAR',
  notes: 'VARCHAR',
} as const satisfies Readonly<Record<string, ColumnType>>;
export type JobColumn = keyof typeof JOB_COLUMNS;
export const JOB_COLUMN_NAMES = Object.keys(JOB_COLUMNS) as readonly JobColumn[];

const columns = Object.entries(JOB_COLUMNS)
  .map(([name, type]) => `${name} ${type}`)
  .join(', ');

/** What makes a ledger of an older format one of this, by that format; columns are added where they stand now. */
export const UPGRADES: Readonly<Record<number, readonly string[]>> = {
  1: [
    'ALTER TABLE job ADD COLUMN chip_w DOUBLE',
    'ALTER TABLE job ADD COLUMN busy DOUBLE',
    // What was priced before has no column for them.
    'DROP TABLE IF EXISTS pricing',
    'DROP TABLE IF EXISTS priced',
    'DROP TABLE IF EXISTS shape',
    'UPDATE ledger_format SET format = 2',
  ],
};

/** What a ledger is made of. */
export const TABLES: readonly string[] = [
  'CREATE TABLE ledger_format (format INTEGER)',
  `INSERT INTO ledger_format VALUES (${FORMAT})`,
  'CREATE TABLE file (id INTEGER, name VARCHAR, source VARCHAR)',
  'CREATE TABLE template (id INTEGER, run VARCHAR, accelerator VARCHAR)',
  `CREATE TABLE job (key UHUGEINT, content UHUGEINT, ${columns}, file INTEGER)`,
  'CREATE TABLE reject (file INTEGER, line BIGINT, field VARCHAR, value VARCHAR, reason VARCHAR, remedy VARCHAR)',
];

/** Rows of a batch before they are known to be new: in memory, and gone with the connection. */
export const STAGED = `CREATE OR REPLACE TEMP TABLE staged (seq INTEGER, identity VARCHAR, ${columns})`;

export const STAGED_REJECTS =
  'CREATE OR REPLACE TEMP TABLE staged_reject (line BIGINT, field VARCHAR, value VARCHAR, reason VARCHAR, remedy VARCHAR)';
export const STAGED_TEMPLATES =
  'CREATE OR REPLACE TEMP TABLE staged_template (id INTEGER, run VARCHAR, accelerator VARCHAR)';
