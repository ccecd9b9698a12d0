import type { StepSpec } from '../method.ts';

const WH_PER_KWH = 1000;
const G_PER_KG = 1000;
const HOURS_PER_YEAR = 8760;

/** Energy of accelerators: count x mean power x hours. Source: Lacoste et al. 2019, section 3. */
export const ACCELERATOR_ENERGY: StepSpec = {
  name: 'accelerator-energy{}',
  unit: 'kWh',
  aspect: 'power',
  each: 'accelerators',
  times: ['count', 'power', 'hours', 'repeats?'],
  per: WH_PER_KWH,
  family: 'energy',
  part: 'accelerators',
};

/** Energy as a whole, by a meter or by what a service answers; told apart only where it is that of the accelerators alone. */
export const METERED_ENERGY: readonly StepSpec[] = [
  {
    name: 'served-energy',
    said: 'by-what-it-answers',
    unit: 'kWh',
    aspect: 'power',
    times: ['servedEnergy', 'repeats?'],
    family: 'energy',
    part: 'accelerators',
    meter: ['accelerators'],
  },
  {
    name: 'metered-energy',
    said: 'as-metered',
    unit: 'kWh',
    aspect: 'power',
    times: ['energy', 'repeats?'],
    family: 'energy',
    part: 'accelerators',
    meter: ['accelerators'],
  },
  {
    name: 'metered-energy',
    said: 'as-metered',
    unit: 'kWh',
    aspect: 'power',
    times: ['energy', 'repeats?'],
    family: 'energy',
    part: 'metered',
    meter: ['components', 'it', 'facility'],
  },
];

/** What the host draws while the work goes on. */
export const HOST_ENERGY: StepSpec = {
  name: '{}-energy',
  unit: 'kWh',
  aspect: 'host',
  each: 'hostLoads',
  isEnergy: false,
  times: ['product', 'hours', 'repeats?'],
  per: WH_PER_KWH,
  family: 'energy',
  part: 'host',
};

/**
 * From components to emissions. Links whose factor is not there pass the figure on unchanged.
 *
 *     it-energy   = components x overhead
 *     energy      = it-energy x pue
 *     operational = energy x carbon intensity / 1000
 *     offset      = operational x claimed share: beside, never subtracted
 *
 * Source: PUE as in ISO/IEC 30134-2; Lacoste et al. 2019, section 3; GHG Protocol Scope 2, location-based.
 */
export const ELECTRICITY: readonly StepSpec[] = [
  {
    name: 'components-energy',
    unit: 'kWh',
    aspect: 'power',
    ofFamily: 'energy',
    figure: 'componentsKwh',
  },
  {
    name: 'it-energy',
    unit: 'kWh',
    aspect: 'overhead',
    of: ['components-energy'],
    times: ['overhead?'],
    meter: ['none', 'accelerators', 'components', 'it'],
    figure: 'itEnergyKwh',
  },
  {
    name: 'facility-energy',
    unit: 'kWh',
    aspect: 'pue',
    of: ['it-energy'],
    times: ['pue?'],
    meter: ['none', 'accelerators', 'components', 'it'],
    figure: 'energyKwh',
  },
  // What a meter of the whole facility saw holds its PUE already.
  {
    name: 'it-energy',
    unit: 'kWh',
    aspect: 'pue',
    of: ['components-energy'],
    over: ['pue?'],
    meter: ['facility'],
    figure: 'itEnergyKwh',
  },
  {
    name: 'facility-energy',
    unit: 'kWh',
    aspect: 'pue',
    of: ['components-energy'],
    meter: ['facility'],
    figure: 'energyKwh',
  },
  {
    name: 'operational-emissions',
    said: 'location-based',
    unit: 'kg CO2e',
    aspect: 'intensity',
    of: ['facility-energy'],
    times: ['carbonIntensity'],
    per: G_PER_KG,
    figure: 'operationalKgCo2e',
  },
  {
    name: 'offset-claimed',
    said: 'beside-never-subtracted',
    unit: 'kg CO2e',
    aspect: 'beside',
    of: ['operational-emissions'],
    times: ['offset'],
    figure: 'offsetKgCo2e',
  },
  {
    name: 'market-based-emissions',
    said: 'beside-location-based',
    unit: 'kg CO2e',
    aspect: 'beside',
    of: ['facility-energy'],
    times: ['marketIntensity'],
    per: G_PER_KG,
    figure: 'marketKgCo2e',
  },
];

