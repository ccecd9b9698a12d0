import type { EstimateResult } from '@ml-emissions/model';
import { given } from './figure.ts';
import { english } from './wording/index.ts';

/**
 * What nobody told of a model in use and the law of its energy asks for, and what was taken in its place.
 *
 * @returns `400 tokens written`, `16 bits`, in the order of the law; none where all is told or no law was asked
 */
export function takenWords(
  { service, run, assumed }: Pick<EstimateResult, 'service' | 'run' | 'assumed'>,
  { figure, services } = english,
): string[] {
  if (service?.rung !== 'energy-by-size') return [];
  const numbers = assumed.flatMap((said) => {
    const rest = said.code === 'assumed' ? services.taken[said.step] : undefined;
    return said.code === 'assumed' && rest ? [`${figure(given(said.value))} ${rest}`] : [];
  });
  const isTaken = (code: string) => assumed.some((said) => said.code === code);
  const { acceleratorsPerModel: chips } = service;
  const isCopyTaken = chips !== null && run.service?.acceleratorsPerModel === undefined;
  return [
    ...numbers,
    ...(isCopyTaken ? [services.chipsOfCopy(figure(given(chips)), chips === 1)] : []),
    ...(isTaken('taken-in-16-bits') ? [services.in16Bits] : []),
    ...(isTaken('taken-on-h100') ? [services.asH100] : []),
  ];
}
