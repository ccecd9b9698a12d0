import type { ReceiptStep } from '@ml-emissions/model';

/** A standard normal is below it 95 times in 100. */
const Z_90 = 1.6448536269514722;

/** PUE and losses are unsure in what they exceed 1 by (docs/method.md, section 4). */
const EXCESS = /^(pue|overhead)/;

/**
 * A factor's own 90 % range, in its own unit: lognormal about its value (docs/method.md, section 4).
 *
 * It is drawn, to a few digits, and leads to no figure: the engine's own powers do, which the page has without the 12 kB of
 * those that agree to the last bit (docs/decisions/0018).
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
  return { low: base + own / gsd ** Z_90, high: base + own * (gsdUp ?? gsd) ** Z_90 };
}
