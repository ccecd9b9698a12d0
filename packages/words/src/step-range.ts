import { pow, type ReceiptStep, Z_90 } from '@ml-emissions/model';

/** PUE and losses are unsure in what they exceed 1 by (docs/method.md, section 4). */
const EXCESS = /^(pue|overhead)/;

/**
 * A factor's own 90 % range, in its own unit: lognormal about its value (docs/method.md, section 4).
 *
 * @returns null where the factor is not unsure
 */
export function rangeOf({
  step,
  value,
  gsd,
  gsdUp,
}: Pick<ReceiptStep, 'step' | 'value' | 'gsd' | 'gsdUp'>): {
  readonly low: number;
  readonly high: number;
} | null {
  if (gsd === null || (gsd <= 1 && (gsdUp ?? 1) <= 1)) return null;
  const base = EXCESS.test(step) ? 1 : 0;
  const own = value - base;
  return { low: base + own / pow(gsd, Z_90), high: base + own * pow(gsdUp ?? gsd, Z_90) };
}
