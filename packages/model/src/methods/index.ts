import type { MethodName } from '../run.ts';
import { full } from './full.ts';
import { lacoste2019 } from './lacoste-2019.ts';
import type { Method } from './method.ts';
import { mlco2Compat } from './mlco2-compat.ts';

/** Every method by its name. */
export const methods: Readonly<Record<MethodName, Method>> = {
  full,
  'lacoste-2019': lacoste2019,
  'mlco2-compat': mlco2Compat,
};
