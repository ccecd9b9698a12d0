import { choice, number, optionalNumber, optionalText, reference, text } from '../column.ts';
import { provenance, QUALITY, SCOPES } from './vocabulary.ts';

const share = (fuel: string) => optionalNumber(`${fuel}, % of generation`, { min: 0, max: 100 });

/** `data/lifecycle_factors.csv`: g CO2e/kWh by fuel and technology. */
export const lifecycleFactorColumns = {
  fuel: text('what is burned or turned'),
  technology: optionalText('how'),
  scope: choice('direct: at the plant; lifecycle: fuel and construction too', SCOPES),
  min_g_per_kwh: optionalNumber('lowest, g CO2e/kWh', { min: -2000, max: 3000 }),
  median_g_per_kwh: optionalNumber('median, g CO2e/kWh', { min: -2000, max: 3000 }),
  max_g_per_kwh: optionalNumber('highest, g CO2e/kWh', { min: -2000, max: 3000 }),
  ...provenance,
};

/** `data/zone_mix.csv`: generation by fuel. Key zone + year. */
export const zoneMixColumns = {
  zone: reference('which grid', 'zones'),
  year: number('calendar year', { min: 1990, max: 2030 }),
  coal_percent: share('coal'),
  gas_percent: share('gas'),
  oil_percent: share('oil'),
  nuclear_percent: share('nuclear'),
  hydro_percent: share('hydro'),
  wind_percent: share('wind'),
  solar_percent: share('solar'),
  other_percent: share('other: biomass, geothermal, waste'),
  total_twh: optionalNumber('generation, TWh', { min: 0, max: 50_000 }),
  quality: choice('suspect rows are never used, check rows with a warning', QUALITY),
  source_id: reference('where the row comes from', 'sources'),
};
