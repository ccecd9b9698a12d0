import { rm, stat } from 'node:fs/promises';
import { type Ledger, LedgerFault, type OpenOptions, openLedger } from '@ml-emissions/ledger';
import { cleaned } from '../cleaned.ts';
import { type ExitCode, type Io, tell } from '../io.ts';

/** What all commands of a ledger take. */
export interface Flags {
  readonly ledger: string;
  readonly json?: boolean;
  readonly csv?: boolean;
}

const IN_MEMORY = ':memory:';

/** For commands that write to a ledger that is there, and for those that only read: any number of these at a time. */
export const WRITING: OpenOptions = { mustExist: true };
export const READING: OpenOptions = { mustExist: true, isReadOnly: true };

/**
 * Opens the ledger, works with it and closes it, whatever comes.
 *
 * @param isEmpty whether nothing was put into it: one that was made in vain goes again
 */
export async function guarded(
  io: Io,
  { ledger: path }: Flags,
  options: OpenOptions,
  work: (open: Ledger) => Promise<ExitCode>,
  isEmpty: () => boolean = () => false,
): Promise<ExitCode> {
  let open: Ledger | undefined;
  let isInVain = false;
  try {
    if (options.mustExist && !(await stat(path).catch(() => null)))
      throw new LedgerFault(
        `there is no ledger '${path}'`,
        'ml-emissions ledger import FILE makes one; --ledger says where it is',
      );
    open = await openLedger(path, options);
    return await work(open);
  } catch (error) {
    isInVain = path !== IN_MEMORY && open?.isNew === true && isEmpty();
    if (!(error instanceof LedgerFault)) throw error;
    tell(io, `${cleaned(error.message)}\n  ${cleaned(error.remedy)}\n`);
    return error.isInput ? 2 : 1;
  } finally {
    open?.close();
    if (isInVain) for (const one of [path, `${path}.wal`]) await rm(one, { force: true });
  }
}
