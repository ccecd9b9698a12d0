import type { Said } from '@ml-emissions/calculator';
import { englishNames, type Names, stepName } from '@ml-emissions/words';

const numbers = new Intl.NumberFormat('en', { maximumSignificantDigits: 6 });

/** Names for people: numbers as one writes them. */
export const names: Names = { ...englishNames, number: (value) => numbers.format(value) };

/**
 * What a code says: results hold it in English, so that no sentence has to be fetched here. An assumption stands there
 * with the id of its step, which has a name for people.
 */
export const told = (said: Said, english: string): string =>
  said.code === 'assumed'
    ? stepName(said.step, names) + english.slice(said.step.length).replace(' x/÷ ', ' ×/÷ ')
    : english;
