import type { EstimateResult, Service } from '@ml-emissions/model';
import { given, mass } from './figure.ts';

const ANSWERS: Readonly<Record<Service['use'], string>> = {
  'output-token': 'tokens written',
  request: 'requests',
  image: 'images',
  'video-second': 'seconds of video',
  query: 'queries',
};

/** `365,000,000 requests`, of each model in use. */
export function answersOf(runs: readonly EstimateResult[]): { answers: string; isYear: boolean }[] {
  return runs.flatMap(({ service }) =>
    service
      ? [
          {
            answers: `${given(service.uses)} ${ANSWERS[service.use]}`,
            isYear: service.period === 'year',
          },
        ]
      : [],
  );
}

/**
 * What a figure of all runs holds of models in use, to stand behind it; '' where none is in use. A year of answers is no
 * training, and nobody sees it in a sum.
 *
 * @example `931 kg CO2e${inUseWords(runs)}` // '931 kg CO2e, of which 343 kg CO2e for a year of 365,000,000 requests'
 */
export function inUseWords(runs: readonly EstimateResult[]): string {
  const inUse = runs.filter(({ service }) => service);
  if (inUse.length === 0) return '';
  if (inUse.length === runs.length) return ` for ${allAnswers(inUse)}`;
  return `, of which ${inUseMass(inUse)}`;
}

/** `343 kg CO2e for a year of 365,000,000 requests`: what models in use emit. */
export const inUseMass = (inUse: readonly EstimateResult[]): string =>
  `${massOf(inUse)} for ${allAnswers(inUse)}`;

const allAnswers = (inUse: readonly EstimateResult[]) =>
  answersOf(inUse)
    .map(({ answers, isYear }) => (isYear ? `a year of ${answers}` : answers))
    .join(' and ');

function massOf(runs: readonly EstimateResult[]): string {
  const kg = runs.reduce((sum, { operational }) => sum + operational.kgCo2e.value, 0);
  const { number, unit } = mass({ value: kg });
  return `${number} ${unit} CO2e`;
}
