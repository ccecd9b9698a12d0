import { LedgerFault } from './engine/duckdb.ts';
import type { Engine, Row } from './engine/engine.ts';

/**
 * The products of quantities that the figures of a ledger are in proportion to.
 *
 * Errors: throws `LedgerFault` where nothing is priced yet.
 */
export async function pricedProducts(engine: Engine): Promise<readonly string[]> {
  const { products } = await pricingOf(engine);
  return JSON.parse(String(products)) as readonly string[];
}

/** The edition that a ledger was priced by. */
export async function pricedEdition(engine: Engine): Promise<string> {
  const { edition } = await pricingOf(engine);
  return String(edition);
}

async function pricingOf(engine: Engine): Promise<Row> {
  if (!(await engine.has('pricing')))
    throw new LedgerFault('nothing in the ledger is priced yet', 'ml-emissions ledger price');
  const [pricing = {}] = await engine.rows('SELECT edition, products FROM pricing');
  return pricing;
}
