import { amountOf, type EstimateResult, type Phase } from '@ml-emissions/model';
import { addressLine } from '../address.ts';
import { madeWith } from '../cite.ts';
import type { Format } from '../format.ts';
import type { Report } from '../report.ts';
import { hoursOf, phaseOf, repeatsOf } from '../run-words.ts';
import { saidFigure, trailerOf } from '../trailer.ts';
import { unknownWords } from '../unknown-words.ts';

const VERSION = '1.1.0';
const SECONDS_PER_HOUR = 3600;
const STAGE: Readonly<Partial<Record<Phase, string>>> = {
  data: 'datacreation',
  'fine-tuning': 'finetuning',
  inference: 'inference',
  deployment: 'inference',
};

/** The format's words for how sure: half of the 90 % range over the value; none above a half. */
function quality({ energyKwh: { value, low, high } }: EstimateResult): string | null {
  if (low === undefined || high === undefined) return null;
  const half = (high - low) / 2 / value;
  if (half <= 0.1) return 'high';
  if (half <= 0.25) return 'medium';
  return half <= 0.5 ? 'low' : null;
}

function components({ machine }: EstimateResult) {
  const accelerators = machine.accelerators.map(({ name, count }) => ({
    componentName: name,
    componentType: 'gpu',
    // The format counts whole parts: a share of one is one with its share.
    // It has no word for a number that is not known; what was told in chip-hours stands under one chip.
    nbComponent: Math.ceil(count ?? 1),
    ...(count === null || Number.isInteger(count) ? {} : { share: count / Math.ceil(count) }),
  }));
  const cpu = machine.cpu
    ? [
        {
          componentName: machine.cpu.name,
          componentType: 'cpu',
          nbComponent: Math.ceil(machine.cpu.count),
        },
      ]
    : [];
  const memory =
    machine.memoryGb === null
      ? []
      : [{ componentType: 'ram', nbComponent: 1, memorySize: machine.memoryGb }];
  const all = [...accelerators, ...cpu, ...memory];
  return all.length > 0 ? all : [{ componentType: 'unknown', nbComponent: 1 }];
}

/** Requests, where they are what the run counts by or what its service answers. */
function requestsOf({ run, service }: EstimateResult): { readonly nbRequest?: number } {
  if (run.functionalUnit) return { nbRequest: run.functionalUnit.count };
  const isAnswer = service?.use === 'request' || service?.use === 'query';
  return isAnswer ? { nbRequest: service.uses } : {};
}

/** One report a run: the format holds one task. */
function reportOfRun(run: EstimateResult, report: Report) {
  const { model, measurement } = run.run;
  const phase = phaseOf(run);
  const hours = hoursOf(run);
  const sure = quality(run);
  return {
    header: {
      licensing: 'unknown',
      formatVersion: VERSION,
      reportDatetime: `${report.date} 00:00:00`,
      reportStatus: 'final',
      publisher: {
        confidentialityLevel: 'public',
        ...(report.title ? { projectName: report.title } : {}),
      },
    },
    task: {
      taskStage: (phase && STAGE[phase]) ?? 'training',
      taskFamily: run.run.work ?? 'unknown',
      algorithms: [
        {
          algorithmName: model?.name ?? 'unknown',
          ...(model?.uri ? { algorithmUri: model.uri } : {}),
          ...(model?.baseModel ? { foundationModelName: model.baseModel } : {}),
          ...(model?.parameters === undefined
            ? {}
            : { parametersNumber: amountOf(model.parameters) / 1e9 }),
        },
      ],
      dataset: [{ dataUsage: 'input', dataType: 'other' }],
      ...requestsOf(run),
      taskDescription: [
        run.run.name,
        `phase ${phase ?? 'not known, so that it stands under training'}`,
        run.machine.accelerators.some(({ count }) => count === null)
          ? 'the number of chips is not known'
          : '',
        unknownWords(report, boampsFormat).replace(/\.$/, ''),
        `operational emissions of the whole report ${saidFigure(report)} CO2e`,
        addressLine(report),
        trailerOf(report, 'boamps'),
      ]
        .filter(Boolean)
        .join('; '),
    },
    measures: [
      {
        measurementMethod: measurement?.method ?? `estimated: ${madeWith(report)}`,
        ...(measurement?.tool ? { manufacturer: measurement.tool } : {}),
        ...(measurement?.version ? { version: measurement.version } : {}),
        // Named power, meant as energy: kWh.
        powerConsumption: run.energyKwh.value,
        ...(hours === null
          ? {}
          : { measurementDuration: hours * repeatsOf(run) * SECONDS_PER_HOUR }),
      },
    ],
    infrastructure: {
      infraType: run.location.provider
        ? 'publicCloud'
        : run.run.site === 'own-cluster'
          ? 'onPremise'
          : 'other',
      ...(run.location.provider ? { cloudProvider: run.location.provider } : {}),
      ...(run.machine.instance ? { cloudInstance: run.machine.instance } : {}),
      components: components(run),
    },
    ...(run.location.name
      ? {
          environment: {
            country: run.location.name,
            ...(run.location.city ? { location: run.location.city } : {}),
            powerSourceCarbonIntensity: run.carbonIntensityGPerKwh.value,
          },
        }
      : {}),
    ...(sure === null ? {} : { quality: sure }),
  };
}

/** BoAmps 1.1.0: an energy report a run; several as a list. */
function boampsReport(report: Report): string {
  const all = report.runs.map((run) => reportOfRun(run, report));
  return `${JSON.stringify(all.length === 1 ? all[0] : all, null, 2)}\n`;
}

/** An energy report a run. */
export const boampsFormat = {
  name: 'boamps',
  title: 'BoAmps',
  about: 'energy only, one report a run',
  standard: { name: 'BoAmps', version: VERSION },
  mediaType: 'application/json',
  extension: 'json',
  asks: [
    'modelName',
    'parameters',
    'phase',
    'hours',
    'energy',
    'hardware',
    'cpu',
    'memory',
    'place',
  ],
  saysUnknown: ['phase'],
  options: {},
  hasTrailer: true,
  write: boampsReport,
} as const satisfies Format;
