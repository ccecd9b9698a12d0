import type { FactTables, MachineTables } from './tables.ts';

/** Which file of `data/` each table is; the build brings them in, for every edition the same ones. */
type Files<Tables> = {
  readonly [Name in keyof Tables]: Tables[Name] extends readonly unknown[]
    ? readonly string[]
    : string;
};

export const FACT_FILES: Files<FactTables> = {
  accelerators: 'accelerators.csv',
  providers: 'providers.csv',
  regions: 'regions.csv',
  regionIntensity: 'region_intensity.csv',
  regionEnergy: 'region_energy.csv',
  claims: 'provider_claims.csv',
  zones: 'zones.csv',
  zoneIntensity: ['zone_intensity.csv', 'odbl/zone_intensity.csv'],
  zoneVariation: ['zone_variation.csv', 'odbl/zone_variation.csv'],
  zoneWater: 'zone_water.csv',
  equivalences: 'equivalences.csv',
  defaults: 'defaults.csv',
  coefficients: 'coefficients.csv',
  sources: 'sources.csv',
};

export const MACHINE_FILES: Files<MachineTables> = {
  cpus: 'cpus.csv',
  instances: 'instances.csv',
  families: 'instance_families.csv',
  slices: 'tpu_slices.csv',
  sites: 'sites.csv',
  subdivisions: 'subdivisions.csv',
  cities: 'cities.csv',
  embodied: ['embodied.csv', 'odbl/embodied.csv'],
  zoneHours: ['zone_hours.csv', 'odbl/zone_hours.csv'],
};
