/**
 * How long a text may be, how near to 0 a number and how wide a range: nothing a person would mean is beyond. The bounds of
 * each number stand in `fields/`.
 */
export const LIMITS = {
  /** Characters of an id or a short name. */
  idLength: 200,
  /** Characters of a free text. */
  textLength: 1000,
  /** Characters of a value that a problem quotes. */
  quoted: 200,
  /** The least of a number that is not 0: products and ratios of what is smaller leave the numbers that there are. */
  least: 1e-30,
  /** How many times its value an end of a range may be above or below: the mean of what is wider does the same. */
  fold: 1_000_000,
} as const;
