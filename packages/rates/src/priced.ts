import {
  type Amount,
  amountOf,
  bentBeside,
  endsOf,
  type Figure,
  type Grams,
  gramsOf,
  hypot,
  type LogMatrix,
  ln,
  type MomentsBy,
  momentsAlong,
  type Quantity,
  sidesOf,
  upsOf,
  Z_90,
} from '@ml-emissions/model';
import { withinAreas } from './intensity/areas.ts';
import { seenLog } from './intensity/short-run.ts';
import { clockHours } from './place.ts';
import type { FigureRates, IntensitySpread, RateRow } from './rate-row.ts';
import type { Quantities } from './shape.ts';
import { type Ends, smoothly } from './smooth.ts';

/** A figure of a run from its shape's rates: null where the method does not count it. */
export type Pricer = (quantities: Quantities, figure: Figure) => Quantity | null;

/** What quantities are, in an order that was agreed on. */
type Amounts = readonly (Amount | undefined)[];

/** The same for quantities in a list whose order was agreed on: the figures of one run. */
export type ListPricer = (amounts: Amounts) => (figure: Figure) => Quantity | null;

/**
 * Figures of all runs of a shape: what `estimate` gives for each, without looking anything up.
 *
 * @param row of `ratesOf`; what does not depend on the quantities is worked out here, once
 * @returns a function of quantities (counts, hours and kWh as in a run; of `quantitiesOf`) and a figure's name
 * Errors: the function throws where a quantity that the row reads is missing.
 * @example
 * import { parseRun, pricerOf, ratesOf, shapeOf } from 'ml-emissions';
 *
 * const parsed = parseRun({ hardware: [{ accelerator: 'T4' }], hours: 2, place: { country: 'FR' } });
 * const rates = parsed.ok && ratesOf(shapeOf(parsed.run));
 * if (rates) console.log(pricerOf(rates)({ '/hours': 100, '/hardware/0/count': 8 }, 'operationalKgCo2e'));
 */
export function pricerOf(row: RateRow): Pricer {
  const read = Object.values(row.figures).flatMap(({ terms }) =>
    terms.flatMap(({ quantities }) => quantities),
  );
  const pointers = [...new Set([...read, ...OF_TIME])];
  const price = listPricerOf(row, pointers);
  return (quantities, figure) =>
    price(
      pointers.map((pointer) => quantities[pointer] ?? (pointer === '/repeats' ? 1 : undefined)),
    )(figure);
}

/** What tells how long a run was, whether or not a figure is in proportion to it. */
const OF_TIME = ['/hours', '/deviceHours', '/repeats'] as const;

/**
 * The same for many runs that tell the same quantities.
 *
 * @param row of `ratesOf`
 * @param pointers where the quantities stand in a run, in the order in which their amounts will come
 * @example listPricerOf(row, ['/hours', '/hardware/0/count'])([100, 8])('operationalKgCo2e')
 */
export function listPricerOf(row: RateRow, pointers: readonly string[]): ListPricer {
  const known = new Map<Figure, Compiled | null>();
  const ofGrid = deviationOf(row.intensity);
  const time = OF_TIME.map((pointer) => pointers.indexOf(pointer));
  const compiledFor = (figure: Figure): Compiled | null => {
    const before = known.get(figure);
    if (before !== undefined) return before;
    const rates = row.figures[figure];
    const compiled = rates ? compile(rates, row, pointers, ofGrid) : null;
    known.set(figure, compiled);
    return compiled;
  };
  return (amounts) => {
    const told: Told = { amounts, hours: hoursIn(amounts, time), isRanged: amounts.some(isRanged) };
    return (figure) => {
      const compiled = compiledFor(figure);
      return compiled && priced(compiled, told);
    };
  };
}

/** The quantities of a run, and what each of its figures asks of them. */
interface Told {
  readonly amounts: Amounts;
  readonly hours: number;
  /** Whether any has a range of the user's, which few runs have. */
  readonly isRanged: boolean;
}

function priced(compiled: Compiled, run: Told): Quantity {
  const { products, coefficients, told } = compiled;
  let value = 0;
  for (let index = 0; index < products.length; index++) {
    const factor = productOf(products[index] as readonly number[], run.amounts, told);
    value += factor * (coefficients[index] as number);
  }
  if (!compiled.hasRange) return { value };
  const faded = compiled.intensity < 0 ? 0 : compiled.ofGrid.fadedAt(run.hours);
  if (faded === null) return { value };
  if (!(value > 0)) return { value, low: value, high: value };
  const { low, high } =
    products.length === 1 && !run.isRanged
      ? endsOfOne(compiled, faded)
      : endsOfSome(compiled, value, faded, run);
  return { value, low: value * low, high: value * high };
}

