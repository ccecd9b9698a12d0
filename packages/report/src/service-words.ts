import type { EstimateResult } from '@ml-emissions/model';
import { given } from './figure.ts';

/** Names of what was assumed of a service, each with the words after its number. */
const TAKEN: Readonly<Record<string, string>> = {
  'output-tokens': 'tokens written',
  'input-tokens': 'tokens read',
  'batch-untold': 'requests at a time',
  'image-side': 'px wide and high',
  'image-steps': 'steps',
  'video-width': 'px wide',
  'video-height': 'px high',
  'video-steps': 'steps',
  'video-frames': 'frames a second',
};

/**
 * What nobody told of a model in use and the law of its energy asks for, and what was taken in its place.
 *
 * @returns `400 tokens written`, `16 bits`, in the order of the law; none where all is told or no law was asked
 */
export function takenWords({
  service,
  run,
  assumed,
}: Pick<EstimateResult, 'service' | 'run' | 'assumed'>): string[] {
  if (service?.rung !== 'energy-by-size') return [];
  const numbers = assumed.flatMap((said) => {
    const rest = said.code === 'assumed' ? TAKEN[said.step] : undefined;
    return said.code === 'assumed' && rest ? [`${given(said.value)} ${rest}`] : [];
  });
  const isTaken = (code: string) => assumed.some((said) => said.code === code);
  const { acceleratorsPerModel: chips } = service;
  const isCopyTaken = chips !== null && run.service?.acceleratorsPerModel === undefined;
  return [
    ...numbers,
    ...(isCopyTaken ? [`${given(chips)} ${chips === 1 ? 'chip' : 'chips'} a copy`] : []),
    ...(isTaken('taken-in-16-bits') ? ['16 bits'] : []),
    ...(isTaken('taken-on-h100') ? ['chips as H100'] : []),
  ];
}
