import type * as DuckDb from '@duckdb/node-api';

/** DuckDB is no part of the package: 70 MB, for those who keep a ledger. */
const DUCKDB_PACKAGE = '@duckdb/node-api';
/** The version that the tests ran with. */
const DUCKDB_VERSION = '1.5.6-r.1';

/** Thrown where the ledger cannot be used, with what would mend it. */
export class LedgerFault extends Error {
  readonly remedy: string;
  /** Whether the input is at fault, or something else. */
  readonly isInput: boolean;
  constructor(message: string, remedy: string, isInput = true) {
    super(message);
    this.name = 'LedgerFault';
    this.remedy = remedy;
    this.isInput = isInput;
  }
}

/** The engine, loaded when a ledger is first opened. */
export async function loadDuckDb(): Promise<typeof DuckDb> {
  try {
    return await import('@duckdb/node-api');
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new LedgerFault(
      `the ledger needs ${DUCKDB_PACKAGE}, which is not installed`,
      `npm install ${DUCKDB_PACKAGE}@${DUCKDB_VERSION} beside ml-emissions`,
      false,
    );
  }
}