const EXACT: Ends = { low: 1, high: 1 };

/** The ends of the range over the value where all terms are in proportion: they hang on the length of the run alone. */
function endsOfOne(compiled: Compiled, faded: number): Ends {
  compiled.endsBy ??= endsByFaded(compiled);
  return compiled.endsBy(faded);
}

function endsByFaded(compiled: Compiled): (faded: number) => Ends {
  const { coefficients, intensity, ofGrid, grams } = compiled;
  const weights = weightsOf(compiled, [1], coefficients[0] as number);
  const along = grams && alongGrid(compiled, grams, weights);
  const endsAt = (faded: number): Ends => {
    const logs = intensity < 0 ? EVEN : ofGrid.logsOf(faded);
    if (along) return endsAlong(along, logs);
    const matrix = matrixOf(compiled, weights, logs, []);
    return matrix ? endsOf(sidesOf(matrix)) : EXACT;
  };
  if (intensity < 0 || ofGrid.most === 0) {
    const always = endsAt(0);
    return () => always;
  }
  // In its square they are smooth, but where they jump from one side of something to the other.
  const smooth = smoothly((square) => endsAt(Math.sqrt(square)), ofGrid.most * ofGrid.most);
  return (faded) => smooth(faded * faded);
}

/** The same of terms whose shares hang on the quantities, or with ranges of the user's, which are columns of their own. */
function endsOfSome(
  compiled: Compiled,
  total: number,
  faded: number,
  { amounts, isRanged: hasRanges }: Told,
): Ends {
  const { products, told, intensity, ofGrid, grams } = compiled;
  const factors = products.map((places) => productOf(places, amounts, told));
  const weights = weightsOf(compiled, factors, total);
  const logs = intensity < 0 ? EVEN : ofGrid.logsOf(faded);
  const ranged = hasRanges ? rangedOf(compiled, amounts) : [];
  if (ranged.length === 0 && grams) return endsAlong(alongGrid(compiled, grams, weights), logs);
  const matrix = matrixOf(compiled, weights, logs, ranged);
  return matrix ? endsOf(sidesOf(matrix)) : EXACT;
}

const isRanged = (amount: Amount | undefined) => typeof amount === 'object';

/** Shares of the terms in the figure. */
const weightsOf = ({ terms }: Compiled, factors: readonly number[], total: number): number[] =>
  terms.map(({ coefficient, product }) => (coefficient * (factors[product] as number)) / total);

/** The moments of a figure's sides by the deviation of the intensity. */
interface Along {
  readonly low: MomentsBy;
  readonly high: MomentsBy;
  readonly mean: MomentsBy;
}

function alongGrid({ holdsGrid }: Compiled, grams: Grams, weights: readonly number[]): Along {
  const low = momentsAlong(weights, grams.low, holdsGrid);
  const isEven = grams.low === grams.high;
  return {
    low,
    high: isEven ? low : momentsAlong(weights, grams.high, holdsGrid),
    mean: isEven ? low : momentsAlong(weights, grams.mean, holdsGrid),
  };
}

function endsAlong({ low, high, mean }: Along, [down, up]: Pair): Ends {
  const below = low.cumulants(down);
  const lognormal = high.lognormal(up);
  if (low === high && down === up)
    return endsOf({ low: { cumulants: below }, high: { cumulants: below, lognormal } });
  return endsOf({
    low: {
      cumulants: bentBeside(below, mean.cumulants((down + up) / 2)),
      least: low.atEnds(down, -Z_90),
    },
    high: { cumulants: high.cumulants(up), lognormal, most: high.atEnds(up, Z_90) },
  });
}

/** The place of a quantity among the amounts, the terms that it stands in, and the column of what its meter errs by; -1 where it was not metered. */
interface ReadQuantity {
  readonly place: number;
  readonly rows: readonly number[];
  readonly meter: number;
}

