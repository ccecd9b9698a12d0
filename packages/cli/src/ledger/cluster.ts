import { createWriteStream } from 'node:fs';
import { userInfo } from 'node:os';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  type Cluster,
  JOB_ROW,
  type JobFormat,
  jobPages,
  LedgerFault,
  openTrino,
  type TrinoServer,
  type Where,
} from '@ml-emissions/ledger';
import { type Command, Option } from 'commander';
import { stringify } from 'csv-stringify/sync';
import type { ExitCode, Io } from '../io.ts';
import { isReaderGone } from '../ndjson.ts';
import { type Flags, told } from './guarded.ts';

const ENGINES = ['duckdb', 'trino'] as const;

/** What commands take that can ask a cluster instead of a file. */
export interface EngineFlags extends Flags {
  readonly engine: (typeof ENGINES)[number];
  readonly server?: string;
  readonly catalog?: string;
  readonly schema?: string;
}

/** Gives a command the flags that say where a cluster is. */
export const withEngineFlags = (command: Command): Command =>
  command
    .addOption(
      new Option('--engine <name>', 'who holds the jobs: the file, or a cluster')
        .choices(ENGINES)
        .default('duckdb'),
    )
    .addOption(
      new Option(
        '--server <url>',
        'of a cluster; TRINO_USER with TRINO_PASSWORD or TRINO_TOKEN in the environment say who asks',
      ).implies({ engine: 'trino' }),
    )
    .option('--catalog <name>', 'of a cluster')
    .option('--schema <name>', 'of a cluster, with the tables job and template of an export');

/** Gives a command the flag that says where priced exports are. */
export const fromFlag = (command: Command): Command =>
  command.option('--from <folder>', 'ask the exports in it that Spark has priced by price.sql');

/** Asks a cluster, and takes away what was only worked with; what goes wrong is told. */
export const guardedCluster = (
  io: Io,
  flags: EngineFlags,
  work: (cluster: Cluster) => Promise<ExitCode>,
): Promise<ExitCode> =>
  told(io, async () => {
    const cluster = await openTrino(serverOf(flags));
    try {
      const exit = await work(cluster);
      await cluster.close();
      return exit;
    } catch (error) {
      // Why it failed is what is told.
      await cluster.close().catch(() => undefined);
      throw error;
    }
  });

/** Where the cluster is, by flags, and who asks, by the environment: flags can be read by everybody. */
function serverOf({ server, catalog, schema }: EngineFlags): TrinoServer {
  if (server === undefined || catalog === undefined || schema === undefined)
    throw new LedgerFault(
      'a cluster is named by its server, catalog and schema',
      '--engine trino --server URL --catalog NAME --schema NAME',
    );
  const { TRINO_USER, TRINO_PASSWORD, TRINO_TOKEN } = process.env;
  return {
    server,
    catalog,
    schema,
    user: TRINO_USER || userInfo().username,
    password: TRINO_PASSWORD || undefined,
    token: TRINO_TOKEN || undefined,
  };
}

/**
 * Writes the priced jobs of a cluster, a page at a time.
 *
 * @param out a file; standard output where it is not told
 * @returns how many there were
 */
export async function writeClusterJobs(
  io: Io,
  cluster: Cluster,
  format: JobFormat,
  out: string | undefined,
  where: Where,
): Promise<number> {
  if (format === 'parquet')
    throw new LedgerFault(
      'jobs of a cluster are not written as Parquet',
      'its table priced, or --format csv or ndjson',
    );
  let count = 0;
  async function* texts() {
    let isFirst = true;
    for await (const rows of jobPages(cluster, where)) {
      count += rows.length;
      if (format === 'csv') yield csv(rows, isFirst);
      else for (const row of rows) yield `${JSON.stringify(row)}\n`;
      isFirst = false;
    }
    if (isFirst && format === 'csv') yield csv([], true);
  }
  try {
    if (out === undefined) await pipeline(Readable.from(texts()), io.stdout, { end: false });
    else await pipeline(Readable.from(texts()), createWriteStream(out));
  } catch (error) {
    const { code, path } = error as NodeJS.ErrnoException;
    if (out !== undefined && path === out && code !== undefined)
      throw new LedgerFault(
        `'${out}' cannot be written`,
        'another path, in a folder that is there',
      );
    if (!isReaderGone(error)) throw error;
  }
  return count;
}

const csv = (rows: readonly object[], header: boolean): string =>
  stringify([...rows], { header, columns: [...JOB_ROW], escape_formulas: true });
