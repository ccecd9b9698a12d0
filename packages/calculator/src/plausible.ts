/** No grid emits more, g CO2e/kWh: the dirtiest zone-years of `data/zone_intensity.csv` come to about 1,200. */
export const HIGHEST_INTENSITY = 1300;
/** Hydropower and nuclear alone come to about this over their life cycle, g CO2e/kWh: `data/lifecycle_factors.csv`. */
export const LOWEST_LIFECYCLE = 5;
/** Less than this, where it is not 0, no grid has of direct emissions either: kg may be meant. */
export const LOWEST_DIRECT = 1;