/** A figure's terms, and their deviations: their unknowns, and columns kept free for the quantities. */
interface Compiled {
  readonly hasRange: boolean;
  /** Where the quantities stand in a run. */
  readonly told: readonly string[];
  /** Places of the quantities that terms are multiplied by, each product of them once; and by what it is in all. */
  readonly products: readonly (readonly number[])[];
  readonly coefficients: readonly number[];
  readonly terms: readonly { readonly coefficient: number; readonly product: number }[];
  readonly ofGrid: GridDeviation;
  readonly logs: number[];
  /** Those above the medians; null where they are the same. */
  readonly ups: number[] | null;
  readonly columns: number;
  /** The column of the intensity; -1 where the figure has none. */
  readonly intensity: number;
  readonly quantities: readonly ReadQuantity[];
  readonly hasTwoSides: boolean;
  /** How the terms vary together, the intensity apart; null where that hangs on their shares. */
  readonly grams: Grams | null;
  readonly holdsGrid: readonly boolean[];
  /** Of terms in proportion, once it was asked for. */
  endsBy: ((faded: number) => Ends) | null;
}

function compile(
  { terms, intensity, hasRange }: FigureRates,
  row: RateRow,
  told: readonly string[],
  ofGrid: GridDeviation,
): Compiled {
  const { key: intensityKey } = intensity ?? row.intensity;
  const keys = [...new Set(terms.flatMap((term) => term.keys))];
  const pointers = [...new Set(terms.flatMap((term) => term.quantities))];
  const columns = keys.length;
  const logs = new Array<number>(terms.length * columns).fill(0);
  const ups = terms.some((term) => term.ups) ? [...logs] : null;
  for (const [place, term] of terms.entries()) {
    const own = upsOf(term);
    for (const [index, key] of term.keys.entries()) {
      const at = place * columns + keys.indexOf(key);
      logs[at] = (logs[at] as number) + (term.logs[index] as number);
      if (ups) ups[at] = (ups[at] as number) + (own[index] as number);
    }
  }
  const column = keys.indexOf(intensityKey);
  const times = terms.map((_, at) => (column < 0 ? 0 : (logs[at * columns + column] as number)));
  const without = (all: number[]) => all.map((log, at) => (at % columns === column ? 0 : log));
  const isOnce = times.every((one) => one === 0 || one === 1);
  const products = new Map(terms.map((term) => [term.quantities.join(' '), term.quantities]));
  const names = [...products.keys()];
  const placed = terms.map(({ coefficient, quantities }) => ({
    coefficient,
    product: names.indexOf(quantities.join(' ')),
  }));
  return {
    hasRange,
    told,
    products: [...products.values()].map((some) => placesOf(some, told)),
    coefficients: names.map((_, at) =>
      placed.reduce((sum, one) => (one.product === at ? sum + one.coefficient : sum), 0),
    ),
    terms: placed,
    ofGrid: intensity ? deviationOf(intensity) : ofGrid,
    hasTwoSides: row.hasTwoSides,
    grams: isOnce
      ? gramsOf({ weights: [], logs: without(logs), ups: ups && without(ups), columns })
      : null,
    holdsGrid: times.map((one) => one === 1),
    endsBy: null,
    logs,
    ups,
    columns,
    intensity: column,
    quantities: pointers.map((pointer) => ({
      place: told.indexOf(pointer),
      meter: keys.indexOf(row.meters[pointer] ?? ''),
      rows: terms.flatMap((term, at) => (term.quantities.includes(pointer) ? [at] : [])),
    })),
  };
}

/** A quantity whose range the user knows, and the terms that it stands in. */
interface RangedQuantity {
  readonly logs: Pair;
  readonly rows: readonly number[];
  readonly meter: number;
}

function rangedOf({ quantities: all, hasTwoSides }: Compiled, amounts: Amounts): RangedQuantity[] {
  const ranged: RangedQuantity[] = [];
  for (const { place, rows, meter } of all) {
    const logs = logsOfAmount(amounts[place], hasTwoSides);
    if (logs !== EVEN) ranged.push({ logs, rows, meter });
  }
  return ranged;
}

/** The matrix of one run; null where nothing is unsure. */
function matrixOf(
  { logs: fixed, ups: above, columns: own, intensity }: Compiled,
  weights: readonly number[],
  ofGrid: Pair,
  ranged: readonly RangedQuantity[],
): LogMatrix | null {
  const rows = weights.length;
  const columns = own + ranged.length;
  if (columns === 0) return null;
  const side = (from: number[], which: 0 | 1) => {
    const logs = new Array<number>(rows * columns).fill(0);
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < own; column++) {
        const log = from[row * own + column] as number;
        logs[row * columns + column] = column === intensity ? log * ofGrid[which] : log;
      }
    }
    for (const [index, quantity] of ranged.entries()) {
      for (const row of quantity.rows) {
        logs[row * columns + own + index] = quantity.logs[which];
        // The user's range holds what the meter errs by.
        if (quantity.meter >= 0) logs[row * columns + quantity.meter] = 0;
      }
    }
    return logs;
  };
  const isEven =
    above === null && isSame(ofGrid) && ranged.every((quantity) => isSame(quantity.logs));
  return {
    weights,
    logs: side(fixed, 0),
    ups: isEven ? null : side(above ?? fixed, 1),
    columns,
  };
}

