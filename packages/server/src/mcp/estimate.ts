import type { EstimateResult, ProjectResult } from '@ml-emissions/calculator';
import { FORMATS, reportOf } from '@ml-emissions/report';
import type { AskedRun } from '../asked-run.ts';
import { linkTo } from './link.ts';
import { RUN_INPUT, runAsked } from './run-input.ts';
import {
  boolean,
  list,
  type McpService,
  number,
  object,
  orNull,
  QUANTITY,
  type Tool,
  text,
} from './tool.ts';

export const estimate: Tool = {
  name: 'estimate',
  title: 'Emissions of a run',
  about:
    'How much CO2e and electricity a machine-learning run or project emits, with its 90 % range, sources and a link. Say hardware, time and place, or kWh and place.',
  input: object(RUN_INPUT, []),
  output: object(
    {
      operationalKgCo2e: QUANTITY,
      embodiedKgCo2e: orNull(QUANTITY),
      totalKgCo2e: QUANTITY,
      energyKwh: QUANTITY,
      carbonIntensityGPerKwh: orNull(number),
      zone: orNull(text),
      method: text,
      edition: orNull(object({ id: text, hash: text }, ['id', 'hash'])),
      assumptions: list(text),
      warnings: list(text),
      surer: list(text),
      sources: list(object({ id: text, title: text }, ['id', 'title'])),
      permalink: text,
      isLocationBased: boolean,
    },
    ['operationalKgCo2e', 'totalKgCo2e', 'energyKwh', 'sources', 'permalink'],
  ),
  answer(input, service) {
    const { asked, written } = runAsked(input, service);
    const result = resultOf(asked, service);
    const report = reportOf(result, { date: today(), version: service.version });
    const first = 'runs' in result ? result.runs[0] : result;
    const runs = 'runs' in result ? result.runs : [result];
    const sources = new Map(
      runs.flatMap((one) => one.sources.map((source) => [source.id, source])),
    );
    return {
      text: FORMATS.text.write(report),
      data: {
        operationalKgCo2e: result.operational.kgCo2e,
        embodiedKgCo2e: result.embodied.kgCo2e,
        totalKgCo2e: result.total.kgCo2e,
        energyKwh: withoutParts(result.energyKwh),
        carbonIntensityGPerKwh:
          runs.length === 1 ? (first?.carbonIntensityGPerKwh.value ?? null) : null,
        zone: runs.length === 1 ? (first?.carbonIntensityGPerKwh.zone ?? null) : null,
        method: [...new Set(runs.map(({ method }) => method))].join(', '),
        edition: result.edition ?? null,
        assumptions: [...new Set(runs.flatMap(({ assumptions }) => assumptions))],
        warnings: [
          ...new Set(runs.flatMap(({ warnings }) => warnings.map(({ message }) => message))),
        ],
        surer: (first?.sensitivity ?? [])
          .slice(0, 3)
          .map(({ factor, hint }) => `${factor}: ${hint}`),
        sources: [...sources.values()],
        permalink: linkTo(service.page, written, result.edition?.id),
        isLocationBased: true,
      },
    };
  },
};

export const today = () => new Date().toISOString().slice(0, 10);

export const resultOf = (
  asked: AskedRun,
  { calculator }: McpService,
): EstimateResult | ProjectResult =>
  asked.kind === 'run'
    ? calculator.estimate(asked.run, { alternatives: false })
    : calculator.estimateProject(asked.project, { alternatives: false });

export const withoutParts = ({ value, low, high, mean }: ProjectResult['energyKwh']) =>
  JSON.parse(JSON.stringify({ value, low, high, mean }));
