import type { Edition } from '@ml-emissions/data';
import { coefficient } from '../coefficient.ts';

const SIZES_GB = [128, 64, 32, 16, 8, 4] as const;
/** Machines up to so many GB have a fixed number of modules. */
const SMALL_GB = [2, 16, 64, 128] as const;
/** Up to so many modules, each further one has another share of the first ones' power. */
const STEPS = [4, 8, 16, 32] as const;

const at = (edition: Edition, id: string) => coefficient(edition, `codecarbon-constant.${id}`);

/** Memory modules that a machine of so many GB is taken to have. */
function modulesOf(edition: Edition, memoryGb: number): number {
  const small = SMALL_GB.find((upTo) => memoryGb <= upTo);
  if (small !== undefined) return at(edition, `modules-up-to-gb.${small}`);
  const share = at(edition, 'largest-module-share');
  const size = SIZES_GB.find((one) => one <= memoryGb / share) ?? 4;
  return Math.min(at(edition, 'most-modules'), Math.ceil(memoryGb / size));
}

/**
 * Power of main memory by the number of modules that its size suggests. Not monotonic: 256 GB cost less than 129.
 *
 * Source: CodeCarbon 3.x, method for memory (`codecarbon-ram`); coefficients in `data/coefficients.csv`.
 *
 * @param edition its coefficients
 * @param memoryGb size, GB (> 0)
 * @returns W, at least 10
 * Errors: none.
 */
export function dimmPowerW(edition: Edition, memoryGb: number): number {
  const modules = modulesOf(edition, memoryGb);
  const each = at(edition, 'module-w');
  let watts = 0;
  let counted = 0;
  for (const upTo of STEPS) {
    const some = Math.max(0, Math.min(modules, upTo) - counted);
    watts += some * each * at(edition, `module-share-to.${upTo}`);
    counted += some;
  }
  return Math.max(at(edition, 'least-memory-w'), watts);
}