/** Where quantities stand among those that are told; how often a run is repeated need not be told, and is once. */
const placesOf = (pointers: readonly string[], told: readonly string[]): readonly number[] =>
  pointers.flatMap((pointer) => {
    const place = told.indexOf(pointer);
    if (place >= 0) return [place];
    if (pointer === '/repeats') return [];
    throw missing(pointer);
  });

function productOf(places: readonly number[], amounts: Amounts, told: readonly string[]): number {
  let product = 1;
  for (const place of places) {
    const amount = amounts[place];
    if (amount === undefined) throw missing(told[place] ?? '');
    product *= amountOf(amount);
  }
  return product;
}

const missing = (pointer: string) => new Error(`the quantity ${pointer} is missing`);

/** Logs of a deviation, below and above the median. */
type Pair = readonly [down: number, up: number];

const EVEN: Pair = [0, 0];
const isSame = ([down, up]: Pair) => down === up;

/** The logs of the deviation of a number with its range. */
function logsOfAmount(amount: Amount | undefined, hasTwoSides: boolean): Pair {
  if (amount === undefined || typeof amount === 'number' || amount.value === 0) return EVEN;
  const { value, low, high } = amount;
  const down = ln(value / low) / Z_90;
  const up = ln(high / value) / Z_90;
  const wider = Math.max(down, up);
  return hasTwoSides ? [down, up] : [wider, wider];
}

/** The hours of the clock of all repeats, from the places of what tells them. */
function hoursIn(amounts: Amounts, [wall = -1, chips = -1, often = -1]: readonly number[]) {
  const hours = clockHours({ hours: amounts[wall], deviceHours: amounts[chips] });
  return hours * amountOf(amounts[often] ?? 1);
}

/** How an intensity deviates, by the length of a run. */
interface GridDeviation {
  /** The log of what is left of the grid's variation in a run of so many hours; null where it is not known how sure it is. */
  readonly fadedAt: (hours: number) => number | null;
  /** The most that can be left of it. */
  readonly most: number;
  /** The logs of the whole deviation, with so much of the variation left. */
  readonly logsOf: (faded: number) => Pair;
}

/**
 * How unsure the intensity of a shape's grid is for a run.
 *
 * @param spread of a row of rates
 * @returns a function of the run's hours by the clock: logs of the geometric standard deviation below and above the
 * median; null where it is not known
 */
export function gridDeviationOf(
  spread: IntensitySpread,
): (hours: number) => readonly [down: number, up: number] | null {
  const { fadedAt, logsOf } = deviationOf(spread);
  return (hours) => {
    const faded = fadedAt(hours);
    return faded === null ? null : logsOf(faded);
  };
}

function deviationOf({
  logs,
  ups,
  areas,
  variation,
  isSmooth,
  most,
}: IntensitySpread): GridDeviation {
  if (!logs) return { fadedAt: () => null, most: 0, logsOf: () => EVEN };
  const [down, up] = [hypot(...logs), hypot(...(ups ?? logs))];
  const varies = variation && {
    hour: ln(variation.hour),
    day: ln(variation.day),
    week: ln(variation.week),
  };
  const isKnown = logs.length > 0 || areas !== undefined;
  return {
    fadedAt(hours) {
      const faded = varies ? seenLog(varies, hours, isSmooth) : 0;
      return faded === 0 && !isKnown ? null : faded;
    },
    most: varies ? Math.max(varies.hour, varies.day, varies.week) : 0,
    logsOf(faded) {
      const below = Math.sqrt(down * down + faded * faded);
      const above = up === down ? below : Math.sqrt(up * up + faded * faded);
      const [least, whole] = areas
        ? [withinAreas(below, areas)[0], withinAreas(above, areas)[1]]
        : [below, above];
      return [least, most === undefined ? whole : Math.min(whole, most)];
    },
  };
}
