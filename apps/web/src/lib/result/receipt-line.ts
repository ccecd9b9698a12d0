import type { EstimateResult, ReceiptStep } from '@ml-emissions/calculator';
import { energy, mass, number, percent } from '../text/format.ts';
import { rangeOf } from '../text/range.ts';
import { sayAmount, sayFormula } from '../text/say.ts';
import { sheet } from '../text/words.ts';

/** Whether a line is no sum of others and no part of one. */
export const isBeside = ({ step }: ReceiptStep): boolean => step.startsWith('offset-');
export const isSum = ({ step }: ReceiptStep): boolean => step === 'operational-emissions';
/** What a receipt comes to where it stands folded up, beside its last line of energy. */
const MAIN: readonly string[] = [
  'carbon-intensity',
  'operational-emissions',
  'embodied-emissions',
  'total-emissions',
];

/** The lines that matter most: the energy in all, the grid, and what they come to. */
export function mainLines(receipt: readonly ReceiptStep[]): readonly string[] {
  const end = receipt.findIndex(isSum);
  const energy = receipt.slice(0, end).findLast(({ unit }) => unit === 'kWh');
  return [...(energy ? [energy.step] : []), ...MAIN];
}
/** Whether a line has a range of its own. */
export const isGuess = ({ gsd, gsdUp = 1 }: ReceiptStep): boolean =>
  gsd !== null && (gsd > 1 || gsdUp > 1);

/** What a line of the receipt comes to. */
export function lineAmount({ step, value, unit }: ReceiptStep): string {
  // As the figure above says the same: 61.8 MWh and not 61,761 kWh; all digits stand in the line once it is open.
  if (unit === 'kWh') return energy(value);
  if (unit === 'kg CO2e') return `${mass(value)} CO2e`;
  return step === 'offset-fraction' ? percent(value) : sayAmount(value, unit, number);
}

/** In few words: how a line is computed, or its range and who says it. */
export function lineBasis(step: ReceiptStep, sources: EstimateResult['sources']): string {
  if (step.formula) return sayFormula(step, number);
  const { receipt: text } = sheet();
  const range = rangeOf(step);
  const source = sources.find(({ id }) => id === step.sourceId);
  const said = [
    range ? text.from(number(range.low), number(range.high)) : '',
    step.sourceId === 'judgement' ? text.judgement : (source?.publisher ?? text.kinds[step.kind]),
    step.sourceId === 'judgement' ? null : (step.year ?? source?.year),
  ];
  return said.filter(Boolean).join(', ');
}
