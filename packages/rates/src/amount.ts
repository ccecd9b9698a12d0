import { type Amount, type Factor, type Said, Z_90 } from '@ml-emissions/model';

interface About {
  readonly said?: Said;
  /** Whether the range is of what the value exceeds 1 by. */
  readonly isExcess?: boolean;
  readonly isMeasured?: boolean;
}

/**
 * A number of the user's as a factor. A range counts as a factor up and down, the wider side on both:
 *
 *     gsd = max(value / low, high / value)^(1 / 1.645)
 *
 * Source: 90 % range of a lognormal, IPCC 2006 Guidelines, vol. 1 ch. 3.
 *
 * @param amount exact, or with its 90 % range
 * @param key what makes it the same unknown elsewhere
 * @param about whether it was measured, what the range is of, what a reader should know
 * @returns the factor in the amount's unit
 * Errors: none.
 * @example amountFactor({ value: 320, low: 250, high: 410 }, 'given:/energyKwh').gsd // 1.17
 */
export function amountFactor(amount: Amount, key: string, about: About = {}): Factor {
  const { said = null, isExcess = false, isMeasured = false } = about;
  const isExact = typeof amount === 'number';
  const bare = {
    value: isExact ? amount : amount.value,
    kind: isMeasured ? 'measured' : 'given',
    sourceId: null,
    year: null,
    confidence: null,
    said,
    gsd: 1,
    spreadOf: 'value',
    key,
  } as const;
  if (isExact) return bare;
  const { value, low, high } = amount;
  const less = isExcess && low > 1 ? 1 : 0;
  const ratio =
    value === 0 ? 1 : Math.max((value - less) / (low - less), (high - less) / (value - less));
  return { ...bare, gsd: ratio ** (1 / Z_90), spreadOf: less === 1 ? 'excess' : 'value' };
}
