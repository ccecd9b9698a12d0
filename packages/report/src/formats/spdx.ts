import type { EstimateResult, Phase } from '@ml-emissions/model';
import { addressLine } from '../address.ts';
import { madeWith } from '../cite.ts';
import type { Format } from '../format.ts';
import type { Report } from '../report.ts';
import { phaseOf } from '../run-words.ts';
import { saidFigure, trailerOf } from '../trailer.ts';
import { unknownWords } from '../unknown-words.ts';

const VERSION = '3.0.1';

const FIELDS: readonly (readonly [field: string, phases: readonly (Phase | undefined)[]])[] = [
  ['ai_trainingEnergyConsumption', ['pre-training', 'training', 'search', 'failed', undefined]],
  ['ai_finetuningEnergyConsumption', ['fine-tuning']],
  ['ai_inferenceEnergyConsumption', ['inference']],
];

const described = ({ energyKwh }: EstimateResult) => ({
  type: 'ai_EnergyConsumptionDescription',
  ai_energyQuantity: String(energyKwh.value),
  ai_energyUnit: 'kilowattHour',
});

/** SPDX 3.0.1, AI profile: energy by training, fine-tuning and inference. It has no emissions, and no place for others. */
function spdxReport(report: Report): string {
  const known = FIELDS.map(([field, phases]) => ({
    field,
    runs: report.runs.filter((run) => phases.includes(phaseOf(run))),
  }));
  const counted = known.reduce((sum, { runs }) => sum + runs.length, 0);
  const left = report.runs.length - counted;
  const name =
    report.runs.map(({ run }) => run.model?.name).find(Boolean) ?? (report.title || 'model');
  const id = `urn:ml-emissions:${encodeURIComponent(name)}:${report.date}`;
  const graph = {
    '@context': 'https://spdx.org/rdf/3.0.1/spdx-context.jsonld',
    '@graph': [
      {
        type: 'CreationInfo',
        '@id': '_:creation',
        specVersion: VERSION,
        created: `${report.date}T00:00:00Z`,
        createdBy: [`${id}:tool`],
      },
      {
        type: 'Agent',
        spdxId: `${id}:tool`,
        creationInfo: '_:creation',
        name: `ml-emissions ${report.version}`,
      },
      {
        type: 'ai_AIPackage',
        spdxId: id,
        creationInfo: '_:creation',
        name,
        comment: [
          `Energy estimated with the ${madeWith(report)}; operational emissions ${saidFigure(report)} CO2e.`,
          ...(left > 0
            ? [
                left === 1
                  ? '1 run of another phase has no place in this format and is left out.'
                  : `${left} runs of other phases have no place in this format and are left out.`,
              ]
            : []),
          unknownWords(report, spdxFormat),
          ...(report.runs.some((run) => phaseOf(run) === undefined)
            ? ['What is not known to be of another phase stands under training.']
            : []),
          addressLine(report),
          trailerOf(report, 'spdx'),
        ]
          .filter(Boolean)
          .join(' '),
        ai_energyConsumption: {
          type: 'ai_EnergyConsumption',
          ...Object.fromEntries(
            known
              .filter(({ runs }) => runs.length > 0)
              .map(({ field, runs }) => [field, runs.map(described)]),
          ),
        },
      },
    ],
  };
  return `${JSON.stringify(graph, null, 2)}\n`;
}

/** An AI package with its energy. */
export const spdxFormat = {
  name: 'spdx',
  title: 'SPDX 3 AI profile',
  about: 'AI profile; energy only, by training, fine-tuning and inference',
  standard: { name: 'SPDX', version: VERSION },
  mediaType: 'application/spdx+json',
  extension: 'spdx.json',
  asks: ['modelName', 'phase', 'energy'],
  options: {},
  hasTrailer: true,
  write: spdxReport,
} as const satisfies Format;
