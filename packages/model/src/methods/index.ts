import type { MethodSpec } from '../method.ts';
import { cloudCarbonFootprint } from './cloud-carbon-footprint.ts';
import { codecarbonConstant } from './codecarbon-constant.ts';
import { ecologits2026 } from './ecologits-2026.ts';
import { full } from './full.ts';
import { greenAlgorithms2021 } from './green-algorithms-2021.ts';
import { lacoste2019 } from './lacoste-2019.ts';
import { mlco2Compat } from './mlco2-compat.ts';
import type { MethodName } from './names.ts';
import { patterson2021 } from './patterson-2021.ts';
import { sci } from './sci.ts';

/** A method by one of the names. */
export type Method = MethodSpec<MethodName>;

/** Every method by its name; a new one is its file, its name and its line here. */
export const methods: { readonly [Name in MethodName]: MethodSpec<Name> } = {
  full,
  'lacoste-2019': lacoste2019,
  'mlco2-compat': mlco2Compat,
  'green-algorithms-2021': greenAlgorithms2021,
  'codecarbon-constant': codecarbonConstant,
  'cloud-carbon-footprint': cloudCarbonFootprint,
  'patterson-2021': patterson2021,
  'ecologits-2026': ecologits2026,
  sci,
};
