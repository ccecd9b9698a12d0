import { LedgerFault } from './store/duckdb.ts';
import { type Ledger, rowsOf } from './store/ledger.ts';

/**
 * The products of quantities that the figures of a ledger are in proportion to.
 *
 * Errors: throws `LedgerFault` where nothing is priced yet.
 */
export async function pricedProducts({
  connection,
}: Pick<Ledger, 'connection'>): Promise<readonly string[]> {
  const [found] = await rowsOf(
    connection,
    "SELECT table_name FROM duckdb_tables() WHERE table_name = 'pricing' AND NOT temporary",
  );
  if (!found)
    throw new LedgerFault('nothing in the ledger is priced yet', 'ml-emissions ledger price');
  const [pricing] = await rowsOf(connection, 'SELECT products FROM pricing');
  return JSON.parse(String(pricing?.products)) as readonly string[];
}
