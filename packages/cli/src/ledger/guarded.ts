import { rm, stat } from 'node:fs/promises';
import {
  type Ledger,
  LedgerFault,
  type OpenOptions,
  openExports,
  openLedger,
} from '@ml-emissions/ledger';
import { cleaned } from '../cleaned.ts';
import { type ExitCode, type Io, tell } from '../io.ts';

/** What all commands of a ledger take. */
export interface Flags {
  readonly ledger: string;
  /** A folder of exports instead. */
  readonly from?: string;
  readonly json?: boolean;
  readonly csv?: boolean;
  /** The file that rows go to. */
  readonly parquet?: string;
}

const IN_MEMORY = ':memory:';

/** For commands that write to a ledger that is there, and for those that only read: any number of these at a time. */
export const WRITING: OpenOptions = { mustExist: true };
export const READING: OpenOptions = { mustExist: true, isReadOnly: true };

/** Where the engine puts what does not fit into its memory; of no use once it has ended. */
export const asideOf = (path: string): string => `${path}.tmp`;

/**
 * Opens the ledger, works with it and closes it, whatever comes.
 *
 * @param isEmpty whether nothing was put into it: one that was made in vain goes again
 */
export async function guarded(
  io: Io,
  { ledger: path, from }: Flags,
  options: OpenOptions,
  work: (open: Ledger) => Promise<ExitCode>,
  isEmpty: () => boolean = () => false,
): Promise<ExitCode> {
  if (from !== undefined) return guardedExports(io, from, work);
  let open: Ledger | undefined;
  let isInVain = false;
  const working = async () => {
    if (options.mustExist && !(await stat(path).catch(() => null)))
      throw new LedgerFault(
        `there is no ledger '${path}'`,
        'ml-emissions ledger import FILE makes one; --ledger says where it is',
      );
    open = await openLedger(path, options);
    try {
      return await work(open);
    } catch (error) {
      isInVain = path !== IN_MEMORY && open.isNew && isEmpty();
      throw error;
    }
  };
  try {
    return await told(io, working);
  } finally {
    open?.close();
    if (isInVain) for (const one of [path, `${path}.wal`]) await rm(one, { force: true });
  }
}

/** Asks the exports of a folder. */
const guardedExports = (
  io: Io,
  folder: string,
  work: (open: Ledger) => Promise<ExitCode>,
): Promise<ExitCode> =>
  told(io, async () => {
    const open = await openExports(folder);
    try {
      return await work(open);
    } finally {
      open.close();
    }
  });

/** Tells what goes wrong with a ledger, with what would mend it. */
export async function told(io: Io, work: () => Promise<ExitCode>): Promise<ExitCode> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof LedgerFault)) throw error;
    tell(io, `${cleaned(error.message)}\n  ${cleaned(error.remedy)}\n`);
    return error.isInput ? 2 : 1;
  }
}