/**
 * What the run answers for of the manufacture of its hardware:
 *
 *     kgCo2e = count x kgCo2e of one x hours held x repeats / (service life x 8760 x average use)
 *
 * Source: ISO/IEC 21031:2024, M = TE x TiR / EL x RR / ToR; average use as in docs/method.md.
 */
export const EMBODIED: readonly StepSpec[] = [
  {
    name: '{}-embodied',
    unit: 'kg CO2e',
    aspect: 'embodied',
    each: 'embodiedParts',
    times: ['product', 'hours', 'repeats?'],
    over: ['serviceLife', 'averageUse'],
    per: HOURS_PER_YEAR,
    family: 'embodied',
  },
  {
    name: '{}-embodied-idle',
    isIdle: true,
    unit: 'kg CO2e',
    aspect: 'embodied',
    each: 'embodiedParts',
    times: ['product', 'idleHours', 'repeats?'],
    over: ['serviceLife', 'averageUse'],
    per: HOURS_PER_YEAR,
    family: 'embodied',
  },
];

/** Operational and embodied together. */
export const TOTAL: readonly StepSpec[] = [
  {
    name: 'embodied-emissions',
    unit: 'kg CO2e',
    aspect: 'embodied',
    ofFamily: 'embodied',
    figure: 'embodiedKgCo2e',
  },
  {
    name: 'total-emissions',
    said: 'operational-and-embodied',
    unit: 'kg CO2e',
    aspect: 'embodied',
    of: ['operational-emissions', 'embodied-emissions'],
    figure: 'totalKgCo2e',
  },
];

/**
 * What the GHG Protocol files the grid's emissions under, whatever the scope of the run. Its other half of the lifecycle
 * figure is the fuel's way to the plants and their making; losses of the lines are in neither.
 *
 *     Scope 2, location-based = energy x direct intensity / 1000
 *     Scope 3, category 3     = energy x lifecycle intensity x share that the plants do not emit / 1000
 *
 * Source: GHG Protocol Scope 2 Guidance (2015); Corporate Value Chain Standard (2011), category 3.
 */
export const GHG_PROTOCOL: readonly StepSpec[] = [
  {
    name: 'direct-emissions',
    said: 'scope-2',
    unit: 'kg CO2e',
    aspect: 'beside',
    of: ['facility-energy'],
    times: ['directIntensity'],
    per: G_PER_KG,
    figure: 'scope2KgCo2e',
  },
  {
    name: 'upstream-emissions',
    said: 'scope-3-category-3',
    unit: 'kg CO2e',
    aspect: 'beside',
    of: ['facility-energy'],
    times: ['lifecycleIntensity', 'upstreamShare'],
    per: G_PER_KG,
    figure: 'scope3Category3KgCo2e',
  },
];

/** Water on site by IT energy, water of power plants by all. Source: ISO/IEC 30134-9 (WUE). */
export const WATER: readonly StepSpec[] = [
  {
    name: 'water-on-site',
    unit: 'L',
    aspect: 'beside',
    of: ['it-energy'],
    times: ['wue'],
    figure: 'onSiteL',
  },
  {
    name: 'water-off-site',
    unit: 'L',
    aspect: 'beside',
    of: ['facility-energy'],
    times: ['gridWater'],
    figure: 'offSiteL',
  },
];
