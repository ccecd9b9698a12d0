import type { Edition } from '@ml-emissions/data';
import {
  type Account,
  type Apart,
  accountOf,
  type Factor,
  FIGURES,
  type Figure,
  factorsOf,
  type IntensityFactor,
  isExact,
  ln,
  type MethodName,
  type Monomial,
  methods,
  type NamedFactor,
  type Step,
  sumsOf,
  upsOf,
} from '@ml-emissions/model';
import { hasTwoSides } from './amount.ts';
import type { AreaSpread } from './intensity/areas.ts';
import { spreadAnywhere, spreadOfAreas } from './intensity/coarse-place.ts';
import { mostAbove } from './intensity/doubts.ts';
import { isJoined, variationOf, type Window } from './intensity/short-run.ts';
import { type RunTime, runTime } from './place.ts';
import { ownKeys } from './question.ts';
import { resolve } from './resolve.ts';
import type { Shape } from './shape.ts';

/** One summand of a figure: a coefficient times quantities of the run, with the unknowns in it. */
export interface RateTerm {
  /** The figure's unit for one of each quantity. */
  readonly coefficient: number;
  /** JSON Pointers of the quantities that it is multiplied by. */
  readonly quantities: readonly string[];
  /**
   * Unknowns, and the log of each one's geometric standard deviation; that of the intensity is in `intensity`. One may
   * stand twice: its logs add.
   */
  readonly keys: readonly string[];
  readonly logs: readonly number[];
  /** The same where the unknown is above its median, if any of them is another. */
  readonly ups?: readonly number[];
}

/** How sure a grid's intensity is for a run: what is always so, and how it varies over windows as long as the run. */
export interface IntensitySpread {
  readonly key: string;
  /** Logs of the geometric standard deviations that do not depend on the run's length; null = not known. */
  readonly logs: readonly number[] | null;
  /** The same above the median, where it is another. */
  readonly ups?: readonly number[];
  /** How the areas of a country lie around its figure, where it has any. */
  readonly areas?: AreaSpread;
  /** Geometric standard deviation over a window; null where the intensity was given. */
  readonly variation: Readonly<Record<Window, number>> | null;
  /** Whether it goes from window to window without a step. */
  readonly isSmooth: boolean;
  /** The log above the median can be no more: no grid emits more. */
  readonly most?: number;
}

/**
 * The rates of a shape: everything that is needed to turn quantities into figures with their ranges, as one plain row
 * that can be stored, sent and joined.
 */
export interface RateRow {
  readonly shape: string;
  readonly method: MethodName;
  readonly edition: { readonly id: string; readonly hash: string };
  readonly intensity: IntensitySpread;
  /** Whether a quantity's range has two sides, or the wider one on both. */
  readonly hasTwoSides: boolean;
  /** By quantity, the unknown that its meter errs by; it does not count where the quantity has a range of its own. */
  readonly meters: Readonly<Record<string, string>>;
  /** By unknown, what of it averages out over many runs; the others are the same in all. */
  readonly apart: Readonly<Record<string, Apart>>;
  /** A figure that the method does not count is not there. */
  readonly figures: Readonly<Partial<Record<Figure, FigureRates>>>;
}

/** One figure as a sum of terms. */
export interface FigureRates {
  /** Whether the method gives a range and every deviation in it is known. */
  readonly hasRange: boolean;
  readonly terms: readonly RateTerm[];
  /** How sure the intensity in it is, where that is another than the row's: the two scopes of one grid. */
  readonly intensity?: IntensitySpread;
}

const QUANTITY = 'quantity ';
/** So that "how often" stands in every product: once is left out of them. */
const TWICE = 2;

/**
 * The rates of a shape, worked out once for all runs that have it.
 *
 * @param edition its facts
 * @param shape of `shapeOf`
 * @param time the hours of a planned run, whose range all plans of its shape have then: its quantities are plain hours
 * @returns the row; null for a method that rounds on its way, whose figures are in proportion to nothing, and for a model
 * in use that tells what it answers
 * Errors: throws where the place has no intensity; parsing refuses such a run.
 * Source: every figure is a sum of products, of degree one in each quantity (docs/method.md, "Many runs at once").
 */
export function ratesOf(
  edition: Edition,
  shape: Shape,
  time: Factor | null = null,
): RateRow | null {
  const method = methods[shape.unit.method];
  // What a service takes is in proportion to what it answers, and not to its hours.
  if (method.steps.some(({ rounding }) => rounding) || shape.unit.service) return null;
  const { run } = resolve(edition, { ...shape.unit, repeats: TWICE }, method, ownKeys, {
    time: time && { ...time, value: 1 },
  });
  const account = accountOf(method, run);
  const sums = sumsOf(account);
  const { carbonIntensity, directIntensity, lifecycleIntensity } = run;
  const key = carbonIntensity.factor.key;
  const bare = sumsOf(withQuantities(account, key));
  const when = runTime(shape.unit);
  const others: Readonly<Partial<Record<Figure, NamedFactor<IntensityFactor> | null>>> = {
    scope2KgCo2e: directIntensity,
    scope3Category3KgCo2e: lifecycleIntensity,
  };
  const figures: Partial<Record<Figure, FigureRates>> = {};
  for (const figure of FIGURES) {
    const sum = bare.of(figure);
    if (!sum) continue;
    const hasRange = method.hasRange && sums.of(figure) !== null;
    const terms = sum.map((one) => termOf(one));
    const other = others[figure];
    figures[figure] =
      other && other !== carbonIntensity
        ? { hasRange, terms, intensity: intensitySpread(edition, other.factor, when) }
        : { hasRange, terms };
  }
  return {
    shape: shape.key,
    method: method.name,
    edition: { id: edition.id, hash: edition.hash },
    intensity: intensitySpread(edition, carbonIntensity.factor, when),
    hasTwoSides: hasTwoSides(edition),
    meters: metersOf(account),
    apart: apartOf(account),
    figures,
  };
}

