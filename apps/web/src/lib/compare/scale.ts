/** Where one step of the intensity scale ends and the next begins, g CO2e/kWh. */
export const BOUNDS: readonly number[] = [50, 150, 300, 450, 600, 750];

/** The step of an intensity, 1 to 7: the colours `--intensity-1` to `-7`. */
export const stepOf = (gPerKwh: number): number =>
  BOUNDS.filter((bound) => gPerKwh >= bound).length + 1;
