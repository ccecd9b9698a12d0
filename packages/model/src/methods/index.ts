import type { MethodName } from '../run.ts';
import { cloudCarbonFootprint } from './cloud-carbon-footprint.ts';
import { codecarbonConstant } from './codecarbon-constant.ts';
import { full } from './full.ts';
import { greenAlgorithms2021 } from './green-algorithms-2021.ts';
import { lacoste2019 } from './lacoste-2019.ts';
import type { Method } from './method.ts';
import { mlco2Compat } from './mlco2-compat.ts';
import { patterson2021 } from './patterson-2021.ts';
import { sci } from './sci.ts';

/** Every method by its name. */
export const methods: Readonly<Record<MethodName, Method>> = {
  full,
  'lacoste-2019': lacoste2019,
  'mlco2-compat': mlco2Compat,
  'green-algorithms-2021': greenAlgorithms2021,
  'codecarbon-constant': codecarbonConstant,
  'cloud-carbon-footprint': cloudCarbonFootprint,
  'patterson-2021': patterson2021,
  sci,
};
