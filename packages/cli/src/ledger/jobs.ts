import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import {
  JOB_FORMATS,
  type JobFormat,
  type Ledger,
  partOf,
  type Where,
  writeJobs,
} from '@ml-emissions/ledger';
import { type Command, Option } from 'commander';
import { type ExitCode, type Io, tell } from '../io.ts';
import { isReaderGone } from '../ndjson.ts';
import { type Asked, whereOption } from './arguments.ts';
import { type EngineFlags, guardedCluster, writeClusterJobs } from './cluster.ts';
import { guarded, READING } from './guarded.ts';
import { asMeant } from './meant.ts';
import { counted } from './text.ts';
import { stoppable, watched } from './watched.ts';

interface JobFlags extends EngineFlags, Pick<Asked, 'where'> {
  readonly format: JobFormat;
  readonly out?: string;
}

/** `ml-emissions ledger jobs`. */
export function jobsCommand(command: Command, io: Io, finish: (exit: ExitCode) => void): void {
  command
    .addOption(new Option('--format <format>', 'of the rows').choices(JOB_FORMATS).default('csv'))
    .option('--out <file>', 'where to; standard output by default')
    .addOption(whereOption())
    .action(async (flags: JobFlags) => {
      const { engine, format, out } = flags;
      const written = (count: number): ExitCode => {
        if (out !== undefined) tell(io, `${counted(count)}\n`);
        return 0;
      };
      finish(
        await (engine === 'duckdb'
          ? guarded(io, flags, READING, async (open) => {
              const { where } = await asMeant(io, open.engine, flags);
              return written(
                await watched(io, open, 'writing', () => writeOwn(io, open, format, out, where)),
              );
            })
          : guardedCluster(io, flags, async (cluster) => {
              const { where } = await asMeant(io, cluster.engine, flags);
              return written(await writeClusterJobs(io, cluster, format, out, where));
            })),
      );
    });
}

/** Writes the jobs of a file's ledger: the engine writes files alone. */
async function writeOwn(
  io: Io,
  open: Ledger,
  format: JobFormat,
  out: string | undefined,
  where: Where,
): Promise<number> {
  if (out !== undefined)
    return stoppable(io, `'${out}' is as it was`, [partOf(out)], () =>
      writeJobs(open, format, out, where),
    );
  const folder = await mkdtemp(join(tmpdir(), 'ml-emissions-'));
  try {
    return await stoppable(io, 'what is written is not all', [folder], async () => {
      const path = join(folder, 'jobs');
      const count = await writeJobs(open, format, path, where);
      await pipeline(createReadStream(path), io.stdout, { end: false });
      return count;
    });
  } catch (error) {
    if (!isReaderGone(error)) throw error;
    return 0;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
