import type { PlainCode, Said, SaidCode, SaidOf } from '@ml-emissions/model';
import { energyInUnit, type InUnit, massInUnit } from '@ml-emissions/model';

/** What a code says: a text, or a function of its parameters. */
type Sentence<Code extends SaidCode> = Code extends PlainCode
  ? string
  : (said: SaidOf<Code>, language: Language) => string;

/** What each code says in one language: a code without its sentence is a type error. */
export type Sentences = { readonly [Code in SaidCode]: Sentence<Code> };

/** What a language calls the lines of a receipt, and how it writes their numbers and units. */
export interface Names {
  /** Lines of a receipt by their names, without the index of one of several. */
  readonly steps: Readonly<Record<string, string>>;
  /** A number as it stands in a sentence. */
  readonly number: (value: number) => string;
  /** A unit of a receipt. */
  readonly unit: (unit: string) => string;
}

/** A language in which codes are told. */
export interface Language extends Names {
  readonly sentences: Sentences;
}

/**
 * What a code says in a language.
 *
 * @param said a code with its parameters; null says nothing
 * @param language `english`, or another one by its own entry
 * @returns the sentence; '' for null
 * Errors: none.
 * @example words({ code: 'usual-for-work', work: 'hpc' }, english) // 'usual for hpc'
 */
export function words(said: Said | null, language: Language): string {
  if (!said) return '';
  const sentence = language.sentences[said.code];
  if (typeof sentence === 'string') return sentence;
  // One code of all: its own function takes its own parameters.
  return (sentence as (said: Said, language: Language) => string)(said, language);
}

/** Whether a figure of the grid was brought over from lifecycle to direct; the other way where it was brought over at all. */
export const isToDirect = (what: Said | null): boolean =>
  what?.code === 'grid' && what.scope?.code === 'to-direct';

/** Those parts of a sentence that say something, with a sign between them. */
export function joined(parts: readonly (string | null)[], sign: string): string {
  let text = '';
  for (const part of parts) if (part) text += text ? sign + part : part;
  return text;
}

const DIGITS = 3;

const ALL_WHOLE = 10 ** DIGITS;
/** Half goes up as a number is written, not as it is stored: 14.45 is stored as a little less. */
const AS_WRITTEN = 1 + 1e-15;

/** A number of which three digits say enough, and from a thousand on the whole ones: as the figures beside it are shown. */
export const short = (value: number): number =>
  value >= ALL_WHOLE ? Math.round(value) : Number((value * AS_WRITTEN).toPrecision(DIGITS));

const measured = ({ value, unit }: InUnit, number: Language['number']): string =>
  `${number(short(value))} ${unit}`;

/** A mass of emissions as the figures beside a sentence are shown: `1,186 t CO2e`. */
export const massText = (kg: number, number: Language['number']): string =>
  `${measured(massInUnit(kg), number)} CO2e`;

/** An energy likewise. */
export const energyText = (kwh: number, number: Language['number']): string =>
  measured(energyInUnit(kwh), number);

const READ_DIGITS = 6;

/** A number as text, or three with `..` between them, as a sentence writes them. */
export function amountText(taken: string, number: Language['number']): string {
  return taken
    .split('..')
    .map((one) => {
      const value = Number(one);
      return Number.isFinite(value) ? number(Number(value.toPrecision(READ_DIGITS))) : one;
    })
    .join('..');
}
