/** The power of ten that a number is written with. */
export const exponentOf = (size: number): number => Number(size.toExponential().split('e')[1]);

const grouped = (whole: string): string => whole.replace(/\B(?=(\d{3})+$)/g, ',');

/**
 * What the platform's formatter for English writes, without loading it: that takes as long as a whole estimate, at each
 * start of the command.
 *
 * @param value a number that is written without a power of ten
 * @param digits most after the point; below 0, that many of the whole ones are 0
 * @example english(16_020.55, 1) // '16,020.6'
 */
export function english(value: number, digits: number): string {
  // Half goes up as it is written, not as it is stored: 1.005 is 1.01.
  const shifted = Math.round(Number(`${Math.abs(value)}e${digits}`));
  const text = Number(`${shifted}e${-digits}`).toFixed(Math.max(0, digits));
  const [whole = '', fraction = ''] = text.split('.');
  const left = fraction.replace(/0+$/, '');
  return `${value < 0 ? '-' : ''}${grouped(whole)}${left === '' ? '' : `.${left}`}`;
}

/** The same with at most so many significant digits. */
export const englishTo = (significant: number, value: number): string =>
  english(value, value === 0 ? 0 : significant - 1 - exponentOf(Math.abs(value)));
