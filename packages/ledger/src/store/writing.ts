import { LedgerFault } from '../engine/duckdb.ts';

/** Why a file cannot be written is the user's to mend. */
export async function writing<Of>(path: string, done: Promise<Of>): Promise<Of> {
  try {
    return await done;
  } catch (error) {
    if (!(error instanceof Error) || !error.message.startsWith('IO Error')) throw error;
    throw new LedgerFault(`'${path}' cannot be written`, 'another path, in a folder that is there');
  }
}
