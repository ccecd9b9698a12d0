import type { EstimateResult } from '@ml-emissions/model';
import { given, mass } from './figure.ts';
import { english } from './wording/index.ts';

/** `365,000,000 requests`, of each model in use. */
export function answersOf(
  runs: readonly EstimateResult[],
  { figure, services } = english,
): { answers: string; isYear: boolean }[] {
  return runs.flatMap(({ service }) =>
    service
      ? [
          {
            answers: services.answers(figure(given(service.uses)), service.use),
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
export function inUseWords(runs: readonly EstimateResult[], words = english): string {
  const inUse = runs.filter(({ service }) => service);
  if (inUse.length === 0) return '';
  if (inUse.length === runs.length) {
    return words.services.forAnswers(allAnswers(inUse, words));
  }
  return words.services.ofWhich(inUseMass(inUse, words));
}

/** `343 kg CO2e for a year of 365,000,000 requests`: what models in use emit. */
export const inUseMass = (inUse: readonly EstimateResult[], words = english): string =>
  words.services.massFor(massOf(inUse, words), allAnswers(inUse, words));

const allAnswers = (inUse: readonly EstimateResult[], words: typeof english) =>
  words.services.together(
    answersOf(inUse, words).map(({ answers, isYear }) =>
      isYear ? words.services.aYearOf(answers) : answers,
    ),
  );

function massOf(runs: readonly EstimateResult[], { figure }: typeof english): string {
  const kg = runs.reduce((sum, { operational }) => sum + operational.kgCo2e.value, 0);
  const { number, unit } = mass({ value: kg });
  return `${figure(number)} ${unit} CO2e`;
}
