const SIZES = [128, 64, 32, 16, 8, 4] as const;
const SMALL = [
  { upToGb: 2, modules: 1 },
  { upToGb: 16, modules: 2 },
  { upToGb: 64, modules: 4 },
  { upToGb: 128, modules: 8 },
] as const;
const MOST_MODULES = 32;
const W_PER_MODULE = 5;
const LEAST_W = 10;
/** Up to so many modules, each further one at this share of the first ones' power. */
const STEPS = [
  { modules: 4, share: 1 },
  { modules: 8, share: 0.9 },
  { modules: 16, share: 0.8 },
  { modules: Number.POSITIVE_INFINITY, share: 0.7 },
] as const;

/** Memory modules that a machine of so many GB is taken to have. */
function modulesOf(memoryGb: number): number {
  const small = SMALL.find(({ upToGb }) => memoryGb <= upToGb);
  if (small) return small.modules;
  const size = SIZES.find((one) => one <= memoryGb / 8) ?? 4;
  return Math.min(MOST_MODULES, Math.ceil(memoryGb / size));
}

/**
 * Power of main memory by the number of modules that its size suggests. Not monotonic: 256 GB cost less than 129.
 *
 * Source: CodeCarbon 3.x, method for memory (`codecarbon-ram`).
 *
 * @param memoryGb size, GB (> 0)
 * @returns W, at least 10
 * Errors: none.
 */
export function dimmPowerW(memoryGb: number): number {
  const modules = modulesOf(memoryGb);
  let watts = 0;
  let counted = 0;
  for (const { modules: upTo, share } of STEPS) {
    const some = Math.max(0, Math.min(modules, upTo) - counted);
    watts += some * W_PER_MODULE * share;
    counted += some;
  }
  return Math.max(LEAST_W, watts);
}
