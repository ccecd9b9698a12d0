import type { Said } from '@ml-emissions/calculator';
import { englishNames, type Names } from '@ml-emissions/words';

const numbers = new Intl.NumberFormat('en', { maximumSignificantDigits: 6 });

/** Names for people: numbers as one writes them. */
export const names: Names = { ...englishNames, number: (value) => numbers.format(value) };

/** What a code says: results hold it in English, so that no sentence has to be fetched here; a letter stands for a sign there. */
export const told = (_: Said, english: string): string => english.replaceAll(' x ', ' × ');
