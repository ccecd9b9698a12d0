const WH_PER_KWH = 1000;

/**
 * Energy drawn by one kind of accelerator, before host and PUE.
 *
 *     energyKwh = count x powerW x hours / 1000
 *
 * Source: Lacoste et al. 2019, section 3, where powerW is the TDP and count is 1.
 *
 * @param use `count` chips (> 0; a fraction is a share), `powerW` mean of one chip (W), `hours` wall-clock (h)
 * @returns energy in kWh, unrounded
 * Errors: none; parsing has already refused negative and non-finite values.
 */
export function acceleratorEnergyKwh(use: {
  readonly count: number;
  readonly powerW: number;
  readonly hours: number;
}): number {
  return (use.count * use.powerW * use.hours) / WH_PER_KWH;
}
