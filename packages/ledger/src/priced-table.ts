import { LedgerFault } from './engine/duckdb.ts';
import type { Engine } from './engine/engine.ts';

/**
 * The products of quantities that the figures of a ledger are in proportion to.
 *
 * Errors: throws `LedgerFault` where nothing is priced yet.
 */
export async function pricedProducts(engine: Engine): Promise<readonly string[]> {
  if (!(await engine.has('pricing')))
    throw new LedgerFault('nothing in the ledger is priced yet', 'ml-emissions ledger price');
  const [pricing] = await engine.rows('SELECT products FROM pricing');
  return JSON.parse(String(pricing?.products)) as readonly string[];
}
