import type { DuckDBConnection, DuckDBDataChunk, DuckDBValue } from '@duckdb/node-api';
import { appendRows, type Cell, type ColumnType } from '../engine/append.ts';
import { loadDuckDb } from '../engine/duckdb.ts';
import { JOB_COLUMN_NAMES, JOB_COLUMNS, type JobColumn } from './tables.ts';

/** A job as it is kept; times in milliseconds since 1970. */
export type StoredJob = Readonly<Record<JobColumn, Cell>> & {
  readonly identity: string;
};

/** Rows of a chunk: DuckDB's own size. */
const CHUNK = 2048;

/** Columns of a job of one type each. */
const namesOf = (isOf: (type: ColumnType, name: JobColumn) => boolean): JobColumn[] =>
  (Object.entries(JOB_COLUMNS) as [JobColumn, ColumnType][])
    .filter(([name, type]) => isOf(type, name))
    .map(([name]) => name);

/** Every job has its own. */
const OWN: JobColumn = 'job_id';
/** Texts that many jobs share are sent once, and jobs hold their numbers. */
const SHARED = namesOf((type, name) => type === 'VARCHAR' && name !== OWN);
/** All else is a number; none is a NaN, which costs less to send than a NULL. */
const NUMBERS = namesOf((type) => type !== 'VARCHAR');

const STAGED_JOBS = `CREATE OR REPLACE TEMP TABLE staged (seq INTEGER, identity VARCHAR, ${OWN} VARCHAR, ${SHARED.map(
  (name) => `${name} INTEGER`,
).join(', ')}, ${NUMBERS.map((name) => `${name} DOUBLE`).join(', ')})`;
const STAGED_TEXTS = 'CREATE OR REPLACE TEMP TABLE staged_text (id INTEGER, text VARCHAR)';

const sqlOf = (name: JobColumn): string => {
  const type = JOB_COLUMNS[name];
  if (name === OWN) return `staged.${name} AS ${name}`;
  if (type === 'VARCHAR') return `of_${name}.text AS ${name}`;
  const told = `CASE WHEN isnan(staged.${name}) THEN NULL ELSE staged.${name} END`;
  if (type === 'DOUBLE') return `${told} AS ${name}`;
  if (type === 'TIMESTAMP_MS')
    return `CAST(make_timestamp_ms(CAST(${told} AS BIGINT)) AS TIMESTAMP_MS) AS ${name}`;
  return `CAST(${told} AS ${type}) AS ${name}`;
};

/** The staged jobs as they are kept, each with its `seq`: to be narrowed by what is joined to it. */
export const STAGED_SQL = `SELECT staged.seq AS seq, ${JOB_COLUMN_NAMES.map(sqlOf).join(', ')}
FROM staged ${SHARED.map((name) => `LEFT JOIN staged_text AS of_${name} ON staged.${name} = of_${name}.id`).join(' ')}`;

/** Jobs beside the ledger, in memory, until they are written. */
export interface Staging {
  /** How many there are. */
  readonly size: number;
  readonly add: (job: StoredJob) => void;
  /** Puts what is left into the tables `staged` and `staged_text`. */
  readonly finish: () => Promise<void>;
  /** Leaves it, finished or not. */
  readonly close: () => void;
}

type Vector = { setItem(at: number, value: DuckDBValue): void; flush(): void };

/** A new, empty staging; what was in one before is gone. */
export async function createStaging(connection: DuckDBConnection): Promise<Staging> {
  const { DuckDBDataChunk: Chunk, VARCHAR, INTEGER, DOUBLE } = await loadDuckDb();
  await connection.run(STAGED_JOBS);
  await connection.run(STAGED_TEXTS);
  const types = [
    INTEGER,
    VARCHAR,
    VARCHAR,
    ...SHARED.map(() => INTEGER),
    ...NUMBERS.map(() => DOUBLE),
  ];
  const appender = await connection.createAppender('staged', 'main', 'temp');
  let isOpen = true;
  const close = () => {
    if (isOpen) appender.closeSync();
    isOpen = false;
  };
  const texts = new Map<string, number>();
  let size = 0;
  let chunk: DuckDBDataChunk;
  let vectors: Vector[] = [];
  const begin = () => {
    chunk = Chunk.create(types, CHUNK);
    vectors = types.map((_, at) => chunk.getColumnVector(at) as Vector);
  };
  const end = () => {
    for (const vector of vectors) vector.flush();
    chunk.rowCount = size % CHUNK || CHUNK;
    appender.appendDataChunk(chunk);
    vectors = [];
  };
  const numberOf = (text: string): number => {
    const known = texts.get(text);
    if (known !== undefined) return known;
    texts.set(text, texts.size);
    return texts.size - 1;
  };
  return {
    get size() {
      return size;
    },
    add(job) {
      if (vectors.length === 0) begin();
      const at = size % CHUNK;
      let column = 0;
      const put = (value: DuckDBValue) => vectors[column++]?.setItem(at, value);
      put(size);
      put(job.identity);
      put(job[OWN]);
      for (const name of SHARED) {
        const text = job[name] as string | null;
        put(text === null ? -1 : numberOf(text));
      }
      for (const name of NUMBERS) put(Number(job[name] ?? Number.NaN));
      size += 1;
      if (size % CHUNK === 0) end();
    },
    async finish() {
      if (vectors.length > 0) end();
      close();
      const rows = [...texts].map(([text, id]) => [id, text]);
      await appendRows(connection, 'staged_text', ['INTEGER', 'VARCHAR'], rows);
    },
    close,
  };
}
