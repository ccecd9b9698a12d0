import type { Cell, Columns, Engine } from '../engine/engine.ts';
import { type Rate, rateColumns, rateNumbers, ratesOfShape } from './rate-table.ts';
import type { PricedShape } from './shapes.ts';

const RATE = {
  rate_template: 'BIGINT',
  rate_kind: 'DOUBLE',
  rate_piece: 'INTEGER',
  is_closed: 'BOOLEAN',
} as const satisfies Columns;

/** Rows that are written at a time. */
const SOME = 2000;

/** Rates of shapes one after another: of each little is kept, as there may be many. */
export class Rates {
  readonly #rows: { readonly template: number; readonly kind: number; readonly rate: Rate }[] = [];
  readonly #products = new Set<string>();
  readonly #open: PricedShape[] = [];
  #shapes = 0;

  /** @param pieces stretches of hours that its jobs have */
  add(shape: PricedShape, pieces: readonly number[]): void {
    this.#shapes += 1;
    const { template, kind } = shape;
    const rates = ratesOfShape(shape, pieces);
    for (const rate of rates) this.#rows.push({ template, kind, rate });
    for (const by of rates[0]?.coefficients ?? [])
      for (const product of by?.keys() ?? []) this.#products.add(product);
    if (rates.some(({ isClosed }) => !isClosed)) this.#open.push(shape);
  }

  get shapes(): number {
    return this.#shapes;
  }

  /** The products of quantities that figures are in proportion to, each once. */
  get products(): string[] {
    // Where there are no jobs the texts are whole all the same.
    return this.#products.size === 0 ? ['/hours'] : [...this.#products].sort();
  }

  /** Shapes with jobs whose ranges are the model's, job by job. */
  get open(): readonly PricedShape[] {
    return this.#open;
  }

  /** Puts the table that jobs are joined to. */
  async put(engine: Engine): Promise<void> {
    const products = this.products;
    const doubles = Object.fromEntries(
      rateColumns(products).map((name) => [name, 'DOUBLE' as const]),
    );
    await engine.put('rate', { ...RATE, ...doubles }, this.#cells(products));
  }

  *#cells(products: readonly string[]): Generator<Cell[][]> {
    for (let from = 0; from < this.#rows.length; from += SOME)
      yield this.#rows
        .slice(from, from + SOME)
        .map(({ template, kind, rate }) => [
          template,
          kind,
          rate.piece,
          rate.isClosed,
          ...rateNumbers(rate, products),
        ]);
  }
}
