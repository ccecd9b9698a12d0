import type { MethodSpec } from '../method.ts';
import { ELECTRICITY, TOTAL } from './steps.ts';

/**
 * EcoLogits: energy of a token by the active parameters, at 64 requests at a time; the server for as long as a token takes,
 * shared by them; manufacture over three years.
 *
 *     kWh = tokens written x (chips x W h a token + server's kW x seconds / 3600 x chips / 8 / requests) x PUE
 *
 * Source: EcoLogits methodology of text (`ecologits-llm`), 2026; `data/coefficients.csv`, `ecologits-2026.*`.
 */
export const ecologits2026 = {
  name: 'ecologits-2026',
  source: 'ecologits-llm',
  hasRange: false,
  ladders: {
    power: [],
    host: 'none',
    overhead: false,
    pue: ['given', 'published', 'site'],
    embodied: 'none',
    water: false,
    market: false,
    scopes: false,
    meter: false,
  },
  needs: ['answers'],
  steps: [
    {
      name: 'tokens-chips-energy',
      unit: 'kWh',
      aspect: 'power',
      times: ['answeredTokens', 'chipsKwhPerToken', 'repeats?'],
      family: 'energy',
      part: 'accelerators',
    },
    {
      name: 'tokens-server-energy',
      unit: 'kWh',
      aspect: 'host',
      times: ['answeredTokens', 'serverKwhPerToken', 'repeats?'],
      family: 'energy',
      part: 'host',
    },
    ...ELECTRICITY,
    {
      name: 'tokens-embodied',
      unit: 'kg CO2e',
      aspect: 'embodied',
      times: ['answeredTokens', 'madeKgPerToken', 'repeats?'],
      family: 'embodied',
    },
    ...TOTAL,
  ],
  excluded: [
    { item: 'network', reason: 'traffic-outside' },
    { item: 'buildings', reason: 'data-centre-made' },
  ],
} as const satisfies MethodSpec;
