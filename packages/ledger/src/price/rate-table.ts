import type { Figure } from '@ml-emissions/model';
import {
  type FigureRates,
  gridDeviationOf,
  listPricerOf,
  productOf,
  type RateRow,
} from '@ml-emissions/rates';
import { fitted, type Polynomial, TERMS } from './fit.ts';
import { PIECES, type Piece } from './pieces.ts';
import { POINTERS } from './quantities.ts';
import type { PricedShape } from './shapes.ts';

/** Figures of a job, by the prefix of their columns. */
const FIGURE_COLUMNS = {
  energy: 'energyKwh',
  kg: 'operationalKgCo2e',
  embodied: 'embodiedKgCo2e',
} as const satisfies Readonly<Record<string, Figure>>;
type Prefix = keyof typeof FIGURE_COLUMNS;
const PREFIXES = Object.keys(FIGURE_COLUMNS) as readonly Prefix[];

/** Polynomials of hours: ends of the 90 % range over the value, and logs of the grid's deviation. */
const ENDS = ['kg_low', 'kg_high', 'grid_down', 'grid_up'] as const;

const coefficientsOf = (name: string): string[] =>
  Array.from({ length: TERMS }, (_, at) => `${name}_${at}`);

/** Columns of the table of rates, all of them numbers; NULL where a figure has no range or is not counted. */
export function rateColumns(products: readonly string[]): string[] {
  return [
    'middle',
    'scale',
    ...PREFIXES.flatMap((prefix) => products.map((_, at) => `${prefix}_p${at}`)),
    'energy_low',
    'energy_high',
    ...ENDS.flatMap(coefficientsOf),
  ];
}

/** What figures of a shape are by product, in the order of their prefixes; null where it does not have the figure. */
type Coefficients = readonly (ReadonlyMap<string, number> | null)[];

/** A row of the table: what jobs of a shape that are as long as a piece are multiplied by. */
export interface Rate {
  readonly piece: number;
  /** Whether multiplying and adding gives the ranges; else they are the model's, job by job. */
  readonly isClosed: boolean;
  readonly coefficients: Coefficients;
  readonly along: readonly number[];
  readonly ends: readonly (number | null)[];
}

/** The numbers of a row, in the order of `rateColumns`. */
export function rateNumbers(
  { coefficients, along, ends }: Rate,
  products: readonly string[],
): (number | null)[] {
  const of = coefficients.flatMap((one) =>
    products.map((product) => (one ? (one.get(product) ?? 0) : null)),
  );
  return [...along, ...of, ...ends];
}

/**
 * The rates of a shape, one row for each stretch of hours that its jobs have.
 *
 * @param pieces indices of these stretches
 */
export function ratesOfShape({ row }: Pick<PricedShape, 'row'>, pieces: readonly number[]): Rate[] {
  const price = listPricerOf(row, POINTERS);
  const logsAt = gridDeviationOf(row.intensity);
  const coefficients = PREFIXES.map((prefix) => coefficientsBy(row, FIGURE_COLUMNS[prefix]));
  const endsAt = (figure: Figure, hours: number): Pair | null => {
    const found = price(POINTERS.map((pointer) => (pointer === '/hours' ? hours : 1)))(figure);
    if (found?.low === undefined || found.high === undefined) return null;
    return [found.low / found.value, found.high / found.value];
  };
  const { energyKwh, operationalKgCo2e } = row.figures;
  const isOne = isProportional(energyKwh) && isProportional(operationalKgCo2e);
  const hasRange = operationalKgCo2e?.hasRange ?? false;
  return PIECES.filter(({ index }) => pieces.includes(index)).map((piece) => {
    const { index, middle, scale, hoursAt } = piece;
    const isFitted = hasRange && isOne;
    const ends = isFitted ? pairOf((hours) => endsAt('operationalKgCo2e', hours), piece) : NONE;
    const grid = isFitted ? pairOf(logsAt, piece) : NONE;
    const energy = isFitted ? endsAt('energyKwh', hoursAt(0)) : null;
    const fits = [...ends, ...grid];
    return {
      piece: index,
      isClosed: !hasRange || fits.every((one) => one !== null),
      coefficients,
      along: [middle, scale],
      ends: [energy?.[0] ?? null, energy?.[1] ?? null, ...fits.flatMap((one) => one ?? NOTHING)],
    };
  });
}

/** What is below, and what is above. */
type Pair = readonly [down: number, up: number];
const NONE: readonly [Polynomial, Polynomial] = [null, null];

/** Both sides as polynomials over a stretch of hours. */
function pairOf(
  of: (hours: number) => Pair | null,
  { hoursAt }: Piece,
): readonly [Polynomial, Polynomial] {
  const known = new Map<number, Pair | null>();
  const at = (t: number): Pair | null => {
    const before = known.get(t);
    if (before !== undefined) return before;
    const pair = of(hoursAt(t));
    known.set(t, pair);
    return pair;
  };
  return [fitted((t) => at(t)?.[0] ?? null), fitted((t) => at(t)?.[1] ?? null)];
}

const NOTHING: readonly null[] = new Array<null>(TERMS).fill(null);

/** A figure in proportion to one product has the same range whatever the quantities, but for the hours. */
const isProportional = (rates: FigureRates | undefined): boolean =>
  new Set(rates?.terms.map(productOf)).size === 1;

/** What a figure has for one of each product; null where the shape does not have the figure. */
function coefficientsBy(row: RateRow, figure: Figure): ReadonlyMap<string, number> | null {
  const rates = row.figures[figure];
  if (!rates) return null;
  const by = new Map<string, number>();
  for (const term of rates.terms) {
    const product = productOf(term);
    by.set(product, (by.get(product) ?? 0) + term.coefficient);
  }
  return by;
}

const horner = (name: string): string => {
  const [last = '', ...rest] = coefficientsOf(name).reverse();
  return rest.reduce((sum, one) => `(${one} + t * ${sum})`, last);
};

/** What is read of the table of rates and of products to price a job, by the name that it gets. */
export function pricedSql(products: readonly string[]): readonly string[] {
  const value = (prefix: Prefix) =>
    products.map((_, at) => `${prefix}_p${at} * p${at}`).join(' + ');
  return [
    `${value('energy')} AS energy_kwh`,
    `(${value('energy')}) * energy_low AS energy_kwh_low`,
    `(${value('energy')}) * energy_high AS energy_kwh_high`,
    `${value('kg')} AS kg_co2e`,
    `(${value('kg')}) * ${horner('kg_low')} AS kg_co2e_low`,
    `(${value('kg')}) * ${horner('kg_high')} AS kg_co2e_high`,
    `${value('embodied')} AS embodied_kg_co2e`,
    `${horner('grid_down')} AS grid_down`,
    `${horner('grid_up')} AS grid_up`,
  ];
}
