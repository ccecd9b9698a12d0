import type { MethodSpec } from '../method.ts';
import { cloudCarbonFootprint } from './cloud-carbon-footprint.ts';
import { codecarbonConstant } from './codecarbon-constant.ts';
import { full } from './full.ts';
import { greenAlgorithms2021 } from './green-algorithms-2021.ts';
import { lacoste2019 } from './lacoste-2019.ts';
import { mlco2Compat } from './mlco2-compat.ts';
import { patterson2021 } from './patterson-2021.ts';
import { sci } from './sci.ts';

/** Every method, in the order in which they are shown; a new one is its file and its place here. */
const ALL = [
  full,
  lacoste2019,
  mlco2Compat,
  greenAlgorithms2021,
  codecarbonConstant,
  cloudCarbonFootprint,
  patterson2021,
  sci,
] as const;

/** The name of a method. */
export type MethodName = (typeof ALL)[number]['name'];

/** A method of this list. */
export type Method = MethodSpec<MethodName>;

const LIST: readonly Method[] = ALL;

/** The names of all methods. */
export const METHODS: readonly MethodName[] = LIST.map(({ name }) => name);

/** Every method by its name. */
export const methods = Object.fromEntries(LIST.map((method) => [method.name, method])) as Readonly<
  Record<MethodName, Method>
>;
