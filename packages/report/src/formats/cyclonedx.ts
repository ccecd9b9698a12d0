import type { EstimateResult, Phase } from '@ml-emissions/model';
import { addressesOf } from '../address.ts';
import type { Format } from '../format.ts';
import type { Report } from '../report.ts';
import { hardwareWords, ownerWords, phaseOf, pueOf } from '../run-words.ts';
import { trailerOf } from '../trailer.ts';
import { unknownWords } from '../unknown-words.ts';

const VERSION = '1.6';
const KG_PER_T = 1000;

/** The format's words for what a run is for. */
const ACTIVITY: Readonly<Partial<Record<Phase, string>>> = {
  data: 'data-preparation',
  'pre-training': 'training',
  training: 'training',
  'fine-tuning': 'fine-tuning',
  search: 'training',
  failed: 'training',
  validation: 'validation',
  evaluation: 'validation',
  deployment: 'deployment',
  inference: 'inference',
};

function properties(run: EstimateResult) {
  const { energyKwh, operational, embodied, water, location } = run;
  const all: readonly (readonly [string, string | number | null | undefined])[] = [
    ['phase', phaseOf(run)],
    ['hardware', hardwareWords(run)],
    ['region', location.region ?? location.zone],
    ['energyKwh.low', energyKwh.low],
    ['energyKwh.high', energyKwh.high],
    ['operationalKgCo2e.low', operational.kgCo2e.low],
    ['operationalKgCo2e.high', operational.kgCo2e.high],
    ['embodiedKgCo2e', embodied.kgCo2e?.value],
    ['water.onSiteL', water.onSiteL?.value],
    ['water.offSiteL', water.offSiteL?.value],
    ['pue', pueOf(run)],
    ['carbonIntensityGPerKwh', run.carbonIntensityGPerKwh.value],
    ['carbonIntensityScope', run.carbonIntensityGPerKwh.scope],
    ['scope2KgCo2e', run.ghgProtocol.scope2.kgCo2e?.value],
    ['scope3Category3KgCo2e', run.ghgProtocol.scope3Category3.kgCo2e?.value],
    ['method', run.method],
    ['edition', `${run.edition.id} ${run.edition.hash}`],
  ];
  return all
    .filter(([, value]) => value !== null && value !== undefined && value !== '')
    .map(([name, value]) => ({ name: `ml-emissions:${name}`, value: String(value) }));
}

function consumption(run: EstimateResult) {
  const kwh = { value: run.energyKwh.value, unit: 'kWh' };
  const { kgCo2e: offset } = run.offset;
  return {
    activity: ACTIVITY[phaseOf(run) ?? 'other'] ?? 'other',
    energyProviders: [
      {
        organization: { name: ownerWords(run) || 'unknown' },
        energySource: 'unknown',
        energyProvided: kwh,
      },
    ],
    activityEnergyCost: kwh,
    co2CostEquivalent: { value: run.operational.kgCo2e.value / KG_PER_T, unit: 'tCO2eq' },
    ...(offset === null ? {} : { co2CostOffset: { value: offset / KG_PER_T, unit: 'tCO2eq' } }),
    properties: properties(run),
  };
}

/** A list of one address; none where it is not known. */
const references = (type: string, url: string | null | undefined, comment?: string) =>
  url ? { externalReferences: [{ type, url, ...(comment ? { comment } : {}) }] } : {};

/** CycloneDX 1.6 ML-BOM: one component with its energy consumptions; tonnes, kWh, no other keys. */
function cyclonedxReport(report: Report): string {
  const name =
    report.runs.map(({ run }) => run.model?.name).find(Boolean) ?? (report.title || 'model');
  const addresses = addressesOf(report);
  const unknown = unknownWords(report, cyclonedxFormat);
  const bom = {
    bomFormat: 'CycloneDX',
    specVersion: VERSION,
    version: 1,
    metadata: {
      timestamp: `${report.date}T00:00:00Z`,
      tools: {
        components: [
          {
            type: 'application',
            name: 'ml-emissions',
            version: report.version,
            ...references('website', addresses?.calculator),
          },
        ],
      },
      properties: [
        { name: 'ml-emissions:operationalKgCo2e', value: String(report.operational.value) },
        ...(unknown === '' ? [] : [{ name: 'ml-emissions:notKnown', value: unknown }]),
        { name: 'ml-emissions:trailer', value: trailerOf(report, 'cyclonedx') },
      ],
    },
    components: [
      {
        type: 'machine-learning-model',
        name,
        ...references('other', addresses?.run, 'the run in the calculator'),
        modelCard: {
          considerations: {
            environmentalConsiderations: {
              energyConsumptions: report.runs.map(consumption),
            },
          },
        },
      },
    ],
  };
  return `${JSON.stringify(bom, null, 2)}\n`;
}

/** A bill of materials. */
export const cyclonedxFormat = {
  name: 'cyclonedx',
  title: 'CycloneDX ML-BOM',
  about: '`energyConsumptions` of one model (tonnes, kWh)',
  standard: { name: 'CycloneDX', version: VERSION },
  mediaType: 'application/vnd.cyclonedx+json',
  extension: 'cdx.json',
  asks: ['modelName', 'phase', 'owner', 'place'],
  options: {},
  hasTrailer: true,
  write: cyclonedxReport,
} as const satisfies Format;
