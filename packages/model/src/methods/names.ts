/** The names of all methods, in the order in which they are shown. */
export const METHODS = [
  'full',
  'lacoste-2019',
  'mlco2-compat',
  'green-algorithms-2021',
  'codecarbon-constant',
  'cloud-carbon-footprint',
  'patterson-2021',
  'ecologits-2026',
  'sci',
] as const;
/** The name of a method. */
export type MethodName = (typeof METHODS)[number];
