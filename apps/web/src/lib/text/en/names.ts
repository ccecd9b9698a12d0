import { englishNames, type Names } from '@ml-emissions/words';

const numbers = new Intl.NumberFormat('en', { maximumSignificantDigits: 6 });

/** Names for people: numbers as one writes them. */
export const names: Names = { ...englishNames, number: (value) => numbers.format(value) };