/**
 * The same account in which each quantity is an unknown of exponent one and every other deviation is known, so that
 * the sums of products tell which quantities stand in which product.
 */
function withQuantities(account: Account, intensityKey: string): Account {
  const changed = (named: NamedFactor): NamedFactor => {
    const { quantity, factor } = named;
    if (quantity) return { ...named, factor: asQuantity(factor, quantity.of, quantity.per) };
    if (factor.key === intensityKey) return { ...named, factor: oneSided(factor, Math.E) };
    return factor.gsd === null ? { ...named, factor: oneSided(factor, 1) } : named;
  };
  const steps = account.steps.map((step): Step => {
    const times = step.times.flatMap((one) => [changed(one), ...errorOf(one)]);
    const over = step.over.map(changed);
    let value = 1;
    for (const { factor } of times) value *= factor.value;
    for (const { factor } of over) value /= factor.value;
    return { ...step, times, over, value: value / step.per };
  });
  return { ...account, steps };
}

/** What the meter of a quantity errs by, as a factor of its own. */
function errorOf(named: NamedFactor): readonly NamedFactor[] {
  const { quantity, factor } = named;
  if (!quantity || isExact(factor)) return [];
  return [{ ...named, quantity: null, factor: { ...factor, value: 1 } }];
}

/** The quantities that were read from a meter, each with the unknown of its meter. */
function metersOf({ steps }: Account): Readonly<Record<string, string>> {
  const meters: Record<string, string> = {};
  for (const { quantity, factor } of steps.flatMap(({ times }) => times))
    if (quantity && !isExact(factor)) meters[quantity.of] = factor.key;
  return meters;
}

function apartOf(account: Account): Readonly<Record<string, Apart>> {
  const found: Record<string, Apart> = {};
  for (const [key, { factor }] of factorsOf(account)) if (factor.apart) found[key] = factor.apart;
  return found;
}

const asQuantity = (factor: Factor, of: string, per: number): Factor => ({
  ...oneSided(factor, Math.E),
  value: per,
  spreadOf: 'value',
  key: `${QUANTITY}${of}`,
});

function oneSided({ gsdUp: _, ...factor }: Factor, gsd: number): Factor {
  return { ...factor, gsd };
}

function termOf(product: Monomial): RateTerm {
  const { value, keys, logs } = product;
  const ups = upsOf(product);
  const quantities: string[] = [];
  const unknowns: string[] = [];
  const own: number[] = [];
  const above: number[] = [];
  for (const [index, key] of keys.entries()) {
    if (key.startsWith(QUANTITY)) {
      quantities.push(key.slice(QUANTITY.length));
    } else {
      unknowns.push(key);
      own.push(logs[index] as number);
      above.push(ups[index] as number);
    }
  }
  const term = { coefficient: value, quantities: quantities.sort(), keys: unknowns, logs: own };
  return product.ups ? { ...term, ups: above } : term;
}

function intensitySpread(
  edition: Edition,
  factor: IntensityFactor,
  { year, scope: asked }: RunTime,
): IntensitySpread {
  const { key, gsd, gsdUp, doubts, zone: id } = factor;
  const scope = factor.scope ?? asked;
  const zone = id === null ? undefined : edition.zoneById.get(id);
  if (!zone) {
    const given = { key, logs: gsd === null ? null : [ln(gsd)], variation: null, isSmooth: true };
    return gsdUp === undefined ? given : { ...given, ups: [ln(gsdUp)] };
  }
  const { hour, day, week } = variationOf(edition, zone, scope);
  const isAnywhere = doubts.some(({ said }) => said.code === 'place-not-known');
  const around = isAnywhere ? spreadAnywhere : spreadOfAreas;
  const areas = around(edition, factor, { year, scope });
  // How far areas count depends on the rest, and so on the run's length.
  const ofAreas = isAnywhere ? 'place-not-known' : 'several-areas';
  const lasting = doubts.filter(
    ({ cause, said }) => cause !== 'short-run' && !(areas && said.code === ofAreas),
  );
  const most = mostAbove(edition, factor.value);
  const isLopsided = lasting.some(({ gsdUp }) => gsdUp !== undefined);
  return {
    key,
    logs: lasting.map((doubt) => ln(doubt.gsd)),
    ...(isLopsided ? { ups: lasting.map((doubt) => ln(doubt.gsdUp ?? doubt.gsd)) } : {}),
    ...(areas ? { areas } : {}),
    variation: { hour: hour.gsd, day: day.gsd, week: week.gsd },
    isSmooth: isJoined(edition),
    ...(most === null ? {} : { most }),
  };
}
