import {
  type Column,
  choice,
  list,
  number,
  optionalChoice,
  optionalInteger,
  optionalNumber,
  optionalReference,
  optionalText,
  type Row,
  reference,
  sourcedBy,
  text,
} from '../column.ts';
import { BASES, CONFIDENCE, provenance, QUALITY, SCOPES } from './vocabulary.ts';

const located = <Value>(column: Column<Value>) => sourcedBy('coordinates_source_id', column);
const opened = <Value>(column: Column<Value>) => sourcedBy('status_source_id', column);
const zoned = <Value>(column: Column<Value>) => sourcedBy('zone_source_id', column);
const percent = (about: string) => optionalNumber(`${about}, %`, { min: 0, max: 100 });

/** `data/providers.csv` */
export const providerColumns = {
  id: text('key'),
  name: text('what people call it'),
  aliases: list('other names'),
  url: optionalText('home'),
  site_kind: optionalChoice('the kind of data centre that its regions are', [
    'hyperscale',
    'cloud',
    'colocation',
  ]),
  note: optionalText('what else to know'),
};
export type ProviderRow = Row<typeof providerColumns>;

const pueOf = <Value>(column: Column<Value>) => sourcedBy('pue_source_id', column);

/** `data/sites.csv`: named places where research computes, and services that people rent by name. */
export const siteColumns = {
  id: text('key'),
  name: text('what people call it'),
  aliases: list('other names'),
  kind: choice('what kind of place it is', ['hyperscale', 'cloud', 'colocation', 'own-cluster']),
  operator: text('who runs it'),
  provider: optionalReference('the cloud that it runs in, where that is known', 'providers'),
  country: optionalText('ISO 3166-1 alpha-2'),
  city: optionalText('where it stands'),
  zone: optionalReference('the finest grid area that it surely draws from', 'zones'),
  pue: pueOf(optionalNumber('facility energy / IT energy, as published', { min: 1, max: 3 })),
  pue_year: pueOf(optionalInteger('that the PUE is of', { min: 2000, max: 2030 })),
  pue_confidence: pueOf(optionalChoice('how sure the PUE is', CONFIDENCE)),
  pue_source_id: optionalReference('where the PUE comes from', 'sources'),
  ...provenance,
};
export type SiteRow = Row<typeof siteColumns>;

/** `data/subdivisions.csv`: states, provinces and regions, so that a place within a country is known as such. */
export const subdivisionColumns = {
  id: text('key: country, then the division as GeoNames counts it'),
  country: text('ISO 3166-1 alpha-2'),
  name: text('what people call it'),
  zone: optionalReference('its own grid area, where there is one', 'zones'),
};
export type SubdivisionRow = Row<typeof subdivisionColumns>;

/** `data/cities.csv`: cities of 100 thousand people or more, of 30 thousand where states have codes that are countries'. */
export const cityColumns = {
  country: text('ISO 3166-1 alpha-2'),
  zone: optionalReference('the grid area of its state or province, where there is one', 'zones'),
  name: text('what people call it in English'),
  aliases: list('what it is called there and in other languages'),
  population_thousand: number('people, thousand', { min: 30, max: 50_000 }),
};
export type CityRow = Row<typeof cityColumns>;

/** `data/regions.csv`: key provider + region. */
export const regionColumns = {
  provider: reference('whose', 'providers'),
  region: text('the provider’s own code'),
  name: text('the provider’s own name'),
  city: optionalText('nearest city that the provider states'),
  country: optionalText('ISO 3166-1 alpha-2'),
  subdivision: optionalText('ISO 3166-2'),
  lat: located(optionalNumber('degrees north', { min: -90, max: 90 })),
  lon: located(optionalNumber('degrees east', { min: -180, max: 180 })),
  coordinates: located(
    optionalChoice('how precise they are', ['site', 'city', 'approximate', 'obfuscated']),
  ),
  zone: zoned(optionalReference('the grid area that it lies in', 'zones')),
  zone_candidates: zoned(
    list('grid areas that it may draw from instead: the intensity reaches as far as theirs'),
  ),
  zone_basis: optionalText('how the grid area was found'),
  egrid_subregion: optionalReference('EPA eGRID subregion', 'zones'),
  kind: choice('who may use it', [
    'commercial',
    'government',
    'sovereign',
    'dedicated',
    'china',
    'classified',
    'legacy',
  ]),
  status: opened(choice('whether it can be used', ['open', 'announced', 'preview', 'closed'])),
  launched_year: opened(optionalInteger('opened', { min: 1995, max: 2035 })),
  closed_year: opened(optionalInteger('closed', { min: 1995, max: 2035 })),
  aliases: list('what people type for it'),
  confidence: provenance.confidence,
  source_id: provenance.source_id,
  coordinates_source_id: optionalReference('where the coordinates come from', 'sources'),
  status_source_id: optionalReference('where status and years come from', 'sources'),
  zone_source_id: optionalReference('where the grid area comes from', 'sources'),
  note: provenance.note,
};
export type RegionRow = Row<typeof regionColumns>;

/** `data/zones.csv` */
export const zoneColumns = {
  id: text('key: ISO 3166 code, grid area or eGRID subregion'),
  name: text('what people call it'),
  aliases: list('ISO 3166-1 alpha-3 and other names'),
  kind: choice('what it is', ['country', 'state', 'grid-area', 'egrid-subregion', 'aggregate']),
  country: optionalText('ISO 3166-1 alpha-2'),
  subdivision: optionalText('ISO 3166-2'),
  parent: optionalReference('the next larger zone', 'zones'),
  area_gsd: optionalNumber(
    'of a country with several grid areas: geometric standard deviation of the areas that cloud regions lie in against its own figure',
    { min: 1, max: 5 },
  ),
  note: optionalText('what else to know'),
};
export type ZoneRow = Row<typeof zoneColumns>;

