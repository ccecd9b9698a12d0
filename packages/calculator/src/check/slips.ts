import { METHODS, type MethodName, methods, type Quantity, type SaidOf } from '@ml-emissions/model';
import { knownCoefficient } from '@ml-emissions/rates';
import { figureOfWhole, type Whole, wholeAs } from '../whole.ts';

/** What may have gone wrong on the way to a claim. */
export type Slip = SaidOf<'count-forgotten'> | SaidOf<'unit-slip'> | SaidOf<'slips-together'>;

/** A figure that somebody else's way of counting gives. */
export interface MethodFigure {
  readonly method: MethodName;
  readonly kgCo2e: number;
  /** The rated power that the 2019 site has for the chip, W; null where the figure is by ours. */
  readonly sitePowerW: number | null;
}

/** How near a claim must be to a method's own figure to be that figure, rounded. */
const SAME = 0.015;
/** A slip is a matter of whole factors: what mends it may miss the range by a quarter. */
const NEAR = 1.25;
/** Slips of a unit: grams for kilograms, tonnes for kilograms, and the other way round. */
const UNITS = [
  { by: 1e-6, slip: 't-for-g' },
  { by: 1e-3, slip: 'too-low' },
  { by: 1e3, slip: 'too-high' },
  { by: 1e6, slip: 'g-for-t' },
] as const;
type UnitSlip = (typeof UNITS)[number]['slip'];

export const isSame = (kg: number, figure: number): boolean =>
  figure > 0 && Math.abs(kg / figure - 1) <= SAME;

/** A figure without a range must be met within a factor of two. */
export function isIn(kg: number, { value, low, high }: Quantity): boolean {
  return kg >= (low ?? value / 2) && kg <= (high ?? value * 2);
}

/**
 * What each method says of the runs, and the 2019 site by the rated powers of its own table.
 *
 * @param whole the runs
 * @returns methods that answer for each of them, in the order in which they are shown; the site's last
 * Source: the site's powers are those of `data/coefficients.csv`, `site-2019.tdp-*`.
 */
export function methodFigures(whole: Whole): readonly MethodFigure[] {
  const own = METHODS.flatMap((method): MethodFigure[] => {
    const others = preparedBy(whole, method);
    if (!others) return [];
    return [{ method, kgCo2e: figureOfWhole(others, 'operationalKgCo2e'), sitePowerW: null }];
  });
  return [...own, ...bySitePower(whole)];
}

const preparedBy = (whole: Whole, method: MethodName): Whole | null =>
  wholeAs(whole, ({ run }) => ({ run, method: methods[method] }));

/** The site multiplies the power of its table by the hours: another power moves its figure alike. */
function bySitePower(whole: Whole): readonly MethodFigure[] {
  const method = 'mlco2-compat';
  const others = preparedBy(whole, method);
  if (!others) return [];
  let kgCo2e = 0;
  const powers = new Set<number>();
  for (const one of others) {
    const [chip, ...more] = one.resolved.accelerators;
    const ratedW = chip?.ratedPowerW?.value;
    if (!chip || more.length > 0 || !ratedW) return [];
    const sitePowerW =
      chip.id === null ? undefined : knownCoefficient(one.edition, `site-2019.tdp-${chip.id}`);
    if (sitePowerW === undefined) return [];
    powers.add(sitePowerW);
    kgCo2e += (figureOfWhole([one], 'operationalKgCo2e') * sitePowerW) / ratedW;
  }
  const [sitePowerW] = powers;
  return powers.size === 1 && sitePowerW !== undefined ? [{ method, kgCo2e, sitePowerW }] : [];
}

/**
 * Slips that would explain a claim: one alone where that does, else several together.
 *
 * A claim that one slip, or several, make out of a method's own figure to a percent and a half says more than one that
 * they bring into a wide range; it comes first. Of these the ones with the fewest slips are told.
 *
 * @param kg the claim, kg CO2e
 * @param estimate of the runs, kg CO2e
 * @param chips how many accelerators were told; null where that is not known
 * @param figures of other methods
 */
export function slipsOf(
  kg: number,
  estimate: Quantity,
  chips: number | null,
  figures: readonly MethodFigure[],
): readonly Slip[] {
  const exact = exactSlip(kg, chips, figures);
  const near = widened(estimate);
  const alone: Slip[] = [];
  const isSeveral = chips !== null && chips > 1;
  if (isSeveral && isIn(kg * chips, near)) alone.push({ code: 'count-forgotten', chips });
  for (const { by, slip } of UNITS) {
    if (isIn(kg / by, near)) alone.push({ code: 'unit-slip', slip });
  }
  if (exact || alone.length > 0) return [...(exact ? [exact] : []), ...alone];
  if (!isSeveral) return [];
  return UNITS.filter(({ by }) => isIn((kg * chips) / by, near)).map(({ slip }) =>
    together({ chips, slip }),
  );
}

const together = (some: Partial<SaidOf<'slips-together'>>): SaidOf<'slips-together'> => ({
  code: 'slips-together',
  chips: null,
  slip: null,
  method: null,
  sitePowerW: null,
  ...some,
});

/** The fewest slips that make the claim out of a method's figure. */
function exactSlip(
  kg: number,
  chips: number | null,
  figures: readonly MethodFigure[],
): SaidOf<'slips-together'> | null {
  const counts = chips !== null && chips > 1 ? [null, chips] : [null];
  const units = [null, ...UNITS];
  let best: SaidOf<'slips-together'> | null = null;
  let fewest = Number.POSITIVE_INFINITY;
  for (const { method, kgCo2e, sitePowerW } of figures) {
    for (const count of counts) {
      for (const unit of units) {
        const slips = [count, unit, sitePowerW].filter((one) => one !== null).length;
        if (slips === 0 || slips >= fewest) continue;
        if (!isSame((kg * (count ?? 1)) / (unit?.by ?? 1), kgCo2e)) continue;
        fewest = slips;
        const slip: UnitSlip | null = unit?.slip ?? null;
        best = together({ chips: count, slip, method, sitePowerW });
      }
    }
  }
  return best;
}

function widened({ value, low, high }: Quantity): Quantity {
  if (low === undefined || high === undefined) return { value };
  return { value, low: low / NEAR, high: high * NEAR };
}
