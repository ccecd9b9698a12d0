/** Units and prefixes of siunitx that our LaTeX writes, as they are read. */
export const SIUNITX: Readonly<Record<string, string>> = {
  kilogram: 'kg',
  tonne: 't',
  gram: 'g',
  milli: 'm',
  kilo: 'k',
  mega: 'M',
  giga: 'G',
  watt: 'W',
  hour: 'h',
  litre: 'L',
};