/** `data/zone_intensity.csv` and `data/odbl/zone_intensity.csv`: key zone + year + scope + basis + source. */
export const zoneIntensityColumns = {
  zone: reference('which grid', 'zones'),
  year: number('calendar year', { min: 1990, max: 2030 }),
  carbon_intensity_g_per_kwh: number('yearly mean, g CO2e/kWh', { min: 0, max: 2000 }),
  scope: choice('direct: at the plant; lifecycle: fuel and construction too', SCOPES),
  basis: choice('production: made there; consumption: after imports and exports', BASES),
  gas: choice('which gases', ['CO2e', 'CO2']),
  quality: choice('suspect rows are never used, check rows with a warning', QUALITY),
  ...provenance,
};
export type ZoneIntensityRow = Row<typeof zoneIntensityColumns>;

/** `data/odbl/zone_intensity.csv` has two columns more. */
export const openZoneIntensityColumns = {
  ...zoneIntensityColumns,
  renewable_percent: percent('renewable energy'),
  carbon_free_percent: percent('carbon-free energy'),
};

/** `data/zone_water.csv`: what power plants consume. Key zone. */
export const zoneWaterColumns = {
  zone: reference('which grid', 'zones'),
  l_per_kwh: number(
    'water that its power plants consume, L per kWh; evaporation of reservoirs counts as theirs, losses of lines and fuel do not',
    { min: 0.2, max: 30 },
  ),
  year: number('of the data behind it', { min: 2000, max: 2030 }),
  ...provenance,
};
export type ZoneWaterRow = Row<typeof zoneWaterColumns>;

/** `data/region_intensity.csv`: what providers publish. Key provider + region + year + kind + scope. */
export const regionIntensityColumns = {
  provider: reference('whose', 'providers'),
  region: text('which region'),
  year: number('calendar year', { min: 1990, max: 2030 }),
  carbon_intensity_g_per_kwh: number('yearly mean, g CO2e/kWh', { min: 0, max: 2000 }),
  kind: choice('location-based: the grid; market-based: after contracts', [
    'location-based',
    'market-based',
  ]),
  scope: choice('direct: at the plant; lifecycle: fuel and construction too', SCOPES),
  basis: choice('how it is counted', [...BASES, 'annual-matching', 'country-mix']),
  quality: choice('suspect rows are never used, check rows with a warning', QUALITY),
  ...provenance,
};
export type RegionIntensityRow = Row<typeof regionIntensityColumns>;

/** `data/region_energy.csv`: PUE, WUE and carbon-free share as providers publish them. */
export const regionEnergyColumns = {
  provider: text('whose, or `industry`'),
  region: optionalText('which region; empty for a whole provider'),
  level: choice('what the row covers', [
    'global',
    'geography',
    'region',
    'campus',
    'availability-zone',
    'part-of-world',
  ]),
  location: optionalText('the place in the publisher’s words'),
  regions: list('regions that the row covers where it names another kind of place'),
  year: number('calendar or fiscal year', { min: 2000, max: 2030 }),
  period: optionalText('which period; design: what it was built for, before it opened'),
  cfe_percent: percent('carbon-free energy'),
  cfe_basis: optionalText('how that share is counted'),
  renewable_percent: percent('renewable energy'),
  pue: optionalNumber('facility energy / IT energy', { min: 1, max: 3 }),
  pue_low: optionalNumber('lowest stated', { min: 1, max: 3 }),
  pue_high: optionalNumber('highest stated', { min: 1, max: 3 }),
  wue_l_per_kwh: optionalNumber('on-site water, L per kWh of IT energy', { min: 0, max: 10 }),
  wue_low: optionalNumber('lowest stated', { min: 0, max: 10 }),
  wue_high: optionalNumber('highest stated', { min: 0, max: 10 }),
  quality: choice('suspect rows are never used, check rows with a warning', QUALITY),
  ...provenance,
};
export type RegionEnergyRow = Row<typeof regionEnergyColumns>;

/** `data/provider_claims.csv` */
export const providerClaimColumns = {
  provider: text('whose'),
  year: number('calendar year', { min: 2000, max: 2060 }),
  claim: text('what is claimed'),
  figure: optionalNumber('the figure claimed'),
  unit: optionalText('its unit'),
  kind: choice('whether it has been reached', ['achieved', 'target', 'statement']),
  offset_fraction: optionalNumber('the share claimed as matched or offset for the whole cloud', {
    min: 0,
    max: 1,
  }),
  source_id: reference('where the row comes from', 'sources'),
  note: optionalText('what else to know'),
};
export type ProviderClaimRow = Row<typeof providerClaimColumns>;

const variation = (window: string) =>
  number(`geometric standard deviation of ${window} means against the yearly mean`, {
    min: 1,
    max: 5,
  });

/** `data/zone_variation.csv` and `data/odbl/zone_variation.csv`: how a grid varies within a year. */
export const zoneVariationColumns = {
  zone: reference('which grid', 'zones'),
  year: number('calendar year', { min: 2000, max: 2030 }),
  scope: choice('direct: at the plant; lifecycle: fuel and construction too', SCOPES),
  gsd_hour: variation('hourly'),
  gsd_day: variation('daily'),
  gsd_week: variation('weekly'),
  ...provenance,
};
export type ZoneVariationRow = Row<typeof zoneVariationColumns>;
